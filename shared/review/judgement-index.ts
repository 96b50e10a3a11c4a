import { referredTo } from '#shared/domain/references.ts'
import type { JudgedMark, Judgement, MarkRef } from '#shared/domain/review.ts'
import type { MarksHere } from './marks-here.ts'

/** A mark that came of a judgement, and what it came of. */
export type Made = { readonly id: string; readonly source: JudgedMark }

/** The marks that came of a judgement; one that was put right came of the mark as it was put right. */
export const madeBy = ({ about, made = [], proposal }: Judgement): readonly Made[] =>
  made.flatMap((id, i) => {
    const mark = about[i]
    return mark ? [{ id, source: proposal && i === 0 ? { ...mark, as: proposal } : mark }] : []
  })

/** Judgements by the marks that they are about and by those that what came of them names. */
export class JudgementIndex {
  readonly #here: MarksHere
  readonly #byMark = new Map<string, Judgement>()
  /** By the id of a mark. */
  readonly #naming = new Map<string, Set<Judgement>>()
  readonly #made = new Map<string, Judgement>()

  constructor(judgements: Iterable<Judgement>, here: MarksHere) {
    this.#here = here
    for (const judgement of judgements) this.add(judgement)
  }

  about(mark: MarkRef): Judgement | undefined {
    return this.#byMark.get(this.#here.keyOf(mark))
  }

  /** The mark of gold's that one became, of whatever judgement. */
  becameOf(mark: MarkRef): string | null {
    const judgement = this.about(mark)
    if (!judgement) return null
    const { about, made = [] } = judgement
    const key = this.#here.keyOf(mark)
    return made[about.findIndex((one) => this.#here.keyOf(one) === key)] ?? made[0] ?? null
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
    for (const mark of judgement.about) this.#byMark.set(this.#here.keyOf(mark), judgement)
    for (const { id, source } of madeBy(judgement)) {
      this.#made.set(id, judgement)
      for (const named of referredTo(source.as))
        this.#naming.set(named, (this.#naming.get(named) ?? new Set()).add(judgement))
    }
  }

  remove(judgement: Judgement): void {
    for (const mark of judgement.about) forget(this.#byMark, this.#here.keyOf(mark), judgement)
    for (const { id, source } of madeBy(judgement)) {
      forget(this.#made, id, judgement)
      for (const named of referredTo(source.as)) this.#naming.get(named)?.delete(judgement)
    }
  }
}

function forget(map: Map<string, Judgement>, key: string, judgement: Judgement): void {
  if (map.get(key) === judgement) map.delete(key)
}
