import { createHash } from 'node:crypto'
import { articleIds, readArticle } from '#electron/library/articles.ts'
import { listAnnotators } from '#electron/library/catalogue.ts'
import { readCleanings } from '#electron/library/cleanings.ts'
import { problemOf } from '#electron/library/disk-problem.ts'
import { writeDurably } from '#electron/library/durable-write.ts'
import { lookedAt } from '#electron/library/looked-at.ts'
import { readableParts, readRegistries } from '#electron/library/registries.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import { namedFew } from '#shared/domain/named-few.ts'
import { hasOpened, haveAllGoneOn } from '#shared/domain/record.ts'
import { type Failed, failed, type Ok, ok, type Result } from '#shared/domain/result.ts'
import { standingArticle, unitedCorrections } from '#shared/domain/standing-article.ts'
import { type UnitedCleaning, uniteCleaning } from '#shared/domain/united-cleaning.ts'
import { resolvedId, type UnitedRegistry, unite } from '#shared/domain/united-registry.ts'
import { stableLine } from '#shared/format/json.ts'
import { type PageAssets, reviewPage } from '#shared/format/review-page.ts'
import {
  type PageArticleParts,
  pageArticleToFile,
  REVIEW_PAGE,
  type ReviewPageData,
} from '#shared/format/review-page-data.ts'
import type { ReviewFileMade, ReviewFileSettings } from '#shared/ipc/review-file.ts'
import { aboutNow } from '#shared/review/threads.ts'
import { type AnnotatorsMarks, marksHereOf, readArticleMarks } from './article-marks.ts'

export type ReviewFileOrder = ReviewFileSettings & {
  /** All of it saved. */
  readonly workspace: Workspace
  /** Who makes the file, and is sent the answers. */
  readonly by: string
  readonly assets: PageAssets
  readonly out: string
  /** ISO 8601, UTC. */
  readonly now: string
}

const NOBODY =
  'None of them has opened any of these articles yet, or is done with one where that was asked for.'

/** Writes a review file: some annotators' marks in those articles that they have opened. */
export async function makeReviewFile(order: ReviewFileOrder): Promise<Result<ReviewFileMade>> {
  const gathered = await gather(order)
  if (!gathered.ok) return gathered
  const { articles, annotations, actors } = gathered.value
  if (articles.length === 0) return failed(NOBODY)
  const { workspace, by, now, assets, out } = order
  const { id, name, scheme } = workspace.manifest
  const data: ReviewPageData = {
    ...REVIEW_PAGE,
    made: now,
    by,
    workspace: { id, name },
    scheme,
    actors,
    articles: articles.map(pageArticleToFile),
  }
  const html = htmlOf(data, assets)
  try {
    await writeDurably(out, [html])
  } catch (error) {
    return failed(`“${out}” could not be written: ${problemOf(error)}`)
  }
  return ok({ out, articles: articles.length, annotations, bytes: Buffer.byteLength(html) })
}

/** The whole page. */
export function htmlOf(data: ReviewPageData, assets: PageAssets): string {
  const json = stableLine(data)
  const { labels } = data.scheme
  const title = `Review of “${data.workspace.name}”`
  const hash = createHash('sha256').update(json).digest('hex')
  const sha256 = (text: string) => createHash('sha256').update(text).digest('base64')
  return reviewPage({ title, data: json, hash, hues: labels.map(({ hue }) => hue), assets }, sha256)
}

type GatheredArticles = {
  readonly articles: readonly PageArticleParts[]
  readonly annotations: number
  readonly actors: Readonly<Record<string, string>>
}

async function gather(order: ReviewFileOrder): Promise<Result<GatheredArticles>> {
  const { annotators, articles: wanted, doneOnly } = order
  const workspace = lookedAt(order.workspace)
  const known = await listAnnotators(workspace)
  const strangers = annotators.filter((name) => !known.includes(name))
  if (strangers.length > 0) return failed(`Nobody of this workspace is called “${namedFew(strangers)}”.`)
  const [union, cleaning] = [
    unite(readableParts(await readRegistries(workspace))),
    uniteCleaning((await readCleanings(workspace, known)).parts),
  ]
  const articles: PageArticleParts[] = []
  const all = await articleIds(workspace)
  // Who asks for an article by name wants it, even where there is a newer version.
  const how = { annotators, names: known, cleaning, doneOnly, known: new Set(wanted ? [] : all) }
  for (const id of wanted ?? all) {
    const read = await articleIn(workspace, id, how)
    // One whose text cannot be read is only in the way where it was asked for.
    if (!read.ok && (wanted || !read.isText)) return read
    if (read.ok && read.value) articles.push(read.value)
  }
  const annotations = articles.flatMap(({ marks }) => marks.flatMap((one) => one.annotations))
  articles.sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0))
  return ok({ articles, annotations: annotations.length, actors: namesIn(annotations, union) })
}

