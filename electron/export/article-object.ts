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
import { type Attributed, type ExportedText, mainArticle } from './main-article.ts'
import { withoutPointers } from './pointers.ts'

/** What one annotator has said about an article. */
export type Contribution = { readonly annotator: string; readonly record: AnnotationRecord }

export type ArticleWish = { readonly cleaning: UnitedCleaning; readonly text: DatasetText }

const AS_IT_IS: ArticleWish = { cleaning: noCleaning, text: 'full' }

/** An article for an export, and how many of its annotations do not stand in the main text, or not whole. */
export type ExportedArticle = Pick<ExportedText, 'leftOut' | 'clipped' | 'unpointed'> & {
  readonly article: DatasetArticle
  /** Roles and links that were left out, because what they point to waits to be placed in this text, or was let go. */
  readonly unplaced: number
}

/**
 * An article as the dataset has it, with the annotations of all contributions in reading order. Contributions are
 * sorted by annotator: of what several correct, the word of the first holds.
 */
export function exportedArticle(
  source: ArticleText,
  contributions: readonly Contribution[],
  { cleaning, text: wanted }: ArticleWish = AS_IT_IS,
): ExportedArticle {
  const corrections = unitedCorrections(contributions.map(({ record }) => record.corrections))
  const { metadata, boilerplate } = standingArticle(source, corrections, cleaning)
  const { retrieved: _, ...known } = metadata
  const { all, unplaced } = inReadingOrder(contributions)
  const exported =
    wanted === 'main' ? mainArticle(source, boilerplate, all) : { ...whole(source, all), boilerplate }
  const { text, sha256, annotations, main, leftOut, clipped, unpointed } = exported
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
  return { article, leftOut, clipped, unpointed, unplaced }
}

/** The same where nothing can be left out. */
export const articleObject = (
  source: ArticleText,
  contributions: readonly Contribution[],
  cleaning: UnitedCleaning = noCleaning,
): DatasetArticle => exportedArticle(source, contributions, { cleaning, text: 'full' }).article

function whole({ article, text }: ArticleText, annotations: readonly Attributed[]): ExportedText {
  const { sha256, boilerplate } = article
  return { text, sha256, boilerplate, annotations, main: null, leftOut: 0, clipped: 0, unpointed: 0 }
}

function inReadingOrder(contributions: readonly Contribution[]) {
  const all = contributions.flatMap(({ annotator, record }) =>
    Array.from(record.annotations, (annotation) => ({ ...placedIn(record, annotation), annotator })),
  )
  const unplaced = all.reduce((sum, { lost }) => sum + lost, 0)
  // A stable sort: the annotators' order decides between two marks that are alike, id and all.
  return { all: all.sort((a, b) => compareAnnotations(a.annotation, b.annotation)), unplaced }
}

/** Elsewhere than in a newer version nothing can point to what is not there; that it does is for the checks to tell. */
const placedIn = ({ annotations, earlier }: AnnotationRecord, annotation: Annotation) =>
  withoutPointers(annotation, (id) => earlier === null || annotations.get(id) !== undefined)

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
