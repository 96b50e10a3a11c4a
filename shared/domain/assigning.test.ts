import * as fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { countByPerson, shareArticles } from './assigning.ts'

const ids = fc.uniqueArray(fc.stringMatching(/^[a-z0-9-]{1,8}$/), { maxLength: 60 })
const people = fc.uniqueArray(fc.constantFrom('Ana', 'Bo', 'Cy', 'Dee', 'Ed', 'Flo'), { minLength: 1 })
const sharings = fc.record({
  people,
  by: fc.integer({ min: 1, max: 6 }),
  percent: fc.integer({ min: 0, max: 100 }),
})

test('all articles are shared, evenly, and as many by several as was wished', () =>
  fc.assert(
    fc.property(ids, sharings, (articles, sharing) => {
      const shared = shareArticles(articles, sharing)
      expect([...shared.keys()].sort()).toEqual([...articles].sort())
      const counts = sharing.people.map((name) => countByPerson(shared).get(name) ?? 0)
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
      const by = Math.min(sharing.by, sharing.people.length)
      const several = [...shared.values()].filter((names) => names.length > 1)
      expect(several.every((names) => names.length === by && new Set(names).size === by)).toBe(true)
      if (by > 1) expect(several).toHaveLength(Math.round((articles.length * sharing.percent) / 100))
      for (const names of shared.values()) expect(names).toEqual([...names].sort())
    }),
  ))

test('whatever order articles and people come in, the same is shared', () =>
  fc.assert(
    fc.property(ids, sharings, (articles, sharing) => {
      const turned = { ...sharing, people: sharing.people.toReversed() }
      const shared = shareArticles(articles.toReversed(), turned)
      expect(shared).toEqual(shareArticles(articles, sharing))
      expect([...shared.keys()]).toEqual([...shareArticles(articles, sharing).keys()])
    }),
  ))

const many = Array.from({ length: 120 }, (_, n) => `article-${n}`)

it('lets everybody meet everybody equally often', () => {
  const shared = shareArticles(many, { people: ['Ana', 'Bo', 'Cy', 'Dee'], by: 2, percent: 100 })
  const pairs = new Map<string, number>()
  for (const names of shared.values()) pairs.set(names.join(' '), (pairs.get(names.join(' ')) ?? 0) + 1)
  expect([...pairs.values()]).toEqual([20, 20, 20, 20, 20, 20])
})

it('takes those that several annotate from all over', () => {
  const shared = shareArticles(many, { people: ['Ana', 'Bo'], by: 2, percent: 25 })
  const places = many.flatMap((id, place) => (shared.get(id)?.length === 2 ? [place] : []))
  expect(places).toHaveLength(30)
  const quarters = [0, 1, 2, 3].map((q) => places.filter((place) => Math.floor(place / 30) === q).length)
  expect(Math.min(...quarters)).toBeGreaterThanOrEqual(3)
})

it('shares nothing with nobody', () => {
  expect(shareArticles(many, { people: [], by: 2, percent: 100 }).size).toBe(0)
})
