import { expect, test } from 'vitest'
import { alphaTally, nominalAlpha } from './alpha.ts'
import { sumOf } from './tally.ts'

/** α of rows of categories, one row an annotator; a point where one gave none. */
function alphaOf(...rows: readonly string[]): string | undefined {
  const things = Array.from(rows[0] as string, (_, i) => rows.map((row) => row.charAt(i)))
  const given = things.map((codes) =>
    codes.filter((code) => code !== '.').map((code) => [code.charCodeAt(0) - 'a'.charCodeAt(0)]),
  )
  return nominalAlpha(sumOf(given.map(alphaTally)))?.toFixed(3)
}

// Krippendorff (2011), section A; also Krippendorff (2004), Content Analysis, 2nd ed., p. 224.
test('α is .095 for two annotators and two categories', () => {
  expect(alphaOf('bbaaaaaaaa', 'abbaababaa')).toBe('0.095')
})

// Krippendorff (2011), section B; the data as they are commonly reprinted.
test('α is .692 for two annotators and five categories', () => {
  expect(alphaOf('aabbdcccedda', 'babbbccceddd')).toBe('0.692')
})

// Krippendorff (2011), section C; also Krippendorff (2004), p. 230.
test('α is .743 for four annotators, five categories and missing values', () => {
  expect(alphaOf('abccbadab...', 'abccbbdabe..', '.cccbcdbbeac', 'abccbddabea.')).toBe('0.743')
})

// Krippendorff (2004), p. 227.
test('α is .734 for two annotators and three categories', () => {
  expect(alphaOf('aabbbbbccccc', 'abbbbbcccccc')).toBe('0.734')
})

test('α is 1 where all agree, and says nothing where there is no variation', () => {
  expect(alphaOf('abc', 'abc')).toBe('1.000')
  expect(alphaOf('aaa', 'aaa')).toBeUndefined()
  expect(alphaOf('abc', '...')).toBeUndefined()
})
