import type { Annotation } from './annotation.ts'
import type { AnnotationSet } from './annotation-set.ts'
import { hintsFor } from './checks.ts'
import type { CheckedArticle } from './hint.ts'
import { expectedLinks, KeptLinkTargets } from './link-targets.ts'
import type { Earlier } from './record.ts'
import { referredTo } from './references.ts'
import { twinsOf } from './twin-checks.ts'

/**
 * Which annotations of an article have hints, kept while they are edited. Whatever an edit changes is looked at again,
 * and with it what an edit elsewhere can give a hint to or take one from: those that mark the same words, that refer to it,
 * and that want to be linked to something of its label. It is done in pieces, whenever there is time.
 */
export class KeptHints {
  readonly #frame: Frame
  readonly #targets: KeptLinkTargets
  readonly #referring = new Groups()
  readonly #expecting = new Groups()
  readonly #hinted = new Set<string>()
  readonly #waiting = new Set<string>()
  #annotations: AnnotationSet
  #earlier: Earlier | null

  constructor(frame: Frame, annotations: AnnotationSet) {
    this.#frame = frame
    this.#annotations = annotations
    this.#earlier = frame.earlier
    this.#targets = new KeptLinkTargets(frame.scheme, annotations)
    for (const annotation of annotations) this.#add(annotation)
  }

  /** Goes on with another version of the annotations, and of what was let go of the earlier text's. */
  follow(annotations: AnnotationSet, earlier = this.#earlier): void {
    for (const id of droppedInOne(this.#earlier, earlier))
      for (const referring of this.#referring.of(id)) this.#waiting.add(referring)
    this.#earlier = earlier
    const { removed, added } = annotations.differenceFrom(this.#annotations)
    this.#annotations = annotations
    for (const annotation of removed) this.#remove(annotation)
    for (const annotation of added) this.#add(annotation)
    for (const annotation of [...removed, ...added]) this.#lookAround(annotation)
  }

  /** Looks at what waits until there is nothing left or no more time; answers whether nothing is left. */
  work(isOver: () => boolean): boolean {
    const article = this.#article
    for (const id of this.#waiting) {
      if (isOver()) return false
      this.#waiting.delete(id)
      const annotation = this.#annotations.get(id)
      if (annotation && hintsFor(article, annotation).length > 0) this.#hinted.add(id)
      else this.#hinted.delete(id)
    }
    return true
  }

  /** Ids of the annotations that have hints, as far as they were looked at. */
  get hinted(): ReadonlySet<string> {
    return new Set(this.#hinted)
  }

  get #article(): CheckedArticle {
    const annotations = this.#annotations
    return {
      ...this.#frame,
      annotations,
      earlier: this.#earlier,
      linkTargets: this.#targets.among(annotations),
    }
  }

  #add(annotation: Annotation): void {
    this.#waiting.add(annotation.id)
    for (const id of referredTo(annotation)) this.#referring.add(id, annotation.id)
    if (this.#expects(annotation)) this.#expecting.add(annotation.label, annotation.id)
  }

  #remove(annotation: Annotation): void {
    this.#waiting.add(annotation.id)
    for (const id of referredTo(annotation)) this.#referring.remove(id, annotation.id)
    if (this.#expects(annotation)) this.#expecting.remove(annotation.label, annotation.id)
  }

  #expects(annotation: Annotation): boolean {
    return expectedLinks(this.#frame.scheme, annotation).length > 0
  }

  #lookAround(annotation: Annotation): void {
    for (const { id } of twinsOf(this.#annotations, annotation)) this.#waiting.add(id)
    for (const id of this.#referring.of(annotation.id)) this.#waiting.add(id)
    for (const id of this.#expecting.of(annotation.label)) this.#waiting.add(id)
  }
}

/** All of a checked article that stays while its annotations are edited. */
type Frame = Omit<CheckedArticle, 'annotations' | 'linkTargets'>

/** Ids that were let go in one of the two and not in the other. */
function droppedInOne(a: Earlier | null, b: Earlier | null): readonly string[] {
  if (a === b) return []
  const [one, other] = [new Set(a?.dropped), new Set(b?.dropped)]
  return [...one, ...other].filter((id) => one.has(id) !== other.has(id))
}

/** Ids in groups that have names. */
class Groups {
  readonly #groups = new Map<string, Set<string>>()

  of(name: string): Iterable<string> {
    return this.#groups.get(name) ?? []
  }

  add(name: string, id: string): void {
    const group = this.#groups.get(name) ?? new Set<string>()
    this.#groups.set(name, group.add(id))
  }

  remove(name: string, id: string): void {
    const group = this.#groups.get(name)
    group?.delete(id)
    if (group?.size === 0) this.#groups.delete(name)
  }
}
