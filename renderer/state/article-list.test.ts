import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ArticleSummary, compareByTitle } from '#shared/domain/article.ts'
import { STATUSES } from '#shared/domain/record.ts'
import { ArticleList } from './article-list.ts'

const rows: fc.Arbitrary<ArticleSummary> = fc
  .record({ id: fc.nat(2_000), title: fc.nat(50), status: fc.constantFrom(...STATUSES) })
  .map(({ id, title, status }) => ({
    id: `id-${id}`,
    title: `Title ${title}`,
    source: null,
    published: null,
    status,
    later: null,
    counts: {},
  }))
const manyRows = fc
  .uniqueArray(rows, { selector: ({ id }) => id, maxLength: 1_200, size: 'max' })
  .map((many) => many.sort(compareByTitle))

const doneIn = (model: readonly ArticleSummary[]) => model.filter(({ status }) => status === 'done').length

describe('the list of articles', () => {
  it('holds what an array would after any rows were replaced, and no change alters an older list', () =>
    fc.assert(
      fc.property(manyRows, fc.array(rows, { maxLength: 30, size: 'max' }), (start, changes) => {
        const first = ArticleList.from(start)
        const last = changes.reduce((list, row) => list.with(row), first)
        const model = start.map((row) => changes.findLast(({ id }) => id === row.id) ?? row)
        expect([...last]).toEqual(model)
        expect([...first]).toEqual(start)
        expect([last.length, last.done]).toEqual([model.length, doneIn(model)])
        for (const [place, row] of model.entries()) {
          expect(last.placeOf(row.id)).toBe(place)
          expect(last.get(row.id)).toBe(row)
          expect(last.searched(place)).toBe(row.title.toLowerCase())
        }
      }),
      { numRuns: 40 },
    ))

  it('takes in what came, went and changed elsewhere, sorted by title', () =>
    fc.assert(
      fc.property(manyRows, manyRows, fc.array(fc.nat(2_000)), (start, changed, gone) => {
        const removed = gone.map((id) => `id-${id}`).filter((id) => !changed.some((row) => row.id === id))
        const list = ArticleList.from(start).changed({ changed, removed })
        const stayed = new Map([...start, ...changed].map((row) => [row.id, row]))
        for (const id of removed) stayed.delete(id)
        expect(new Map(Array.from(list, (row) => [row.id, row]))).toEqual(stayed)
        const wasThere = new Set(start.map(({ id }) => id))
        const isNew = ({ id }: ArticleSummary) => !wasThere.has(id)
        expect([...list].filter(isNew)).toEqual([...list].filter(isNew).sort(compareByTitle))
        expect(list.done).toBe(doneIn([...stayed.values()]))
      }),
      { numRuns: 40 },
    ))

  it('puts a new article where its title belongs', () => {
    const row = (title: string): ArticleSummary => ({
      id: title,
      title,
      source: null,
      published: null,
      status: 'new',
      later: null,
      counts: {},
    })
    const list = ArticleList.from(['b', 'd'].map(row)).changed({
      changed: ['C', 'e', 'A'].map(row),
      removed: ['d'],
    })
    expect(Array.from(list, ({ title }) => title)).toEqual(['A', 'b', 'C', 'e'])
  })

  it('knows no place for an article that is not in it, and takes no row for one', () => {
    const list = ArticleList.empty
    expect([list.placeOf('x'), list.get('x'), list.at(0), list.at(-1)]).toEqual([
      -1,
      undefined,
      undefined,
      undefined,
    ])
    const row = {
      id: 'x',
      title: 'x',
      source: null,
      published: null,
      status: 'done',
      later: null,
      counts: {},
    } as const
    expect(list.with(row)).toBe(list)
  })
})
