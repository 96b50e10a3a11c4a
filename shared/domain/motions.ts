import { countBelow } from './count-below.ts'
import { runsRightToLeft } from './direction.ts'
import type { Span } from './span.ts'
import { lineEndAt, lineStartAt, nextEnd, nextStart, previousStart, type Unit } from './units.ts'

/**
 * Where the caret's keys take it. The caret moves through the text in its own order, in every script: what is left and
 * right is settled by the direction of the whole paragraph (UAX #9, P2: its first strong character), so that a key always
 * goes on in the same sense and no offset between two characters is out of reach.
 */
export const MOTIONS = [
  'left',
  'right',
  'word-left',
  'word-right',
  'previous-sentence',
  'next-sentence',
  'previous-paragraph',
  'next-paragraph',
  'start',
  'end',
] as const
export type Motion = (typeof MOTIONS)[number]

/** Which way through the text a motion goes and by what; `all` is to the text's very start or end. */
export type Course = { readonly isForward: boolean; readonly unit: Unit | 'all' }

export function courseOf(text: string, offset: number, motion: Motion): Course {
  const isForward = !isRtlAt(text, offset)
  switch (motion) {
    case 'left':
      return { isForward: !isForward, unit: 'character' }
    case 'right':
      return { isForward, unit: 'character' }
    case 'word-left':
      return { isForward: !isForward, unit: 'word' }
    case 'word-right':
      return { isForward, unit: 'word' }
    case 'previous-sentence':
    case 'next-sentence':
      return { isForward: motion === 'next-sentence', unit: 'sentence' }
    case 'previous-paragraph':
    case 'next-paragraph':
      return { isForward: motion === 'next-paragraph', unit: 'paragraph' }
    case 'start':
    case 'end':
      return { isForward: motion === 'end', unit: 'all' }
  }
}

/** Where the caret goes: on to the end of a word, but to the start of a sentence or paragraph; back always to a start. */
export function caretAfter(text: string, offset: number, { isForward, unit }: Course): number {
  if (unit === 'all') return isForward ? text.length : 0
  if (!isForward) return previousStart(text, offset, unit)
  return unit === 'sentence' || unit === 'paragraph'
    ? nextStart(text, offset, unit)
    : nextEnd(text, offset, unit)
}

/** Where the moving side of a selection goes: on to an end, back to a start, so that whole units are taken in. */
export function headAfter(text: string, offset: number, { isForward, unit }: Course): number {
  if (unit === 'all') return isForward ? text.length : 0
  return isForward ? nextEnd(text, offset, unit) : previousStart(text, offset, unit)
}

/** The lines of a text that are folded away, as `Fold` has them: sorted, each up to where the next line begins. */
export type Folds = { readonly runs: readonly Span[]; readonly textLength: number }

/** `to`, or where it is folded away, the nearest place beyond on the way from `from`; undefined where there is none. */
export function beyondFolds(folds: Folds, from: number, to: number): number | undefined {
  const { runs, textLength } = folds
  if (to < 0 || to > textLength) return undefined
  const run = runs[countBelow(runs.length, (i) => (runs[i] as Span).end <= to)]
  if (!run || to < run.start) return to
  return beyondFolds(folds, from, to > from ? run.end : run.start - 1)
}

/**
 * `to`, or where it is folded away, where its fold begins, which stands for all of it; from there on, beyond. Undefined
 * where there is nothing beyond.
 */
export function atFold(folds: Folds, from: number, to: number): number | undefined {
  const { runs, textLength } = folds
  if (to < 0 || to > textLength) return undefined
  const run = runs[countBelow(runs.length, (i) => (runs[i] as Span).end <= to)]
  if (!run || to < run.start) return to
  if (from < run.start || from >= run.end) return run.start
  return atFold(folds, from, to > from ? run.end : run.start - 1)
}

/** Whether the paragraph at `offset` is written from right to left. */
const isRtlAt = (text: string, offset: number): boolean =>
  runsRightToLeft(text.slice(lineStartAt(text, offset), lineEndAt(text, offset)))
