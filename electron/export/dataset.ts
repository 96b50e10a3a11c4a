import { dirname } from 'node:path'
import { articleIds, readArticle } from '#electron/library/articles.ts'
import { readCleanings } from '#electron/library/cleanings.ts'
import { problemOf, unreadableSentence } from '#electron/library/disk-problem.ts'
import { makeFolderDurably, writeDurably } from '#electron/library/durable-write.ts'
import { errorCode } from '#electron/library/file-ops.ts'
import { readableParts, readRegistries, unreadSentences } from '#electron/library/registries.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import type { Actor } from '#shared/domain/actor.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { type UnitedCleaning, uniteCleaning } from '#shared/domain/united-cleaning.ts'
import { resolvedId, type UnitedRegistry, unite } from '#shared/domain/united-registry.ts'
import { actorsById } from '#shared/format/actors-file.ts'
import { OFFSETS } from '#shared/format/article-file.ts'
import {
  DATASET_FORMAT,
  DATASET_VERSION,
  type DatasetActor,
  type DatasetArticle,
  type DatasetText,
} from '#shared/format/dataset.ts'
import { type Contribution, type ExportedArticle, exportedArticle } from './article-object.ts'
import { readContributions, wantedAnnotators } from './contributions.ts'
import { datasetText } from './dataset-text.ts'
import { ExportStopped } from './export-stopped.ts'
import { withMentioned } from './mentioned-actors.ts'
import { outFile } from './out-file.ts'
import { TOOL } from './tool.ts'
import { proveDataset } from './written-dataset.ts'

export type ExportReport = {
  readonly format: 'glosswright'
  readonly articles: number
  readonly annotations: number
  /** Annotations that lie in boilerplate, and are not in a main text, and those that reach into it and were cut. */
  readonly leftOut: number
  readonly clipped: number
  /** What the format could not hold; the dataset holds everything. */
  readonly loss: readonly { readonly kind: string; readonly count: number }[]
}

