import { expect, test } from 'vitest'
import { labelSigns } from './label-signs.ts'

const signsOf = (...titles: readonly string[]) => [
  ...labelSigns(titles.map((title, i) => ({ id: String(i), title }))).values(),
]

test('each label has a sign of its own', () => {
  expect(signsOf('Actor', 'Commitment', 'Accusation')).toEqual(['A', 'C', 'Ac'])
  expect(signsOf('Aa', 'Aa', 'Aa')).toEqual(['A', 'Aa', '3'])
  expect(signsOf('–', '行為')).toEqual(['1', '行'])
})
