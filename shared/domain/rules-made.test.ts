import { expect, it } from 'vitest'
import { emptyCleaning } from './cleaning-rule.ts'
import { applyTo } from './edit.ts'
import { linesOf } from './lines.ts'
import { rulesMade } from './rules-made.ts'

const TEXT = `Share this\n  Print\nThe talks {ad} began in a hall.\n${'long '.repeat(60)}\n`
const making = { now: '2026-01-05T09:00:00Z', newId: () => 'new' }

function made(words: string, kind: string | null = 'ad', cleaning = emptyCleaning) {
  const start = TEXT.indexOf(words)
  const choice = { start, end: start + words.length, kind }
  return rulesMade({ text: TEXT, lines: linesOf(TEXT), choice, source: 'Strait Post' }, cleaning, making)
}
const rulesOf = (words: string) =>
  made(words).map((change) => change.kind === 'rule' && [change.after?.as, change.after?.words])

it('whole lines make a rule each, and a short piece of one line one for its words', () => {
  expect(rulesOf('Share this\n  Print')).toEqual([
    ['line', 'Share this'],
    ['line', 'Print'],
  ])
  expect(rulesOf('{ad}')).toEqual([['anywhere', '{ad}']])
})

it('nothing that hardly comes again, or that would be found in the midst of anything, makes one', () => {
  expect(rulesOf('long '.repeat(60))).toEqual([])
  expect(rulesOf('in')).toEqual([])
  expect(rulesOf('this\n  Print\nThe')).toEqual([])
})

it('what is said of the same words again changes the rule that there is', () => {
  const edit = { name: '', changes: made('Share this') }
  const cleaning = applyTo('cleaning', emptyCleaning, edit)
  expect(made('Share this', 'ad', cleaning)).toEqual([])
  expect(made('Share this', null, cleaning)).toMatchObject([
    { id: 'new', before: { kind: 'ad' }, after: { kind: null, words: 'Share this' } },
  ])
})