type How = Pick<ReviewFileSettings, 'annotators' | 'doneOnly'> & {
  /** Names of all annotators. */
  readonly names: readonly string[]
  readonly cleaning: UnitedCleaning
  /** Ids of the articles that may stand in the place of others, as newer versions. */
  readonly known: ReadonlySet<string>
}

type ArticleIn = Ok<PageArticleParts | null> | (Failed & { readonly isText: boolean })

async function articleIn(workspace: Workspace, id: string, how: How): Promise<ArticleIn> {
  const source = await readArticle(workspace, id)
  if (!source.ok) return { ...source, isText: true }
  const read = await articleParts(workspace, source.value, how)
  return read.ok ? read : { ...read, isText: false }
}

/** Null where none of them has opened the article. What cannot be read is not left out in silence. */
async function articleParts(
  workspace: Workspace,
  source: ArticleText,
  { annotators, names, cleaning, doneOnly, known }: How,
): Promise<Result<PageArticleParts | null>> {
  const { marks, unread } = await readArticleMarks(workspace, source)
  const [sentence] = unread
  if (sentence !== undefined) return failed(sentence)
  const isWanted = doneOnly ? isDone : isOpened
  const opened = marks.filter((one) => annotators.includes(one.annotator) && isWanted(one))
  const records = opened.flatMap(({ record }) => record ?? [])
  if (opened.length === 0 || haveAllGoneOn(records, known)) return ok(null)
  const corrections = unitedCorrections(marks.flatMap(({ record }) => record?.corrections ?? []))
  const { metadata, boilerplate } = standingArticle(source, corrections, cleaning)
  return ok({
    of: source,
    title: metadata.title,
    source: metadata.source,
    published: metadata.published,
    boilerplate,
    marks: opened.map(({ annotator, record }) => ({
      annotator,
      annotations: [...(record?.annotations ?? [])],
    })),
    said: saidOf(marks, opened, names),
  })
}

const isOpened = ({ record }: AnnotatorsMarks): boolean =>
  record !== null && hasOpened(record.status, record.annotations.size)

const isDone = ({ record }: AnnotatorsMarks): boolean => record?.status === 'done'

/**
 * What everybody has said of the marks that are shown, with their annotators' names of now; what was settled in
 * adjudication is no review of them.
 */
function saidOf(
  all: readonly AnnotatorsMarks[],
  shown: readonly AnnotatorsMarks[],
  known: readonly string[],
): PageArticleParts['said'] {
  const here = marksHereOf(all, known)
  const names = new Set(shown.map(({ annotator }) => annotator))
  return all.flatMap(({ annotator, review }) => {
    const judgements = [...(review?.judgements.values() ?? [])]
      .filter(({ made }) => made === undefined)
      .map((one) => ({ ...one, about: one.about.map((mark) => here.meant(mark)) }))
      .filter(({ about }) => about.every((mark) => names.has(mark.annotator)))
    const comments = [...(review?.comments.values() ?? [])]
      .map((one) => ({ ...one, about: aboutNow(one.about, here) }))
      .filter(({ about }) => names.has(about.annotator))
    return judgements.length + comments.length > 0 ? [{ annotator, judgements, comments }] : []
  })
}

/** Names of the actors that the marks mean, by the ids that the marks have. */
function namesIn(
  annotations: readonly Annotation[],
  union: UnitedRegistry,
): Readonly<Record<string, string>> {
  const ids = new Set(
    annotations.flatMap(({ actor, roles }) => [
      ...(actor === undefined ? [] : [actor]),
      ...Object.values(roles).flatMap((fillers) =>
        fillers.flatMap((filler) => ('actor' in filler ? [filler.actor] : [])),
      ),
    ]),
  )
  return Object.fromEntries(
    [...ids].flatMap((id) => {
      const name = union.actors.get(resolvedId(union, id))?.name
      return name === undefined ? [] : [[id, name] as const]
    }),
  )
}
