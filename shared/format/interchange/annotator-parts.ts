import type { AnnotationObject } from '../annotation-object.ts'
import type { DatasetArticle } from '../dataset.ts'

/** What one annotator says of an article; `annotator` is null where nobody said anything. */
export type AnnotatorPart = {
  readonly annotator: string | null
  readonly annotations: readonly AnnotationObject[]
}

/** An article as formats have it that know one annotator a document: by name, and one part at least. */
export function annotatorParts({ annotations }: DatasetArticle): readonly AnnotatorPart[] {
  const names = [...new Set(annotations.map(({ annotator }) => annotator))].sort()
  if (names.length === 0) return [{ annotator: null, annotations }]
  return names.map((name) => ({
    annotator: name,
    annotations: annotations.filter(({ annotator }) => annotator === name),
  }))
}
