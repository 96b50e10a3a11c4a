import { describe, expect, test } from 'vitest'
import type { DatasetArticle } from '#shared/format/dataset.ts'
import { FERRIES } from '#shared/testing/ferries.ts'
import { type Shares, splitsOf } from './splits.ts'

const words = (count: number, from = 0): string =>
  Array.from({ length: count }, (_, i) => `word${from + i}`).join(' ')

/** The first bits of a hash say where its article goes, were it alone. */
const hashAt = (percent: number): string =>
  `${Math.floor((percent / 100) * 2 ** 32)
    .toString(16)
    .padStart(8, '0')}${'0'.repeat(56)}`

const article = (text: string, percent: number, boilerplate: DatasetArticle['boilerplate'] = []) => ({
  ...FERRIES,
  text,
  sha256: hashAt(percent),
  boilerplate,
})

async function splits(articles: readonly DatasetArticle[], shares: Shares = [80, 10, 10]) {
  async function* all() {
    yield* articles
  }
  return splitsOf(all(), shares)
}

describe('articles are dealt out', () => {
  test('by their hashes, in the shares that were asked for', async () => {
    const alone = [5, 79, 81, 89, 91].map((percent, i) => article(words(100, 1000 * i), percent))
    expect(await splits(alone)).toEqual(['train', 'train', 'validation', 'validation', 'test'])
    expect(await splits(alone, [100, 0, 0])).toEqual(Array(5).fill('train'))
    expect(await splits(alone, [80, 0, 20])).toEqual(['train', 'train', 'test', 'test', 'test'])
  })

  test('whole clusters to one side: copies, excerpts, and what is like one that is like another', async () => {
    const copy = article(`From our staff. ${words(180)}`, 95)
    const excerpt = article(words(90, 40), 85)
    const chained = article(words(200, 100), 92)
    const other = article(words(200, 9000), 95)
    expect(await splits([article(words(200), 50), copy, excerpt, chained, other])).toEqual([
      ...['train', 'train', 'train', 'train'],
      'test',
    ])
  })

  test('in the same way whatever order they come in', async () => {
    const some = Array.from({ length: 40 }, (_, i) => article(words(120, 60 * (i % 25)), (i * 37) % 100))
    const there = new Map((await splits(some)).map((split, i) => [some[i], split]))
    const back = some.toReversed()
    expect(await splits(back)).toEqual(back.map((one) => there.get(one)))
  })

  test('without what boilerplate has in common', async () => {
    const ad = words(150, 5000)
    const boilerplate = [{ start: 2, end: 2 + ad.length, kind: 'ad', reason: 'an ad' }]
    // Offsets count the emoji as one.
    const withAd = (from: number, percent: number) =>
      article(`😀 ${ad} ${words(60, from)}`, percent, boilerplate)
    expect(await splits([withAd(0, 50), withAd(1000, 95)])).toEqual(['train', 'test'])
  })

  test('and texts without words are not alike for that', async () => {
    expect(await splits([article('…', 50), article('—', 95)])).toEqual(['train', 'test'])
  })
})
