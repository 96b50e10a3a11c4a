import type { Annotation } from '#shared/domain/annotation.ts'
import type { MarkRef } from '#shared/domain/review.ts'

/** The same for two references to one mark, as far as both have its annotator's name of now; see `MarksHere`. */
export const markKey = ({ annotator, id }: MarkRef): string => `${annotator}/${id}`

type MarksOf = { readonly annotator: string; readonly annotations: Iterable<Pick<Annotation, 'id'>> }

/**
 * Finds the marks of one article by what is said of them. Marks of several annotators may have one id, since who takes over
 * a record or an import keeps the ids in it: so a mark is its annotator's and has its id. Where nobody here is called as
 * its annotator is, that annotator has another name by now, and it is the one mark here that has the id; where several
 * have it there is no telling which is meant, and none is.
 */
export class MarksHere {
  readonly #all: readonly MarksOf[]
  readonly #names: ReadonlySet<string>
  /** By id, who has such a mark; null where several have. */
  #holders: ReadonlyMap<string, string | null> | null = null

  /** @param others names of those who are here though they have marked nothing. */
  constructor(all: readonly MarksOf[], others: Iterable<string> = []) {
    this.#all = all
    this.#names = new Set([...all.map(({ annotator }) => annotator), ...others])
  }

  /** The reference with its annotator's name of now; as it is where that is not to be told. */
  meant<T extends MarkRef>(ref: T): T {
    if (this.#names.has(ref.annotator)) return ref
    this.#holders ??= holdersIn(this.#all)
    const annotator = this.#holders.get(ref.id)
    return annotator ? { ...ref, annotator } : ref
  }

  keyOf(ref: MarkRef): string {
    return markKey(this.meant(ref))
  }
}

function holdersIn(all: readonly MarksOf[]): ReadonlyMap<string, string | null> {
  const holders = new Map<string, string | null>()
  for (const { annotator, annotations } of all)
    for (const { id } of annotations) holders.set(id, holders.has(id) ? null : annotator)
  return holders
}
