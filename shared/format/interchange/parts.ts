import type { AnnotationObject } from '../annotation-object.ts'
import type { DatasetArticle } from '../dataset.ts'

/** What one annotator says of an article; nobody's where nobody annotated it. */
export type Part = {
  readonly annotator: string | null
  readonly annotations: readonly AnnotationObject[]
}

/** For formats whose documents are one annotator's each: at least one part, by name. */
export function partsOf({ annotations }: DatasetArticle): readonly Part[] {
  const names = [...new Set(annotations.map(({ annotator }) => annotator))].sort()
  if (names.length === 0) return [{ annotator: null, annotations: [] }]
  return names.map((name) => ({
    annotator: name,
    annotations: annotations.filter(({ annotator }) => annotator === name),
  }))
}