export type ExportOptions = {
  readonly out: string
  /** Whose annotations; everybody's where nobody is named. */
  readonly annotator?: string
  /** All of each text if nothing else is said. */
  readonly text?: DatasetText
  /** Nothing is written where something of the annotations would be left out. */
  readonly failsOnLoss?: boolean
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

/**
 * Writes the whole workspace as one dataset file, proves it by reading it back, and only then gives it its name: what
 * lay at `out` before stays until then, and whenever anything goes wrong. Equal workspaces give equal bytes.
 */
export async function exportDataset(
  workspace: Workspace,
  options: ExportOptions,
): Promise<Result<ExportReport>> {
  const annotators = await wantedAnnotators(workspace, options.annotator)
  if (!annotators.ok) return annotators
  try {
    const out = await outFile(workspace, options.out)
    if (!out.ok) return out
    return ok(await write(workspace, annotators.value, { ...options, out: out.value }))
  } catch (error) {
    if (error instanceof ExportStopped) return failed(error.message)
    if (errorCode(error)) return failed(`“${options.out}” could not be written: ${problemOf(error)}`)
    throw error
  }
}

async function write(
  workspace: Workspace,
  annotators: readonly string[],
  options: ExportOptions,
): Promise<ExportReport> {
  const count = { articles: 0, annotations: 0, leftOut: 0, clipped: 0 }
  const pointers = { unpointed: 0, unplaced: 0 }
  const counted = ({ article, leftOut, clipped, unpointed, unplaced }: ExportedArticle): void => {
    count.articles++
    count.annotations += article.annotations.length
    count.leftOut += leftOut
    count.clipped += clipped
    pointers.unpointed += unpointed
    pointers.unplaced += unplaced
  }
  const text = datasetText(
    datasetFrame(workspace, await withMentioned(workspace, annotators, await registryOf(workspace))),
    articlesOf(workspace, annotators, { ...options, counted }),
  )
  await makeFolderDurably(dirname(options.out))
  const verify = async (path: string): Promise<void> => {
    const loss = losses({ ...count, ...pointers })
    if (options.failsOnLoss && loss.length > 0) throw new ExportStopped(lossOf(loss))
    await proveDataset(path)
  }
  await writeDurably(options.out, text, { verify })
  return { format: 'glosswright', ...count, loss: losses({ ...count, ...pointers }) }
}

type Loss = Omit<ExportedArticle, 'article'>

const losses = ({ leftOut, clipped, unpointed, unplaced }: Loss): ExportReport['loss'] =>
  [
    { kind: 'annotations that lie in boilerplate', count: leftOut },
    { kind: 'annotations cut where boilerplate begins', count: clipped },
    { kind: 'roles and links to annotations that lie in boilerplate', count: unpointed },
    { kind: 'roles and links to annotations that wait to be placed, or were dropped', count: unplaced },
  ].filter(({ count }) => count > 0)

const lossOf = (loss: ExportReport['loss']): string =>
  `Nothing was exported, because something would be lost: ${loss
    .map(({ kind, count }) => `${count} ${kind}`)
    .join(', ')}.`

/** All of a workspace's dataset but its articles; with the actors as all annotators together know them. */
export function datasetFrame({ manifest: { id, name, scheme } }: Workspace, union: UnitedRegistry) {
  const header = { format: DATASET_FORMAT, version: DATASET_VERSION, tool: TOOL, offsets: OFFSETS } as const
  const actors = actorsById(union.actors.values()).map((actor) => datasetActor(actor, union))
  return { ...header, workspace: { id, name }, scheme, actors }
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

/** One part that cannot be read stops the export: its actors would be missed. */
async function registryOf(workspace: Workspace): Promise<UnitedRegistry> {
  const registries = await readRegistries(workspace)
  const [problem] = unreadSentences(registries)
  if (problem !== undefined) throw new ExportStopped(problem)
  return unite(readableParts(registries))
}

/** So would one list of cleaning rules: what it calls boilerplate would not be marked. */
async function cleaningOf(workspace: Workspace, annotators: readonly string[]): Promise<UnitedCleaning> {
  const { parts, unread } = await readCleanings(workspace, annotators)
  if (unread[0] !== undefined) throw new ExportStopped(unread[0])
  return uniteCleaning(parts)
}

type Reading = Pick<ExportOptions, 'onProgress' | 'signal' | 'text'> & {
  readonly counted: (article: ExportedArticle) => void
}

async function* articlesOf(
  workspace: Workspace,
  annotators: readonly string[],
  { onProgress, signal, text = 'full', counted }: Reading,
): AsyncGenerator<DatasetArticle> {
  const ids = await articleIds(workspace).catch((error: unknown) => {
    throw new ExportStopped(unreadableSentence(error, workspace.root))
  })
  const cleaning = await cleaningOf(workspace, annotators)
  const known = new Set(ids)
  for (const [i, id] of ids.entries()) {
    if (signal?.aborted) throw new ExportStopped('The export was cancelled, and nothing was written.')
    onProgress?.(i, ids.length)
    const read = await readParts(workspace, id, annotators)
    if (!read.ok) throw new ExportStopped(read.problem.sentence)
    const { source, contributions } = read.value
    if (haveGoneOn(contributions, known)) continue
    const exported = exportedArticle(source, contributions, { cleaning, text })
    counted(exported)
    yield exported.article
  }
}

/**
 * True where all who have said something of an article have gone on to a newer version of its text: then that one is
 * exported, and its annotations are not counted twice.
 */
const haveGoneOn = (contributions: readonly Contribution[], known: ReadonlySet<string>): boolean =>
  contributions.length > 0 &&
  contributions.every(({ record: { later } }) => later !== null && known.has(later))

/** One article of a workspace as the dataset has it. */
export async function readObject(
  workspace: Workspace,
  id: string,
  annotators: readonly string[],
): Promise<Result<DatasetArticle>> {
  const { parts } = await readCleanings(workspace, annotators)
  const cleaning = uniteCleaning(parts)
  const read = await readParts(workspace, id, annotators)
  if (!read.ok) return read
  const { source, contributions } = read.value
  return ok(exportedArticle(source, contributions, { cleaning, text: 'full' }).article)
}

type Parts = { readonly source: ArticleText; readonly contributions: readonly Contribution[] }

async function readParts(
  workspace: Workspace,
  id: string,
  annotators: readonly string[],
): Promise<Result<Parts>> {
  const source = await readArticle(workspace, id)
  if (!source.ok) return source
  const contributions = await readContributions(workspace, source.value, annotators)
  return contributions.ok ? ok({ source: source.value, contributions: contributions.value }) : contributions
}
