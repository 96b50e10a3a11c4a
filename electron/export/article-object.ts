import { statusOf } from '#electron/library/catalogue.ts'
import { type Annotation, compareAnnotations } from '#shared/domain/annotation.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import { type CodePointMap, codePointMap } from '#shared/domain/code-points.ts'
import type { AnnotationRecord } from '#shared/domain/record.ts'
import { annotationToFile } from '#shared/format/annotation-object.ts'
import type { DatasetArticle } from '#shared/format/dataset.ts'

/** What one annotator has said about an article. */
export type Contribution = { readonly annotator: string; readonly record: AnnotationRecord }

/**
 * An article as the dataset has it, with the annotations of all contributions in reading order. Contributions are
 * sorted by annotator: the first to correct the title is the one whose correction holds.
 */
export function articleObject(source: ArticleText, contributions: readonly Contribution[]): DatasetArticle {
  const { article, text } = source
  const { retrieved: _, ...metadata } = article.metadata
  const map = codePointMap(text)
  const corrected = contributions
    .map(({ record }) => record.corrections.title)
    .find((title) => title !== undefined)
  return {
    ...metadata,
    id: article.id,
    title: corrected ?? metadata.title,
    text,
    sha256: article.sha256,
    status: statusOf(contributions.map(({ record }) => record.status)),
    boilerplate: article.boilerplate.map((part) => ({ ...part, ...inCodePoints(part, map) })),
    annotations: inReadingOrder(contributions).map(({ annotation, annotator }) =>
      annotationToFile(annotation, text, map, annotator),
    ),
  }
}

type Attributed = { readonly annotation: Annotation; readonly annotator: string }

function inReadingOrder(contributions: readonly Contribution[]): Attributed[] {
  const all = contributions.flatMap(({ annotator, record }) =>
    Array.from(record.annotations, (annotation) => ({ annotation, annotator })),
  )
  // A stable sort: the annotators' order decides between two marks that are alike, id and all.
  return all.sort((a, b) => compareAnnotations(a.annotation, b.annotation))
}

const inCodePoints = (span: { readonly start: number; readonly end: number }, map: CodePointMap) => ({
  start: map.toCodePoint(span.start),
  end: map.toCodePoint(span.end),
})
