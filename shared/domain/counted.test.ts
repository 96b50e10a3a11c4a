import { expect, it } from 'vitest'
import { counted } from './counted.ts'

it('is one of a kind, or several', () => {
  expect([0, 1, 2, 1240].map((count) => counted(count, 'article'))).toEqual([
    '0 articles',
    '1 article',
    '2 articles',
    '1,240 articles',
  ])
})
