import { referredTo } from '#shared/domain/references.ts'
import type { JudgedMark, Judgement, MarkRef } from '#shared/domain/review.ts'

/** A mark that came of a judgement, and what it came of. */
export type Made = { readonly id: string; readonly source: JudgedMark }

/** The marks that came of a judgement; one that was put right came of the mark as it was put right. */
export const madeBy = ({ about, made = [], proposal }: Judgement): readonly Made[] =>
  made.flatMap((id, i) => {
    const mark = about[i]
    return mark ? [{ id, source: proposal && i === 0 ? { ...mark, as: proposal } : mark }] : []
  })

/** Which of the marks that came of a judgement one that it is about became. */
export function becameOf({ about, made = [] }: Judgement, mark: MarkRef): string | null {
  const exact = about.findIndex((one) => one.id === mark.id && one.annotator === mark.annotator)
  const at = exact < 0 ? about.findIndex(({ id }) => id === mark.id) : exact
  return made[at] ?? made[0] ?? null
}

/**
 * Judgements by the marks that they are about and by those that what came of them names. A mark is found by its annotator
 * and its id; where its annotator, or the one of the judgement, is not among `present`, by its id alone: somebody has
 * another name by now.
 */
export class JudgementIndex {
  readonly #present: ReadonlySet<string>
  readonly #byMark = new Map<string, Judgement>()
  readonly #byId = new Map<string, Judgement>()
  /** By the id of a mark. */
  readonly #naming = new Map<string, Set<Judgement>>()
  readonly #made = new Map<string, Judgement>()

  constructor(judgements: Iterable<Judgement>, present: ReadonlySet<string>) {
    this.#present = present
    for (const judgement of judgements) this.add(judgement)
  }

  about(mark: MarkRef): Judgement | undefined {
    const exact = this.#byMark.get(keyOf(mark))
    if (exact) return exact
    const other = this.#byId.get(mark.id)
    const isRenamed = ({ annotator, id }: MarkRef) => id === mark.id && !this.#present.has(annotator)
    return other && (!this.#present.has(mark.annotator) || other.about.some(isRenamed)) ? other : undefined
  }

  /** Those of which a mark came that may name this one. */
  naming({ id }: MarkRef): Iterable<Judgement> {
    return this.#naming.get(id) ?? []
  }

  /** The one that a mark came of. */
  making(id: string): Judgement | undefined {
    return this.#made.get(id)
  }

  add(judgement: Judgement): void {
    for (const mark of judgement.about) {
      this.#byMark.set(keyOf(mark), judgement)
      this.#byId.set(mark.id, judgement)
    }
    for (const { id, source } of madeBy(judgement)) {
      this.#made.set(id, judgement)
      for (const named of referredTo(source.as))
        this.#naming.set(named, (this.#naming.get(named) ?? new Set()).add(judgement))
    }
  }

  remove(judgement: Judgement): void {
    for (const mark of judgement.about) {
      forget(this.#byMark, keyOf(mark), judgement)
      forget(this.#byId, mark.id, judgement)
    }
    for (const { id, source } of madeBy(judgement)) {
      forget(this.#made, id, judgement)
      for (const named of referredTo(source.as)) this.#naming.get(named)?.delete(judgement)
    }
  }
}

const keyOf = ({ annotator, id }: MarkRef): string => `${annotator}\n${id}`

function forget(map: Map<string, Judgement>, key: string, judgement: Judgement): void {
  if (map.get(key) === judgement) map.delete(key)
}
