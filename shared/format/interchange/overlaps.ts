import { type Span, spanContains, spansEqual } from '../../domain/span.ts'
import type { LossKind } from './losses.ts'

/**
 * Which of several marks on the same words stays, in a format where each character belongs to one mark at most. Marks are
 * taken in the order of the rule; each takes its characters, and the next one gets what is left: nothing where it must
 * stay whole, its remaining pieces where it may be split.
 */
export const LOSS_RULES = ['longest', 'innermost', 'label', 'split'] as const
export type LossRule = (typeof LOSS_RULES)[number]

export type LossSettings = {
  readonly rule: LossRule
  /** Labels by precedence, for the rule `label`; those that are not named come last. */
  readonly labels: readonly string[]
}

type Mark = Span & { readonly id: string; readonly label: string }

/** What is left of a mark: itself, some pieces, or nothing; `by` says what it had in common with the mark in its way. */
export type Kept<M> = { readonly mark: M; readonly spans: readonly Span[]; readonly by: OverlapKind | null }
export type OverlapKind = Extract<LossKind, 'nested' | 'crossing' | 'identical'>

/** @param marks of one text, each one run of it. Answers in their order. */
export function withoutOverlaps<M extends Mark>(
  marks: readonly M[],
  settings: LossSettings,
): readonly Kept<M>[] {
  const kept = new Map<M, Kept<M>>()
  const owners = new Owners(marks)
  for (const mark of [...marks].sort(orderOf(settings))) {
    const blocking = owners.over(mark)
    const spans = owners.take(mark, settings.rule === 'split')
    kept.set(mark, { mark, spans, by: blocking.length > 0 ? overlapOf(mark, blocking) : null })
  }
  return marks.map((mark) => kept.get(mark) as Kept<M>)
}

type Order = (a: Mark, b: Mark) => number

function orderOf({ rule, labels }: LossSettings): Order {
  const length = (a: Mark, b: Mark): number => a.end - a.start - (b.end - b.start)
  const place = (a: Mark, b: Mark): number => a.start - b.start || (a.id < b.id ? -1 : 1)
  const rank = ({ label }: Mark): number => (labels.includes(label) ? labels.indexOf(label) : labels.length)
  const byLength: Order = rule === 'innermost' || rule === 'split' ? length : (a, b) => length(b, a)
  return (a, b) => (rule === 'label' ? rank(a) - rank(b) : 0) || byLength(a, b) || place(a, b)
}

/** Identical before nested before crossing, where a mark meets several. */
function overlapOf(mark: Span, others: readonly Span[]): OverlapKind {
  if (others.some((other) => spansEqual(mark, other))) return 'identical'
  if (others.some((other) => spanContains(mark, other) || spanContains(other, mark))) return 'nested'
  return 'crossing'
}

/** Whom the characters of a text belong to. */
class Owners {
  readonly #from: number
  /** For each character the number of its mark, from 1; 0 where it has none. */
  readonly #owner: Int32Array
  readonly #marks: Mark[] = []

  constructor(marks: readonly Mark[]) {
    this.#from = marks.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY)
    const end = marks.reduce((most, mark) => Math.max(most, mark.end), 0)
    this.#owner = new Int32Array(marks.length > 0 ? end - this.#from : 0)
  }

  over({ start, end }: Mark): readonly Mark[] {
    const numbers = new Set(this.#owner.subarray(start - this.#from, end - this.#from))
    return [...numbers].flatMap((number) => this.#marks[number - 1] ?? [])
  }

  /** The characters that the mark gets. */
  take(mark: Mark, isSplit: boolean): readonly Span[] {
    const others = this.over(mark)
    if (others.length > 0 && !isSplit) return []
    const spans = this.#free(mark)
    this.#marks.push(mark)
    for (const { start, end } of spans)
      this.#owner.fill(this.#marks.length, start - this.#from, end - this.#from)
    return spans
  }

  #free({ start, end }: Mark): readonly Span[] {
    const spans: Span[] = []
    for (let at = start; at < end; at++) {
      const last = spans.at(-1)
      if (this.#owner[at - this.#from] !== 0) continue
      if (last?.end === at) spans[spans.length - 1] = { start: last.start, end: at + 1 }
      else spans.push({ start: at, end: at + 1 })
    }
    return spans
  }
}
