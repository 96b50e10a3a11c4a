import { expect, it } from 'vitest'
import { type CleaningRule, mergeCleaning, ruleSourceOf } from './cleaning-rule.ts'
import { NOTHING_KNOWN } from './metadata.ts'

const known = { ...NOTHING_KNOWN, title: 'Talks' }

it('a rule is for the publisher, or else the agency, or else the host of the address', () => {
  const url = 'https://www.Tide.example:8080/talks?x=1'
  expect(ruleSourceOf({ ...known, publisher: 'Strait Post', source: 'Coastal Wire', url })).toBe(
    'Strait Post',
  )
  expect(ruleSourceOf({ ...known, source: 'Coastal Wire', url })).toBe('Coastal Wire')
  expect(ruleSourceOf({ ...known, url })).toBe('tide.example')
  expect(ruleSourceOf({ ...known, url: 'file:///home/talks.html' })).toBeNull()
  expect(ruleSourceOf(known)).toBeNull()
})

const rule = (id: string, kind: string | null = 'ad'): CleaningRule => ({
  ...{ id, source: 'Strait Post', as: 'line', words: id, kind, created: '2026-01-05T09:00:00Z' },
  as: 'line',
})
const cleaning = (...rules: readonly CleaningRule[]) => ({
  rules: new Map(rules.map((one) => [one.id, one])),
})

it('two versions of one file are merged rule by rule, and where both changed one, ours holds', () => {
  const base = cleaning(rule('changed by us'), rule('changed by both'), rule('removed by them'), rule('kept'))
  const ours = cleaning(
    ...[rule('changed by us', null), rule('changed by both', 'tags'), rule('removed by them')],
    ...[rule('kept'), rule('added by us')],
  )
  const theirs = cleaning(
    ...[rule('changed by us'), rule('changed by both', null), rule('kept'), rule('added by them')],
  )
  expect(
    [...mergeCleaning(base, ours, theirs).rules.values()].map(({ id, kind }) => `${id}: ${kind}`),
  ).toEqual([
    'added by them: ad',
    'added by us: ad',
    'changed by both: tags',
    'changed by us: null',
    'kept: ad',
  ])
})
