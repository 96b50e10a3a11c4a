import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prose, spansOf } from '../testing/prose.ts'
import type { CleaningRule, RuleScope } from './cleaning-rule.ts'
import { afterRules, ruleMatcher } from './rule-matcher.ts'

const rule = (as: RuleScope, words: string, kind: string | null = 'ad'): CleaningRule => ({
  id: `${as} ${words}`,
  source: 'Strait Post',
  as,
  words,
  kind,
  created: '2026-01-05T09:00:00Z',
})
const wordsIn = (text: string, ...rules: readonly CleaningRule[]) =>
  ruleMatcher(rules)(text).map(({ start, end }) => text.slice(start, end))

describe('a rule', () => {
  it('for a line finds whole lines alone, without the spaces at their edges', () => {
    const text = 'Share this\r\nDo not Share this\n  Share this \nShare this'
    expect(wordsIn(text, rule('line', 'Share this'))).toEqual(['Share this', 'Share this', 'Share this'])
  })

  it('for the start of a line takes all of the line', () => {
    const text = 'Read more: pilots ask for a tug\nThey read more: nothing'
    expect(wordsIn(text, rule('start', 'Read more:'))).toEqual(['Read more: pilots ask for a tug'])
  })

  it('for words finds them anywhere, be they what means something in a pattern', () => {
    expect(wordsIn('The {a.b} port {axb} said {a.b}', rule('anywhere', '{a.b}'))).toEqual(['{a.b}', '{a.b}'])
  })

  it('for a line goes before one for words in it, and the longer words before the shorter', () => {
    const text = 'Share this now\nshare'
    const rules = [rule('anywhere', 'this'), rule('line', 'Share this now'), rule('anywhere', 'share')]
    expect(wordsIn(text, ...rules)).toEqual(['Share this now', 'share'])
    expect(wordsIn('Share this now', rule('anywhere', 'Share'), rule('anywhere', 'Share this'))).toEqual([
      'Share this',
    ])
  })

  it('says in its reason what it names, and for whom', () => {
    expect(ruleMatcher([rule('line', 'Share')])('Share')[0]?.reason).toBe(
      'a line that a cleaning rule for Strait Post names: “Share”',
    )
  })
})

it('a rule of long words keeps each character of its reason whole', () => {
  const words = `${'a'.repeat(38)}🙂 and on`
  const reason = ruleMatcher([rule('line', words)])(words)[0]?.reason
  expect(reason).toContain(`${'a'.repeat(38)}🙂…`)
})

const scenes = prose.chain((text) =>
  fc.record({
    text: fc.constant(text),
    spans: fc.array(spansOf(text), { maxLength: 5 }),
    kinds: fc.array(fc.constantFrom('ad', null), { minLength: 5, maxLength: 5 }),
    found: spansOf(text),
  }),
)

it('rules find what they name, sorted and disjoint, and what was found stands beside them', () =>
  fc.assert(
    fc.property(scenes, ({ text, spans, kinds, found }) => {
      const words = [...new Set(spans.map(({ start, end }) => text.slice(start, end).trim()))]
      const rules = words
        .filter((one) => one !== '' && !one.includes('\n'))
        .map((one, i) => rule('anywhere', one, kinds[i]))
      const ruled = ruleMatcher(rules)(text)
      for (const { start, end } of ruled) expect(words).toContain(text.slice(start, end))
      expect(rules.length > 0).toBe(ruled.length > 0)
      const parts = afterRules([{ ...found, kind: 'tags', reason: '' }], ruled)
      for (let at = 0; at < text.length; at++) {
        const last = ruled.find(({ start, end }) => start <= at && at < end)
        const isFound = found.start <= at && at < found.end
        const wanted = last ? last.kind !== null : isFound
        expect(parts.filter(({ start, end }) => start <= at && at < end)).toHaveLength(wanted ? 1 : 0)
      }
      expect(parts.every(({ start }, i) => i === 0 || (parts[i - 1]?.end ?? 0) <= start)).toBe(true)
    }),
  ))
