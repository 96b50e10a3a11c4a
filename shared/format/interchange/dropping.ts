import type { AnnotationObject } from '../annotation-object.ts'
import type { DatasetArticle } from '../dataset.ts'
import type { Fit } from './adapter.ts'
import { type Losing, withoutDangling } from './carry.ts'
import type { LossKind } from './losses.ts'

/** An article without the marks that its format has no place for, and without what points to them. */
export function fitWithout(
  article: DatasetArticle,
  isHeld: (annotation: AnnotationObject) => boolean,
  kind: LossKind,
): Fit {
  const lost: { kind: LossKind; annotation: AnnotationObject }[] = []
  const losing: Losing = (what, annotation, count = 1) => {
    for (let i = 0; i < count; i++) lost.push({ kind: what, annotation })
  }
  const held = article.annotations.filter(isHeld)
  if (held.length === article.annotations.length) return { article, lost }
  for (const annotation of article.annotations) if (!isHeld(annotation)) losing(kind, annotation)
  return { article: { ...article, annotations: [...withoutDangling(held, losing)] }, lost }
}
