import { statusOf } from '#electron/library/catalogue.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import { compareAnnotations } from '#shared/domain/annotation.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import { type CodePointMap, codePointMap } from '#shared/domain/code-points.ts'
import { mayCome } from '#shared/domain/lost-marks.ts'
import type { AnnotationRecord } from '#shared/domain/record.ts'
import { referredTo, referringTo } from '#shared/domain/references.ts'
import { standingArticle, unitedCorrections } from '#shared/domain/standing-article.ts'
import { noCleaning, type UnitedCleaning } from '#shared/domain/united-cleaning.ts'
import { annotationToFile } from '#shared/format/annotation-object.ts'
import type { DatasetArticle, DatasetText } from '#shared/format/dataset.ts'
import { type Attributed, type ExportedText, mainArticle } from './main-article.ts'

/** What one annotator has said about an article. */
export type Contribution = { readonly annotator: string; readonly record: AnnotationRecord }

export type ArticleWish = { readonly cleaning: UnitedCleaning; readonly text: DatasetText }

const AS_IT_IS: ArticleWish = { cleaning: noCleaning, text: 'full' }

/** An article for an export, and how many of its annotations do not stand in the main text, or not whole. */
export type ExportedArticle = Pick<ExportedText, 'leftOut' | 'clipped'> & { readonly article: DatasetArticle }

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
  const all = inReadingOrder(contributions)
  const exported =
    wanted === 'main' ? mainArticle(source, boilerplate, all) : { ...whole(source, all), boilerplate }
  const { text, sha256, annotations, main, leftOut, clipped } = exported
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
  return { article, leftOut, clipped }
}

/** The same where nothing can be left out. */
export const articleObject = (
  source: ArticleText,
  contributions: readonly Contribution[],
  cleaning: UnitedCleaning = noCleaning,
): DatasetArticle => exportedArticle(source, contributions, { cleaning, text: 'full' }).article

function whole({ article, text }: ArticleText, annotations: readonly Attributed[]): ExportedText {
  const { sha256, boilerplate } = article
  return { text, sha256, boilerplate, annotations, main: null, leftOut: 0, clipped: 0 }
}

/** Without what it says of marks that wait to be placed in this text: they are not in it yet. */
function asFarAsPlaced(annotation: Annotation, { annotations, earlier }: AnnotationRecord): Annotation {
  if (earlier === null) return annotation
  const waiting = [...referredTo(annotation)].filter((id) => !annotations.get(id) && mayCome(earlier, id))
  return waiting.reduce((one, id) => referringTo(one, id, null), annotation)
}

function inReadingOrder(contributions: readonly Contribution[]): Attributed[] {
  const all = contributions.flatMap(({ annotator, record }) =>
    Array.from(record.annotations, (annotation) => ({
      annotation: asFarAsPlaced(annotation, record),
      annotator,
    })),
  )
  // A stable sort: the annotators' order decides between two marks that are alike, id and all.
  return all.sort((a, b) => compareAnnotations(a.annotation, b.annotation))
}

const inCodePoints = (span: { readonly start: number; readonly end: number }, map: CodePointMap) => ({
  start: map.toCodePoint(span.start),
  end: map.toCodePoint(span.end),
})
