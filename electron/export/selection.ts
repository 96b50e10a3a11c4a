import { articleIds } from '#electron/library/articles.ts'
import { mapAhead } from '#electron/library/at-once.ts'
import { readCleanings } from '#electron/library/cleanings.ts'
import { unreadableSentence } from '#electron/library/disk-problem.ts'
import { sha256 } from '#electron/library/hash.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import { hasOpened, haveAllGoneOn } from '#shared/domain/record.ts'
import { GOLD } from '#shared/domain/review.ts'
import { labelOf } from '#shared/domain/scheme.ts'
import { type UnitedCleaning, uniteCleaning } from '#shared/domain/united-cleaning.ts'
import type { DatasetArticle } from '#shared/format/dataset.ts'
import { datasetChecker } from '#shared/format/dataset-problems.ts'
import type { ExportSettings } from '#shared/format/export-settings.ts'
import type { ExportFrame } from '#shared/format/interchange/adapter.ts'
import type { LossTally } from '#shared/format/interchange/losses.ts'
import { type ArticleWish, type ExportedArticle, exportedArticle } from './article-object.ts'
import { wantedAnnotators } from './contributions.ts'
import { readFrameOf } from './dataset-frame.ts'
import { ExportStopped, stopIfCancelled } from './export-stopped.ts'
import { readParts } from './read-object.ts'

/** What of a workspace is exported; the articles are read one after the other, each time anew. */
export type Selection = {
  readonly frame: ExportFrame
  /** True where the workspace has no articles at all. */
  readonly isOfNone: boolean
  /** How many articles are looked at. */
  readonly total: number
  readonly articles: (watching: Watching) => AsyncGenerator<DatasetArticle>
}

export type Watching = {
  /** Told of what is lost before a format is asked. */
  readonly tally: LossTally
  readonly signal: AbortSignal | undefined
  readonly onProgress?: ((done: number) => void) | undefined
}

export type Wish = Pick<
  ExportSettings,
  'annotators' | 'labels' | 'statuses' | 'articles' | 'isSureOnly' | 'text'
>

/** @throws {ExportStopped} for what is not there, or cannot be read. */
export async function selectionOf(
  workspace: Workspace,
  wish: Wish,
  signal?: AbortSignal,
): Promise<Selection> {
  const annotators = await wantedAnnotators(workspace, wish.annotators)
  if (!annotators.ok) throw new ExportStopped(annotators.problem.sentence)
  checkLabels(workspace, wish.labels)
  const known = await knownArticles(workspace)
  const ids = wantedArticles(known, wish.articles)
  const frame = await readFrameOf(workspace, annotators.value, signal)
  const cleaning = await cleaningOf(workspace, annotators.value)
  const reading = { workspace, annotators: annotators.value, known: new Set(known), frame, wish, cleaning }
  return {
    frame,
    isOfNone: known.length === 0,
    total: ids.length,
    articles: (watching) => articlesOf(ids, reading, watching),
  }
}

function checkLabels({ manifest: { scheme } }: Workspace, labels: Wish['labels']): void {
  const unknown = labels?.find((label) => !labelOf(scheme, label))
  if (unknown === undefined) return
  const all = scheme.labels.map(({ id }) => id).join(', ')
  throw new ExportStopped(`There is no label “${unknown}” in this workspace; the labels are: ${all}.`)
}

const knownArticles = (workspace: Workspace): Promise<string[]> =>
  articleIds(workspace).catch((error: unknown) => {
    throw new ExportStopped(unreadableSentence(error, workspace.root))
  })

function wantedArticles(known: readonly string[], wanted: Wish['articles']): readonly string[] {
  if (wanted === null) return known
  const there = new Set(known)
  const missing = wanted.find((id) => !there.has(id))
  if (missing !== undefined)
    throw new ExportStopped(`There is no article “${missing}” in this workspace any more.`)
  return [...new Set(wanted)].sort()
}

/** A list of cleaning rules that cannot be read stops the export: what it calls boilerplate would not be marked. */
async function cleaningOf(workspace: Workspace, annotators: readonly string[]): Promise<UnitedCleaning> {
  const { parts, unread } = await readCleanings(workspace, annotators)
  if (unread[0] !== undefined) throw new ExportStopped(unread[0])
  return uniteCleaning(parts)
}

type Reading = {
  readonly workspace: Workspace
  readonly annotators: readonly string[]
  readonly known: ReadonlySet<string>
  readonly frame: ExportFrame
  readonly wish: Wish
  readonly cleaning: UnitedCleaning
}

/** Articles that are read while others are worked on. */
const READ_AHEAD = 8

async function* articlesOf(
  ids: readonly string[],
  reading: Reading,
  { tally, signal, onProgress }: Watching,
): AsyncGenerator<DatasetArticle> {
  const { frame, wish, cleaning, annotators } = reading
  const isGoldAlone = annotators.length === 1 && annotators[0] === GOLD
  const problemsOf = datasetChecker(frame, sha256)
  const articleWish: ArticleWish = { cleaning, text: wish.text, isWanted: wantedIn(wish) }
  const read = mapAhead(ids, READ_AHEAD, (id) => readSelected(id, reading, articleWish))
  let done = 0
  for await (const exported of read) {
    stopIfCancelled(signal)
    onProgress?.(done++)
    if (!exported) continue
    if (isGoldAlone && !exported.isOpened) {
      tally.addBeside('unadjudicated', 1)
      continue
    }
    const [problem] = problemsOf(exported.article)
    if (problem !== undefined) throw new ExportStopped(`Nothing was exported, because of this: ${problem}`)
    for (const { kind, count, example } of exported.lost) tally.add(kind, count, example)
    yield exported.article
  }
}

type SelectedArticle = ExportedArticle & {
  /** Of those whose work is exported, somebody has begun with it. */
  readonly isOpened: boolean
}

/** Null for one that is not wanted. */
async function readSelected(
  id: string,
  { workspace, annotators, known, wish }: Reading,
  articleWish: ArticleWish,
): Promise<SelectedArticle | null> {
  const read = await readParts(workspace, id, annotators)
  if (!read.ok) throw new ExportStopped(read.problem.sentence)
  const { source, contributions } = read.value
  const records = contributions.map(({ record }) => record)
  // The newer version is exported, and its annotations are not counted twice.
  if (haveAllGoneOn(records, known)) return null
  const exported = exportedArticle(source, contributions, articleWish)
  const isWanted = wish.statuses === null || wish.statuses.includes(exported.article.status)
  return isWanted
    ? {
        ...exported,
        isOpened: records.some(({ status, annotations }) => hasOpened(status, annotations.size)),
      }
    : null
}

function wantedIn({ labels, isSureOnly }: Wish): (annotation: Annotation) => boolean {
  const wanted = labels && new Set(labels)
  return ({ label, certainty }) => (!wanted || wanted.has(label)) && (!isSureOnly || certainty === 'sure')
}
