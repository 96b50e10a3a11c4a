import { articleIds, readArticle } from '#electron/library/articles.ts'
import { mapAhead } from '#electron/library/at-once.ts'
import { listAnnotators, type Shelf, shelfOf } from '#electron/library/catalogue.ts'
import { lookedAt } from '#electron/library/looked-at.ts'
import { readRecord } from '#electron/library/records.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import { compareText } from '#shared/domain/compare-text.ts'
import { type AnnotationRecord, hasOpened, haveAllGoneOn } from '#shared/domain/record.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { GOLD } from '#shared/domain/review.ts'
import { standingMetadata, unitedCorrections } from '#shared/domain/standing-article.ts'
import type { Codings } from '#shared/review/codings.ts'

export type CodingsWish = {
  readonly annotators: readonly string[]
  /** An article that fewer of them have opened is not wanted. */
  readonly fewest: number
}

/** What several annotators say of one article: null where too few have opened it, or where its newer version counts. */
export type CodingsRead = {
  readonly codings: Codings | null
  /** Sentences about what could not be read, and is missing from the codings. */
  readonly unread: readonly string[]
}

export type CodingsShelf = {
  readonly total: number
  /** Those who have said something of one of these articles, sorted. */
  readonly sharing: readonly string[]
  /** One after the other, by id; those that are not asked for any more are let go. */
  readonly articles: () => AsyncGenerator<CodingsRead>
}

const READ_AHEAD = 8

/** The work of several annotators on all articles that so many of them may have opened. Throws system errors. */
export async function codingsIn(
  given: Workspace,
  { annotators, fewest }: CodingsWish,
): Promise<CodingsShelf> {
  const workspace = lookedAt(given)
  const [all, shelves] = await Promise.all([
    articleIds(workspace),
    Promise.all(annotators.map((name) => shelfOf(workspace, name))),
  ])
  const ids = all.filter((id) => shelvesOf(id, shelves).length >= fewest)
  const reading = { workspace, shelves, known: new Set(all), fewest }
  const sharing = shelves.filter(({ files }) => ids.some((id) => files.has(`${id}.json`)))
  return {
    total: ids.length,
    sharing: sharing.map(({ annotator }) => annotator).sort(compareText),
    articles: () => mapAhead(ids, READ_AHEAD, (id) => readCodings(id, reading)),
  }
}

/** The annotators whose work is compared: those who are named, sorted, or all but the gold. Throws system errors. */
export async function comparedAnnotators(
  workspace: Workspace,
  named: readonly string[] | null,
): Promise<Result<readonly string[]>> {
  const all = await listAnnotators(workspace)
  const missing = named?.find((name) => !all.includes(name))
  if (missing === undefined) return ok(all.filter((name) => (named ? named.includes(name) : name !== GOLD)))
  return failed(
    `There is no annotator “${missing}” in this workspace; the annotators are: ${all.join(', ') || 'none'}.`,
  )
}

export type CodingsReading = {
  readonly workspace: Workspace
  /** The folders of those whose work is wanted. */
  readonly shelves: readonly Shelf[]
  /** Ids of all articles. */
  readonly known: ReadonlySet<string>
  readonly fewest: number
}

/** Of one article. Nothing of what it reads is kept, and nothing is written. */
export async function readCodings(id: string, reading: CodingsReading): Promise<CodingsRead> {
  const source = await readArticle(reading.workspace, id)
  if (!source.ok) return { codings: null, unread: [source.problem.sentence] }
  const names = shelvesOf(id, reading.shelves).map(({ annotator }) => annotator)
  const said: Said[] = []
  const unread: string[] = []
  for (const annotator of names) {
    const read = await readRecord(reading.workspace, annotator, source.value)
    if (read.kind !== 'ok') unread.push(read.sentence)
    else if (hasOpened(read.document.status, read.document.annotations.size))
      said.push({ annotator, record: read.document })
  }
  const isWanted = said.length >= reading.fewest && !isReplaced(said, reading.known)
  return { codings: isWanted ? codingsOf(source.value, said) : null, unread }
}

type Said = { readonly annotator: string; readonly record: AnnotationRecord }

/** Those that have a file about an article. */
export const shelvesOf = (id: string, shelves: readonly Shelf[]): readonly Shelf[] =>
  shelves.filter(({ files }) => files.has(`${id}.json`))

/** The gold goes nowhere by itself. */
function isReplaced(said: readonly Said[], known: ReadonlySet<string>): boolean {
  const people = said.filter(({ annotator }) => annotator !== GOLD)
  return haveAllGoneOn(
    people.map(({ record }) => record),
    known,
  )
}

function codingsOf({ article, text }: ArticleText, said: readonly Said[]): Codings {
  const corrections = unitedCorrections(said.map(({ record }) => record.corrections))
  return {
    articleId: article.id,
    title: standingMetadata(article, corrections).title,
    text,
    annotators: said
      .map(({ annotator, record }) => ({ annotator, annotations: [...record.annotations] }))
      .sort((a, b) => compareText(a.annotator, b.annotator)),
  }
}
