import { recordContents } from '#electron/library/records.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { newActor } from '#shared/domain/actor.ts'
import type { UnitedRegistry } from '#shared/domain/united-registry.ts'
import { stopIfCancelled } from './export-stopped.ts'

/**
 * The registry with those whom annotations point to though nobody registers them any more, called by their ids: one
 * annotator may have taken back an actor that another's mentions mean, and neither loses anything by that.
 */
export async function withMentioned(
  workspace: Workspace,
  annotators: readonly string[],
  { union, signal }: { readonly union: UnitedRegistry; readonly signal?: AbortSignal | undefined },
): Promise<UnitedRegistry> {
  const actors = new Map(union.actors)
  for (const annotator of annotators)
    for (const id of await mentionedBy(workspace, annotator, signal))
      if (!actors.has(id)) actors.set(id, newActor({ id, name: id, now: LONG_AGO }))
  return { ...union, actors }
}

const LONG_AGO = '1970-01-01T00:00:00.000Z'

/** In a string the quotes would be escaped. */
const POINTER = /"actor":\s*("(?:[^"\\]|\\.)+")/g

async function mentionedBy(
  workspace: Workspace,
  annotator: string,
  signal: AbortSignal | undefined,
): Promise<ReadonlySet<string>> {
  const ids = new Set<string>()
  // What cannot be read stops the export by itself.
  for await (const { bytes } of recordContents(workspace, annotator)) {
    stopIfCancelled(signal)
    for (const [, id] of String(bytes ?? '').matchAll(POINTER)) ids.add(idIn(id as string))
  }
  ids.delete('')
  return ids
}

function idIn(json: string): string {
  try {
    return String(JSON.parse(json))
  } catch {
    return ''
  }
}
