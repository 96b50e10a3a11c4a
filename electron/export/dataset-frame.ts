import { readableParts, readRegistries, unreadSentences } from '#electron/library/registries.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import type { Actor } from '#shared/domain/actor.ts'
import { resolvedId, type UnitedRegistry, unite } from '#shared/domain/united-registry.ts'
import { actorsById } from '#shared/format/actors-file.ts'
import { OFFSETS } from '#shared/format/article-file.ts'
import { DATASET_FORMAT, DATASET_VERSION, type DatasetActor } from '#shared/format/dataset.ts'
import type { ExportFrame } from '#shared/format/interchange/adapter.ts'
import { ExportStopped } from './export-stopped.ts'
import { withMentioned } from './mentioned-actors.ts'
import { TOOL } from './tool.ts'

/** All of a workspace's dataset but its articles; with the actors as all annotators together know them. */
export function datasetFrame(
  { manifest: { id, name, scheme } }: Workspace,
  union: UnitedRegistry,
): ExportFrame {
  const header = { format: DATASET_FORMAT, version: DATASET_VERSION, tool: TOOL, offsets: OFFSETS } as const
  const actors = actorsById(union.actors.values()).map((actor) => datasetActor(actor, union))
  return { ...header, workspace: { id, name }, scheme, actors }
}

/**
 * The same, read from the disk. One part of the registry that cannot be read stops the export: its actors would be missed.
 * @throws {ExportStopped}
 */
export async function readFrameOf(
  workspace: Workspace,
  annotators: readonly string[],
  signal?: AbortSignal,
): Promise<ExportFrame> {
  const registries = await readRegistries(workspace)
  const [problem] = unreadSentences(registries)
  if (problem !== undefined) throw new ExportStopped(problem)
  const union = unite(readableParts(registries))
  return datasetFrame(workspace, await withMentioned(workspace, annotators, { union, signal }))
}

/** Whom it was merged into stands for itself, so that nobody who follows it goes in a circle. */
function datasetActor({ settled: _, ...actor }: Actor, union: UnitedRegistry): DatasetActor {
  const meant = resolvedId(union, actor.id)
  return {
    ...actor,
    mergedInto: meant === actor.id ? null : meant,
    aliases: [...actor.aliases],
    members: actor.members.filter((member) => union.actors.has(member)),
    externalIds: { ...actor.externalIds },
  }
}
