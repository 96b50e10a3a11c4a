import { expect, test } from 'vitest'
import { mark, now } from '#shared/testing/samples.ts'
import { everything, type Filter, type FilteredMark, isShown } from './page-filter.ts'

const TEXT = 'Norland pays.'
const norland = mark('m1', 0, 7)
const open: FilteredMark = {
  annotator: 'ana',
  mark: norland,
  standing: {
    mark: norland,
    isThere: true,
    outcome: 'open',
    since: 'same',
    judgements: [],
    contradicting: [],
  },
  thread: undefined,
}
const about = { annotator: 'ana', id: 'm1' }
const comment = { id: 'c', about, kind: 'said', text: 'Why?', by: 'Rita', created: now } as const
const commented: FilteredMark = { ...open, thread: { about, comments: [comment], isResolved: false } }

const passes = (one: FilteredMark, filter: Partial<Filter>) =>
  isShown(one, { ...everything, ...filter }, TEXT)

test('marks are gone through by state, label, annotator and words', () => {
  expect(passes(open, {})).toBe(true)
  expect(passes(open, { state: 'open', label: 'actor', annotator: 'ana', words: 'NORL' })).toBe(true)
  expect(passes(open, { state: 'accepted' })).toBe(false)
  expect(passes(open, { label: 'commitment' })).toBe(false)
  expect(passes(open, { annotator: 'ben' })).toBe(false)
  expect(passes(open, { words: 'pays' })).toBe(false)
  expect(passes(open, { state: 'commented' })).toBe(false)
  expect(passes(commented, { state: 'commented' })).toBe(true)
})
