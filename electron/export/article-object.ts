import { statusOf } from '#electron/library/catalogue.ts'
import { type Annotation, compareAnnotations } from '#shared/domain/annotation.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import { type CodePointMap, codePointMap } from '#shared/domain/code-points.ts'
import type { AnnotationRecord } from '#shared/domain/record.ts'
import { referredTo } from '#shared/domain/references.ts'
import { standingArticle, unitedCorrections } from '#shared/domain/standing-article.ts'
import { noCleaning, type UnitedCleaning } from '#shared/domain/united-cleaning.ts'
import { annotationToFile } from '#shared/format/annotation-object.ts'
import type { DatasetArticle, DatasetText } from '#shared/format/dataset.ts'
import { exampleOf } from '#shared/format/interchange/losses.ts'
import { type Attributed, type ExportedText, type Lost, mainArticle } from './main-article.ts'
import { withoutPointers } from './pointers.ts'

/** What one annotator has said about an article. */
export type Contribution = { readonly annotator: string; readonly record: AnnotationRecord }

export type ArticleWish = {
  readonly cleaning: UnitedCleaning
  readonly text: DatasetText
  /** Which annotations are wanted; what points to others is taken out. */
  readonly isWanted: (annotation: Annotation) => boolean
}

/** Everything, as it is. */
export const wholeArticle = (cleaning: UnitedCleaning): ArticleWish => ({
  cleaning,
  text: 'full',
  isWanted: () => true,
})

/** `lost`: what is not in it though it was wanted; in boilerplate, or pointing to what is not there. */
export type ExportedArticle = { readonly article: DatasetArticle; readonly lost: readonly LostExample[] }
export type LostExample = Omit<Lost, 'annotation'> & { readonly example: string }

/**
 * An article as the dataset has it, with the annotations of all contributions in reading order. Contributions are
 * sorted by annotator: of what several correct, the word of the first holds.
 */
export function exportedArticle(
  source: ArticleText,
  contributions: readonly Contribution[],
  { cleaning, text: wanted, isWanted }: ArticleWish,
): ExportedArticle {
  const corrections = unitedCorrections(contributions.map(({ record }) => record.corrections))
  const { metadata, boilerplate } = standingArticle(source, corrections, cleaning)
  const { retrieved: _, ...known } = metadata
  const { all, unpointed } = inReadingOrder(contributions, isWanted)
  const exported =
    wanted === 'main' ? mainArticle(source, boilerplate, all) : { ...whole(source, all), boilerplate }
  const { text, sha256, annotations, main, lost } = exported
  const map = codePointMap(text)
  const article = {
    ...known,
    ...main,
    id: source.article.id,
    text,
    sha256,
    status: statusOf(contributions.map(({ record }) => record.status)),
    boilerplate: exported.boilerplate.map((part) => ({ ...part, ...inCodePoints(part, map) })),
    annotations: annotations.map(({ annotation, annotator }) =>
      annotationToFile(annotation, text, map, annotator),
    ),
  }
  return { article, lost: [...unpointed, ...lost].flatMap((one) => withExample(one, source, article)) }
}

function withExample(
  { kind, count, annotation: { start, end, label } }: Lost,
  { text }: ArticleText,
  article: DatasetArticle,
): readonly LostExample[] {
  if (count === 0) return []
  return [{ kind, count, example: exampleOf({ text: text.slice(start, end), label }, article) }]
}

/** The same where nothing can be left out. */
export const articleObject = (
  source: ArticleText,
  contributions: readonly Contribution[],
  cleaning: UnitedCleaning = noCleaning,
): DatasetArticle => exportedArticle(source, contributions, wholeArticle(cleaning)).article

function whole({ article, text }: ArticleText, annotations: readonly Attributed[]): ExportedText {
  const { sha256, boilerplate } = article
  return { text, sha256, boilerplate, annotations, main: null, lost: [] }
}

function inReadingOrder(contributions: readonly Contribution[], isWanted: ArticleWish['isWanted']) {
  const unpointed: Lost[] = []
  const all = contributions.flatMap(({ annotator, record }) =>
    Array.from(record.annotations)
      .filter(isWanted)
      .map((annotation) => {
        const pruned = withoutPointers(annotation, {
          isThere: (id) => isPointedTo(record, id, isWanted),
          actorOf: (id) => record.annotations.get(id)?.actor ?? null,
        })
        unpointed.push({ kind: 'pointers', count: pruned.lost, annotation })
        return { annotation: pruned.annotation, annotator }
      }),
  )
  // A stable sort: the annotators' order decides between two marks that are alike, id and all.
  return { all: all.sort((a, b) => compareAnnotations(a.annotation, b.annotation)), unpointed }
}

/** Elsewhere than in a newer version nothing can point to what is not there; that it does is for the checks to tell. */
function isPointedTo(
  { annotations, earlier }: AnnotationRecord,
  id: string,
  isWanted: ArticleWish['isWanted'],
): boolean {
  const target = annotations.get(id)
  return target ? isWanted(target) : earlier === null
}

/** Ids of annotations that are pointed to, and wait to be placed in this newer version of a text. */
export function awaitedIn({ annotations, earlier }: AnnotationRecord): ReadonlySet<string> {
  if (!earlier) return new Set()
  const ids = Array.from(annotations).flatMap((annotation) => [...referredTo(annotation)])
  return new Set(ids.filter((id) => !annotations.get(id) && !earlier.dropped.includes(id)))
}

const inCodePoints = (span: { readonly start: number; readonly end: number }, map: CodePointMap) => ({
  start: map.toCodePoint(span.start),
  end: map.toCodePoint(span.end),
})
