import { describe, expect, it } from 'vitest'
import { wordDiff } from '#shared/anchoring/word-diff.ts'
import { withFolds } from './folded-rows.ts'

const shown = (before: string[], after: string[]) =>
  withFolds(wordDiff(before.join('\n'), after.join('\n'))).map((row) =>
    'folded' in row ? row.folded : row.before.map(({ text }) => text).join(''),
  )

const lines = Array.from({ length: 12 }, (_, i) => `Line ${i}.`)

describe('lines that are the same in both texts', () => {
  it('are folded but for those beside a difference', () => {
    expect(shown(lines, lines.with(6, 'Line six.'))).toEqual([5, 'Line 5.', 'Line 6.', 'Line 7.', 4])
  })

  it('are shown where there are few, and empty ones are not counted', () => {
    expect(shown(['a', 'b', 'c'], ['a', 'b', 'd'])).toEqual(['a', 'b', 'c'])
    expect(shown(['a', '', 'b', '', 'c', 'd'], ['a', '', 'b', '', 'c', 'e'])).toEqual([2, 'c', 'd'])
  })

  it('are one fold where nothing differs', () => {
    expect(shown(lines, lines)).toEqual([12])
  })
})
