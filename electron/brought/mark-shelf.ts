import { type Annotation, fragmentsOf } from '#shared/domain/annotation.ts'
import type { AnnotationSet } from '#shared/domain/annotation-set.ts'

export type MarkChange = { readonly before: Annotation | null; readonly after: Annotation }

/** What stands in a record, by words and label; each takes in one mark of a group. */
export class MarkShelf {
  readonly #here = new Map<string, Annotation>()
  readonly #taken = new Set<string>()
  /** Ids of those that stand at a place. */
  readonly #standing = new Map<string, string[]>()
  #unclaimed = new Map<string, string[]>()

  constructor(record: AnnotationSet) {
    for (const one of record) this.put(one)
  }

  /** In place of the one that has its id. */
  put(annotation: Annotation): void {
    const key = placeKey(annotation)
    if (!this.#here.has(annotation.id))
      this.#standing.set(key, [...(this.#standing.get(key) ?? []), annotation.id])
    this.#here.set(annotation.id, annotation)
    this.#taken.add(annotation.id)
    this.#unclaimed = new Map()
  }

  changesFrom(record: AnnotationSet): readonly MarkChange[] {
    const all = Array.from(this.#here.values(), (after) => ({ before: record.get(after.id) ?? null, after }))
    return all.filter(({ before, after }) => before !== after)
  }

  claim(mark: Annotation): Annotation | undefined {
    const key = placeKey(mark)
    const there = this.#unclaimed.get(key) ?? [...(this.#standing.get(key) ?? [])]
    this.#unclaimed.set(key, there)
    const [id] = there.splice(Math.max(0, there.indexOf(mark.id)), 1)
    return id === undefined ? undefined : this.#here.get(id)
  }

  idFor(wanted: string | undefined, newId: () => string): string {
    const id = wanted !== undefined && PLAIN.test(wanted) && !this.#taken.has(wanted) ? wanted : newId()
    this.#taken.add(id)
    return id
  }
}

const PLAIN = /^[A-Za-z0-9][\w.:-]{0,99}$/

const placeKey = (annotation: Annotation): string =>
  [annotation.label, ...fragmentsOf(annotation).flatMap(({ start, end }) => [start, end])].join(' ')
