import { describe, expect, test } from 'vitest'
import { tokensOf } from './tokens.ts'

const words = (text: string, cuts?: readonly number[]) =>
  tokensOf(text, cuts).map(({ start, end }) => text.slice(start, end))

describe('tokens', () => {
  test('are words and single other characters, and no white space', () => {
    expect(words('Norland’s 3.5 % pact,\r\n“so” 👩‍👩‍👧 שלום')).toEqual([
      'Norland’s',
      '3.5',
      '%',
      'pact',
      ',',
      '“',
      'so',
      '”',
      '👩‍👩‍👧',
      'שלום',
    ])
  })

  test('are cut where they shall be', () => {
    expect(words('Norland pays', [0, 3, 7, 9, 12])).toEqual(['Nor', 'land', 'p', 'ays'])
    expect(words('ab cd', [1, 4])).toEqual(['a', 'b', 'c', 'd'])
    expect(words('ab cd', [2, 3])).toEqual(['ab', 'cd'])
  })
})
