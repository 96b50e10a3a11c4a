import { describe, expect, it } from 'vitest'
import { FuzzyList } from './fuzzy-list.ts'

const listOf = (...texts: readonly string[]) =>
  new FuzzyList(
    texts.map((text) => ({ text })),
    ({ text }) => text,
  )

function search(list: FuzzyList<{ readonly text: string }>, query: string) {
  const steps = list.search(query)
  for (let halts = 0; ; halts++) {
    const { done, value } = steps.next()
    if (done) return { ...value, halts, texts: value.found.map(({ item }) => item.text) }
  }
}

describe('a fuzzy search', () => {
  const titles = listOf(
    'Port strike ends',
    'Norland signs cod accord',
    'A strike of luck at the port',
    'Mine spill: Écho reports',
  )

  it.each([
    ['nrlnd', ['Norland signs cod accord']],
    ['cod norland', ['Norland signs cod accord']],
    ['echo', ['Mine spill: Écho reports']],
    ['ÉCHO', ['Mine spill: Écho reports']],
    ['zzz', []],
  ])('finds by “%s” %j', (query, texts) => {
    expect(search(titles, query).texts).toEqual(texts)
  })

  it('finds letters that lie apart only where none has them together', () => {
    const list = listOf('Port strike ends', 'Norland rents land')
    expect([search(list, 'ends').texts, search(list, 'nrnts').texts]).toEqual([
      ['Port strike ends'],
      ['Norland rents land'],
    ])
    expect(search(listOf('Norland rents land, it ends so'), 'nrnts').total).toBe(1)
  })

  it('has the best first', () => {
    expect(search(titles, 'port strike').texts).toEqual(['Port strike ends', 'A strike of luck at the port'])
  })

  it('says which letters were matched', () => {
    expect(search(titles, 'cod').found.map(({ indexes }) => indexes)).toEqual([[14, 15, 16]])
  })

  it('halts again and again in a long list, and still finds the best of all', () => {
    const long = listOf(...Array.from({ length: 10_000 }, (_, i) => `n o r l a n d ${i}`), 'Norland')
    const { halts, total, texts } = search(long, 'norland')
    expect([halts, total, texts.length, texts[0]]).toEqual([6, 10_001, 100, 'Norland'])
  })

  it('finds nothing in an empty list', () => {
    expect(search(listOf(), 'a')).toEqual({ found: [], total: 0, halts: 0, texts: [] })
  })
})
