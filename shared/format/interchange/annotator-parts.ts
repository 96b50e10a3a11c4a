import { sortedNames } from '../../domain/actor.ts'
import type { AnnotationObject } from '../annotation-object.ts'
import type { DatasetArticle } from '../dataset.ts'

/** What one annotator says of an article; `annotator` is null where nobody said anything. */
export type AnnotatorPart = {
  readonly annotator: string | null
  readonly annotations: readonly AnnotationObject[]
}

/** Whose annotations an article has, sorted. */
export const annotatorsOf = ({ annotations }: Pick<DatasetArticle, 'annotations'>): readonly string[] =>
  sortedNames(annotations.map(({ annotator }) => annotator))

/** An article as formats have it that know one annotator a document: by name, and one part at least. */
export function annotatorParts({ annotations }: DatasetArticle): readonly AnnotatorPart[] {
  const names = annotatorsOf({ annotations })
  if (names.length === 0) return [{ annotator: null, annotations }]
  return names.map((name) => ({
    annotator: name,
    annotations: annotations.filter(({ annotator }) => annotator === name),
  }))
}
