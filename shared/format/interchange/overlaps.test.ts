import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isEmptySpan, spanContains, spansOverlap } from '../../domain/span.ts'
import { type Kept, LOSS_RULES, type LossRule, withoutOverlaps } from './overlaps.ts'

/** `act 0-20` and so on. */
const mark = (words: string) => {
  const [, label = '', start, end] = /^(\w+) (\d+)-(\d+)$/.exec(words) ?? []
  return { id: words, label, start: Number(start), end: Number(end) }
}

const shown = (kept: readonly Kept<{ readonly id: string }>[]): string[] =>
  kept.map(({ mark: { id }, spans, by }) => {
    const left = spans.map(({ start, end }) => `${start}-${end}`).join(' ') || 'nothing'
    return `${id}: ${left}${by ? ` (${by})` : ''}`
  })

const settled = (rule: LossRule, words: readonly string[], labels: readonly string[] = []) =>
  shown(withoutOverlaps(words.map(mark), { rule, labels }))

describe('where each character belongs to one mark', () => {
  const nested = ['act 0-20', 'actor 4-9', 'actor 12-15']

  test('the longest stays', () => {
    expect(settled('longest', nested)).toEqual([
      'act 0-20: 0-20',
      'actor 4-9: nothing (nested)',
      'actor 12-15: nothing (nested)',
    ])
  })

  test('or the innermost', () => {
    expect(settled('innermost', nested)).toEqual([
      'act 0-20: nothing (nested)',
      'actor 4-9: 4-9',
      'actor 12-15: 12-15',
    ])
  })

  test('or those of a label before those of others', () => {
    expect(settled('label', ['act 0-20', 'actor 4-9', 'x 18-40'], ['actor', 'act'])).toEqual([
      'act 0-20: nothing (nested)',
      'actor 4-9: 4-9',
      'x 18-40: 18-40',
    ])
  })

  test('or the outer one is cut around the inner ones', () => {
    expect(settled('split', nested)).toEqual([
      'act 0-20: 0-4 9-12 15-20 (nested)',
      'actor 4-9: 4-9',
      'actor 12-15: 12-15',
    ])
  })

  test('marks that cross, and marks on the same words, are told apart', () => {
    expect(settled('longest', ['a 0-10', 'b 5-12', 'c 0-10', 'd 12-14'])).toEqual([
      'a 0-10: 0-10',
      'b 5-12: nothing (crossing)',
      'c 0-10: nothing (identical)',
      'd 12-14: 12-14',
    ])
    expect(settled('split', ['a 0-10', 'b 5-12'])).toEqual(['a 0-10: 0-5 (crossing)', 'b 5-12: 5-12'])
  })

  test('by every rule nothing overlaps, nothing is made up, and what is in nobody’s way stays whole', () => {
    const spans = fc
      .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 12 }))
      .map(([start, length]) => ({ start, end: start + length }))
    const marks = fc
      .array(fc.record({ label: fc.constantFrom('a', 'b', 'c'), span: spans }), { maxLength: 8 })
      .map((all) => all.map(({ label, span }, i) => ({ ...span, label, id: `${i}` })))
    void fc.assert(
      fc.property(marks, fc.constantFrom(...LOSS_RULES), (all, rule) => {
        const kept = withoutOverlaps(all, { rule, labels: ['b'] })
        const runs = kept.flatMap((one) => one.spans)
        for (const [i, run] of runs.entries())
          expect(runs.slice(i + 1).some((other) => spansOverlap(run, other))).toBe(false)
        for (const one of kept) {
          expect(one.spans.every((span) => spanContains(one.mark, span) && !isEmptySpan(span))).toBe(true)
          if (!all.some((other) => other !== one.mark && spansOverlap(one.mark, other)))
            expect(one.spans).toEqual([{ start: one.mark.start, end: one.mark.end }])
        }
      }),
    )
  })
})
