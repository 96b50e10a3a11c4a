import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loosePlaces } from './loose-text.ts'

describe('texts that differ in white space alone', () => {
  test.each([
    ['a  b\r\nc 😀d', 'a b c😀 d'],
    ['abc', ' a b c '],
    ['', ' \n'],
  ])('“%s” and “%s” have places in common', (from, to) => {
    const [there, here] = [Array.from(from), Array.from(to)]
    const places = loosePlaces(from, to)
    for (const [at, character] of there.entries()) {
      const place = places?.placed({ start: at, end: at + 1 })
      if (/\s/.test(character)) expect(place).toBeNull()
      else expect(here[place?.start ?? -1]).toBe(character)
    }
  })

  test('a span begins and ends with the same characters in both', () => {
    expect(loosePlaces('one two  three', 'one\ntwo three')?.placed({ start: 3, end: 9 })).toEqual({
      start: 4,
      end: 7,
    })
  })

  test('other words are other words', () => {
    expect(loosePlaces('a b', 'a c')).toBeNull()
    expect(loosePlaces('a b', 'a b c')).toBeNull()
  })

  test('whatever the white space is, there and back is where it began', () => {
    const words = fc.array(fc.constantFrom('a', 'bc', '😀', 'é'), { minLength: 1, maxLength: 6 })
    const gap = fc.constantFrom('', ' ', '\n', '\u2003', '\r\n ')
    void fc.assert(
      fc.property(words, gap, gap, (all, one, other) => {
        const [from, to] = [all.join(one), all.join(other)]
        const length = Array.from(from).length
        const place = loosePlaces(from, to)?.placed({ start: 0, end: length })
        expect(place && loosePlaces(to, from)?.placed(place)).toEqual({ start: 0, end: length })
      }),
    )
  })
})
