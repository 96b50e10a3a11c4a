import type { AnnotationObject } from '../annotation-object.ts'
import type { DatasetArticle } from '../dataset.ts'
import type { Fit } from './adapter.ts'
import type { LossKind } from './losses.ts'

/** An article without the marks that its format has no place for; what points to them is taken out by whoever asked. */
export function fitWithout(
  article: DatasetArticle,
  isHeld: (annotation: AnnotationObject) => boolean,
  kind: LossKind,
): Fit {
  const lost = article.annotations.filter((annotation) => !isHeld(annotation))
  if (lost.length === 0) return { article, lost: [] }
  return {
    article: { ...article, annotations: article.annotations.filter(isHeld) },
    lost: lost.map((annotation) => ({ kind, annotation })),
  }
}
