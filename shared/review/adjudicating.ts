import type { Annotation } from '#shared/domain/annotation.ts'
import type { Change, Edit } from '#shared/domain/edit.ts'
import { equalJson } from '#shared/domain/equal.ts'
import type { Status } from '#shared/domain/record.ts'
import { referredTo, referringTo } from '#shared/domain/references.ts'
import type { JudgedMark, Judgement } from '#shared/domain/review.ts'
import type { Alignment } from './differences.ts'
import type { Gold } from './gold.ts'
import { type GoldOf, referringAnew, referringInGold } from './gold-references.ts'
import { JudgementIndex, madeBy } from './judgement-index.ts'
import { type Decision, OUTCOME_OF, settledBy, takeOf } from './verdict.ts'

/**
 * Decisions on groups of aligned marks, as one edit of gold's record and its judgements. A decision takes the place of all
 * that was decided of its marks before; what came of that goes, but for what was made by hand, or keeps its id where
 * something comes of it again. What gold's marks name is settled last, see `gold-references.ts`.
 */

export type Deciding = {
  readonly name: string
  /** Who decides. */
  readonly by: string
  /** ISO 8601, UTC. */
  readonly now: string
  readonly newId: () => string
  /** Of gold's record afterwards; where it is not given, a new one has been begun. */
  readonly status?: Status
}

/** The edit of gold that makes these decisions, each about other marks. */
export function adjudication(gold: Gold, decisions: readonly Decision[], deciding: Deciding): Edit {
  const work = new Adjudication(gold, deciding)
  for (const decision of decisions) work.decide(decision)
  return { name: deciding.name, changes: work.changes() }
}

/** Those that all have marked alike and that nobody has decided otherwise. */
export const agreedIn = (gold: Gold, alignments: readonly Alignment[]): readonly Decision[] =>
  alignments
    .filter((alignment) => alignment.kind === 'same' && gold.judgementsOf(alignment).length === 0)
    .map(takeOf)

class Adjudication {
  readonly #gold: Gold
  readonly #deciding: Deciding
  readonly #decided: JudgementIndex
  readonly #judgements: Judgement[] = []
  readonly #replaced = new Set<Judgement>()
  /** By their ids, gold's marks as they shall be. */
  readonly #marks = new Map<string, Annotation | null>()

  constructor(gold: Gold, deciding: Deciding) {
    this.#gold = gold
    this.#deciding = deciding
    this.#decided = new JudgementIndex([], gold.here)
  }

  decide(decision: Decision): void {
    const { about, taken } = settledBy(decision)
    const free = this.#freed(decision.alignment)
    const made = taken.map((mark) => this.#put(mark, free))
    for (const id of free) this.#marks.set(id, null)
    const { verdict, reason } = decision
    const { newId, by, now } = this.#deciding
    const judgement: Judgement = {
      id: newId(),
      about,
      outcome: OUTCOME_OF[verdict.kind],
      ...(verdict.kind === 'edit' ? { proposal: verdict.mark } : {}),
      ...(made.length > 0 ? { made } : {}),
      ...(reason ? { reason } : {}),
      by,
      created: now,
    }
    this.#judgements.push(judgement)
    this.#decided.add(judgement)
  }

  changes(): readonly Change[] {
    for (const { id, source } of this.#judgements.flatMap(madeBy)) this.#name(id, source)
    this.#nameAnew()
    this.#leaveNoneBehind()
    return [...this.#judgementChanges(), ...this.#markChanges(), ...this.#statusChange()]
  }

  /** Ids of the marks that came of what was decided before, and that nobody made by hand. */
  #freed(alignment: Alignment): string[] {
    const before = this.#gold.judgementsOf(alignment).filter((one) => !this.#replaced.has(one))
    for (const judgement of before) this.#replaced.add(judgement)
    return before.flatMap(({ made = [] }) => made).filter((id) => this.#isOurs(id))
  }

  #isOurs(id: string): boolean {
    return this.#gold.record.annotations.get(id)?.origin.kind === 'adjudicated'
  }

  /** Has a mark come into gold; answers with its id there. */
  #put(mark: Annotation, free: string[]): string {
    const twin = this.#gold.twinByHand(mark)
    if (twin && !this.#decided.making(twin.id)) return twin.id
    const { now, by, newId } = this.#deciding
    const id = free.shift() ?? newId()
    const created = this.#gold.record.annotations.get(id)?.created ?? now
    const origin = { kind: 'adjudicated', by } as const
    this.#marks.set(id, { ...mark, id, certainty: 'sure', origin, created, updated: now })
    return id
  }

  readonly #before: GoldOf = (mark) => this.#gold.index.becameOf(mark)

  readonly #after: GoldOf = (mark) => {
    if (this.#decided.about(mark)) return this.#decided.becameOf(mark)
    const before = this.#gold.index.about(mark)
    return before && !this.#replaced.has(before) ? this.#before(mark) : null
  }

  #name(id: string, source: JudgedMark): void {
    const mark = this.#marks.get(id)
    if (mark) this.#marks.set(id, referringInGold(mark, source, this.#after))
  }

  /** What was taken earlier and names a mark that is another in gold now. */
  #nameAnew(): void {
    const settled = [...this.#judgements, ...this.#replaced].flatMap(({ about }) => about)
    const naming = new Set(settled.flatMap((mark) => [...this.#gold.index.naming(mark)]))
    for (const judgement of naming) {
      if (this.#replaced.has(judgement)) continue
      for (const { id, source } of madeBy(judgement)) {
        const mark = this.#gold.record.annotations.get(id)
        if (mark && this.#isOurs(id))
          this.#change(mark, referringAnew(mark, source, [this.#before, this.#after]))
      }
    }
  }

  #change(mark: Annotation, after: Annotation): void {
    if (!equalJson(mark, after)) this.#marks.set(mark.id, { ...after, updated: this.#deciding.now })
  }

  /** What names a mark that goes, and was told so by hand: it names it no more. Goes through all of gold. */
  #leaveNoneBehind(): void {
    const gone = [...this.#marks].filter(([, mark]) => mark === null).map(([id]) => id)
    if (gone.length === 0) return
    const isGone = new Set(gone)
    for (const mark of this.#gold.record.annotations) {
      const now = this.#marks.has(mark.id) ? this.#marks.get(mark.id) : mark
      if (!now) continue
      const named = [...referredTo(now)].filter((id) => isGone.has(id))
      this.#change(
        mark,
        named.reduce((rest, id) => referringTo(rest, id, null), now),
      )
    }
  }

  #judgementChanges(): readonly Change[] {
    return [
      ...[...this.#replaced].map(
        (before) => ({ kind: 'judgement', id: before.id, before, after: null }) as const,
      ),
      ...this.#judgements.map((after) => ({ kind: 'judgement', id: after.id, before: null, after }) as const),
    ]
  }

  #markChanges(): readonly Change[] {
    return [...this.#marks].flatMap(([id, after]) => {
      const before = this.#gold.record.annotations.get(id) ?? null
      return before === after ? [] : [{ kind: 'annotation', id, before, after } as const]
    })
  }

  #statusChange(): readonly Change[] {
    const { status: before } = this.#gold.record
    const after = this.#deciding.status ?? (before === 'new' ? 'in progress' : before)
    return before === after ? [] : [{ kind: 'status', before, after }]
  }
}
