import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shownName } from './shown-name.ts'

it('names what would turn a line round, or show nothing, by its code', () => {
  expect(shownName('report\u202Etxt.exe')).toBe('report‹U+202E›txt.exe')
  expect(shownName('a\u0007\nb\u200b.txt')).toBe('a‹U+0007›‹U+000A›b‹U+200B›.txt')
})

it('leaves out the middle of a very long name and keeps its ending', () => {
  const shown = shownName(`${'long '.repeat(50)}.txt`)
  expect(shown).toMatch(/^long long .*….*\.txt$/)
  expect([...shown]).toHaveLength(120)
})

it('shows every other name as it is', () => {
  expect(shownName('Ærø – 議事録 (2).txt')).toBe('Ærø – 議事録 (2).txt')
})

it('holds nothing hidden, whatever the name was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (name) => {
      expect(shownName(name)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u)
    }),
  )
})
