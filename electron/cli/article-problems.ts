import { articleObject, awaitedIn, type Contribution } from '#electron/export/article-object.ts'
import { readContributions } from '#electron/export/contributions.ts'
import { datasetFrame } from '#electron/export/dataset-frame.ts'
import { withMentioned } from '#electron/export/mentioned-actors.ts'
import { articleIds, readArticle } from '#electron/library/articles.ts'
import { readCleanings } from '#electron/library/cleanings.ts'
import { filesIn } from '#electron/library/folder.ts'
import { sha256 } from '#electron/library/hash.ts'
import { lookedAt } from '#electron/library/looked-at.ts'
import { readableParts, readRegistries, unreadSentences } from '#electron/library/registries.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import { FIELD_WORDS, METADATA_FIELDS } from '#shared/domain/metadata.ts'
import { type UnitedCleaning, uniteCleaning } from '#shared/domain/united-cleaning.ts'
import { unite } from '#shared/domain/united-registry.ts'
import type { DatasetArticle } from '#shared/format/dataset.ts'
import { datasetChecker, readFrame } from '#shared/format/dataset-problems.ts'
import { selfPointerProblems } from '#shared/format/self-pointers.ts'

/**
 * What is wrong with a workspace's articles and the annotations on them, one sentence each, and with that all that would
 * stop an export: they are put through the checks of the export itself.
 */
export async function articleProblems(workspace: Workspace): Promise<string[]> {
  const registries = await readRegistries(lookedAt(workspace))
  const unread = unreadSentences(registries)
  const annotators = registries.map(({ annotator }) => annotator)
  const union = await withMentioned(workspace, annotators, { union: unite(readableParts(registries)) })
  const cleanings = await readCleanings(workspace, annotators)
  const frame = readFrame({ ...datasetFrame(workspace, union), articles: [] })
  if (!frame.ok) return [...unread, ...frame.problems]
  const checking: Checking = {
    workspace: lookedAt(workspace),
    annotators,
    cleaning: uniteCleaning(cleanings.parts),
    problemsOf: datasetChecker(frame.value, sha256),
  }
  const problems = [...unread, ...cleanings.unread]
  for (const id of await articleIds(workspace)) {
    const source = await readArticle(workspace, id)
    if (source.ok) problems.push(...(await sourceProblems(checking, source.value)))
    else problems.push(source.problem.sentence)
  }
  return problems
}

type Checking = {
  readonly workspace: Workspace
  readonly annotators: readonly string[]
  readonly cleaning: UnitedCleaning
  /** What would stop an export of the article. */
  readonly problemsOf: (article: DatasetArticle) => string[]
}

async function sourceProblems(checking: Checking, source: ArticleText): Promise<string[]> {
  const { workspace, annotators, cleaning, problemsOf } = checking
  const problems = await originalProblems(workspace, source)
  const contributions: Contribution[] = []
  for (const annotator of annotators) {
    const read = await readContributions(workspace, source, [annotator])
    if (read.ok) contributions.push(...read.value)
    else problems.push(read.problem.sentence)
  }
  const contradictions = contradictionsIn(source.article.id, contributions)
  const object = articleObject(source, contributions, cleaning)
  const awaited = contributions.flatMap((one) => awaitedProblems(source.article.id, one))
  const selfPointers = selfPointerProblems(object)
  return [...problems, ...problemsOf(object), ...selfPointers, ...awaited, ...contradictions]
}

/** No export is stopped by it, but something is left out. */
function awaitedProblems(id: string, { annotator, record }: Contribution): string[] {
  const { size } = awaitedIn(record)
  if (size === 0) return []
  const waiting = size === 1 ? '1 annotation waits' : `${size} annotations wait`
  return [`${waiting} to be placed in “${id}” by ${annotator}, and others point there: see Collect, Changed.`]
}

const contradictionsIn = (id: string, contributions: readonly Contribution[]): string[] =>
  METADATA_FIELDS.flatMap((field) => {
    const corrections = contributions.flatMap(({ annotator, record }) => {
      const value = record.corrections[field]
      return value === undefined ? [] : [{ annotator, value }]
    })
    if (new Set(corrections.map(({ value }) => value)).size < 2) return []
    const said = corrections.map(({ annotator, value }) => `${annotator} says ${inWords(value)}`).join(', ')
    return [
      `The ${FIELD_WORDS[field]} of “${id}” was corrected in different ways: ${said}; please agree on one.`,
    ]
  })

const inWords = (value: string | null): string => (value === null ? 'it is not known' : `“${value}”`)

async function originalProblems({ root }: Workspace, { article }: ArticleText): Promise<string[]> {
  const { original } = article.provenance
  if (original === null) return []
  const name = `${article.id}.${original}`
  const isThere = (await filesIn(root, 'sources')).includes(name)
  return isThere ? [] : [`“sources/${name}”, the original of an article, is gone; please put it back.`]
}
