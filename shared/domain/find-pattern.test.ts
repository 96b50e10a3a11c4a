import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { texts } from '../testing/arbitraries.ts'
import { FIND_LIMIT, findInText, plainFind } from './find.ts'
import { findPattern, patternProblem } from './find-pattern.ts'

const found = (text: string, source: string, options = {}) =>
  findPattern(text, source, { ...plainFind, isPattern: true, ...options }).matches.map(({ start, end }) =>
    text.slice(start, end),
  )
const problem = (source: string) => patternProblem(source, plainFind)

describe('finding what a pattern describes', () => {
  it('finds it without regard to case unless that is wanted', () => {
    expect(found('Accord, accords', 'accords?')).toEqual(['Accord', 'accords'])
    expect(found('Accord, accords', 'accords?', { matchCase: true })).toEqual(['accords'])
  })

  it('knows letters of every script, and lines', () => {
    expect(found('Ana Éve\nЗоя x', '\\p{Lu}\\p{L}+$', { matchCase: true })).toEqual(['Éve'])
    expect(found('one two\nthree', '^\\S+')).toEqual(['one', 'three'])
  })

  it('stretches and shrinks until both edges are edges of words', () => {
    expect(found('reported port ports', 'port', { wholeWord: true })).toEqual(['port'])
    expect(found('reported porter', 'port|report\\w*', { wholeWord: true })).toEqual(['reported'])
    expect(found('Ruizes Ruiz', 'r|u|ruiz', { wholeWord: true })).toEqual(['Ruiz'])
    expect(found('aa a', '(a)\\1', { wholeWord: true })).toEqual(['aa'])
  })

  it('leaves out matches of nothing, and comes to an end', () => {
    expect(found('baac', 'a*')).toEqual(['aa'])
    expect(found('abc', '')).toEqual([])
    expect(found('a\n\nb', '^$|b')).toEqual(['b'])
    expect(found('😀', '(?=)')).toEqual([])
  })

  it('stops at ten thousand, and says that there are more', () => {
    const { matches, hasMore } = findPattern('a'.repeat(FIND_LIMIT + 1), '.', plainFind)
    expect([matches.length, hasMore]).toEqual([FIND_LIMIT, true])
  })

  it('finds the same as the plain search where every character stands for itself', () => {
    return fc.assert(
      fc.property(
        texts,
        fc.string({ unit: fc.constantFrom('a', 'é', '😀', 'z', '“'), minLength: 1 }),
        (text, words) => {
          expect(findPattern(text, words, plainFind)).toEqual(findInText(text, words))
        },
      ),
    )
  })
})

describe('what is wrong with a pattern', () => {
  it('is said in one sentence', () => {
    expect(problem('(a')).toBe('This is not a regular expression yet: unterminated group.')
    expect(problem('a: [')).toBe('This is not a regular expression yet: unterminated character class.')
    expect(problem('a{2,1}')).toBe(
      'This is not a regular expression yet: numbers out of order in {} quantifier.',
    )
    // Put into a group, these would become patterns.
    expect(problem('a)(b')).not.toBeNull()
  })

  it('is nothing for a pattern that can be searched for', () => {
    for (const source of ['', 'a*', '(a+)+$', '[(.]', '(?<who>\\p{Lu}+)']) expect(problem(source)).toBeNull()
  })

  it('is said of whatever is typed that cannot be searched for', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'(a)[b]{1,}*+?|\\^$-:<>=!.,') })
    return fc.assert(
      fc.property(typed, fc.boolean(), (source, wholeWord) => {
        if (problem(source) === null) findPattern('ab', source, { ...plainFind, wholeWord })
        else expect(problem(source)).toMatch(/^This is not a regular expression yet: .+\.$/)
      }),
      { numRuns: 2000 },
    )
  })
})
