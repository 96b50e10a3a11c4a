import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArticleSummary } from '#shared/domain/article.ts'
import { STATUSES } from '#shared/domain/record.ts'
import { ArticleList } from './article-list.ts'
import { type ArticleView, ShownArticles, SORTS, STATUS_FILTERS } from './shown-articles.ts'

const article = (title: string, rest: Partial<ArticleSummary> = {}): ArticleSummary => ({
  id: title.toLowerCase(),
  title,
  source: null,
  published: null,
  status: 'new',
  later: null,
  counts: {},
  ...rest,
})

const articles = ArticleList.from([
  article('Ferry strike ends', { status: 'done', source: 'Tidende', published: '2026-03-01' }),
  article('Mine spill', { status: 'in progress', source: 'Écho', published: '2026-01-15' }),
  article('Port strike begins', { source: 'dpa' }),
  article('Truce holds', { status: 'done', published: '2025-12-31' }),
])

const all: ArticleView = { text: '', status: 'all', sort: 'title', only: null }

const rowsOf = (shown: ShownArticles): readonly ArticleSummary[] =>
  Array.from({ length: shown.length }, (_, rank) => shown.at(rank) as ArticleSummary)

const shown = (view: Partial<ArticleView>) =>
  rowsOf(ShownArticles.of(articles, { ...all, ...view })).map(({ title }) => title)

describe('the articles list', () => {
  it('shows all as they came when nothing is asked for', () => {
    expect(rowsOf(ShownArticles.of(articles, { ...all, text: ' ' }))).toEqual([...articles])
  })

  it('shows those whose title has every word that was typed, in any order and case', () => {
    expect(shown({ text: 'strike' })).toEqual(['Ferry strike ends', 'Port strike begins'])
    expect(shown({ text: ' ENDS  fer' })).toEqual(['Ferry strike ends'])
    expect(shown({ text: 'strike truce' })).toEqual([])
  })

  it('shows those of one status', () => {
    expect(shown({ status: 'done' })).toEqual(['Ferry strike ends', 'Truce holds'])
    expect(shown({ status: 'done', text: 'truce' })).toEqual(['Truce holds'])
  })

  it('shows only those that are asked for by their ids', () => {
    const only = new Set(['truce holds', 'mine spill', 'gone'])
    expect(shown({ only })).toEqual(['Mine spill', 'Truce holds'])
    expect(shown({ only, status: 'done' })).toEqual(['Truce holds'])
    expect(shown({ only: new Set() })).toEqual([])
  })

  it('leaves out what has a newer version, unless earlier versions are asked for', () => {
    const before = article('Truce', { later: 'truce-holds', status: 'done' })
    const list = ArticleList.from([...articles, before])
    const rows = (status: ArticleView['status']) => rowsOf(ShownArticles.of(list, { ...all, status }))
    expect(rows('all')).toEqual([...articles])
    expect(rows('done')).not.toContain(before)
    expect(rows('with earlier versions')).toContain(before)
    expect([list.done, list.replaced]).toEqual([2, 1])
  })

  it('leaves it out from the moment that it has one, and shows it again', () => {
    const row = articles.at(1) as ArticleSummary
    const replaced = articles.with({ ...row, later: 'newer' })
    const after = ShownArticles.of(articles, all).after(replaced, 1)
    expect(rowsOf(after)).not.toContainEqual(expect.objectContaining({ id: row.id }))
    expect(rowsOf(after.after(replaced.with(row), 1))).toEqual([...articles])
  })

  it('sorts by status from new to done, equals by title', () => {
    expect(shown({ sort: 'status' })).toEqual([
      'Port strike begins',
      'Mine spill',
      'Ferry strike ends',
      'Truce holds',
    ])
  })

  it('sorts by source without regard to case, the unknown last', () => {
    expect(shown({ sort: 'source' })).toEqual([
      'Port strike begins',
      'Ferry strike ends',
      'Mine spill',
      'Truce holds',
    ])
  })

  it('sorts by date, the unknown last', () => {
    expect(shown({ sort: 'date' })).toEqual([
      'Truce holds',
      'Mine spill',
      'Ferry strike ends',
      'Port strike begins',
    ])
  })

  it('goes on behind the article that is open, from the top again behind the end, and past those that are done', () => {
    const list = ShownArticles.of(articles, all)
    const nextOf = (title: string) =>
      list.nextBehind(title.toLowerCase(), ({ status }) => status !== 'done')?.title
    expect(nextOf('Ferry strike ends')).toBe('Mine spill')
    expect(nextOf('Port strike begins')).toBe('Mine spill')
    expect(ShownArticles.of(articles, { ...all, status: 'done' }).nextBehind('x', () => false)).toBe(
      undefined,
    )
  })
})

const rows: fc.Arbitrary<ArticleSummary> = fc
  .record({
    id: fc.nat(900),
    title: fc.constantFrom('Ferry strike', 'ferry talks', 'Port strike', 'Truce'),
    source: fc.constantFrom(null, 'dpa', 'Tidende'),
    published: fc.constantFrom(null, '2026-01-01', '2026-02-01'),
    status: fc.constantFrom(...STATUSES),
  })
  .map((row) => ({ ...row, id: `id-${row.id}`, later: null, counts: {} }))
const ODD = new Set(Array.from({ length: 450 }, (_, n) => `id-${2 * n + 1}`))
const views: fc.Arbitrary<ArticleView> = fc.record({
  text: fc.constantFrom('', 'ferry', 'strike f', 'x'),
  status: fc.constantFrom(...STATUS_FILTERS),
  sort: fc.constantFrom(...SORTS),
  only: fc.constantFrom(null, new Set<string>(), ODD),
})

describe('after single articles have changed', () => {
  it('the list shows what it would show if it were made anew', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(rows, { selector: ({ id }) => id, maxLength: 700, size: 'max' }),
        fc.array(rows, { maxLength: 20, size: 'max' }),
        views,
        (start, changes, view) => {
          let list = ArticleList.from(start)
          let shown = ShownArticles.of(list, view)
          for (const row of changes) {
            list = list.with(row)
            const place = list.placeOf(row.id)
            if (place >= 0) shown = shown.after(list, place)
          }
          const anew = rowsOf(ShownArticles.of(list, view))
          expect(rowsOf(shown)).toEqual(anew)
          const ranks = new Map(anew.map(({ id }, rank) => [id, rank]))
          for (const { id } of list) expect(shown.rankOf(id)).toBe(ranks.get(id) ?? -1)
        },
      ),
      { numRuns: 60 },
    ))
})

describe('while a filter is typed', () => {
  it('the list shows after each key what it would show if it were made anew', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(rows, { selector: ({ id }) => id, maxLength: 100 }),
        fc.array(views, { maxLength: 6 }),
        fc.constantFrom('ferry s', ' strike', 'tr  x', 'port strike'),
        (start, before, typed) => {
          const list = ArticleList.from(start)
          let shown = before.reduce((last, view) => last.viewed(view), ShownArticles.of(list, all))
          for (let end = 0; end <= typed.length; end++) {
            shown = shown.viewed({ ...shown.view, text: typed.slice(0, end) })
            expect(rowsOf(shown)).toEqual(rowsOf(ShownArticles.of(list, shown.view)))
          }
        },
      ),
    ))
})
