import { describe, expect, it } from 'vitest'
import type { ArticleSummary } from '#shared/domain/article.ts'
import { type ArticleView, viewOf } from './article-view.ts'

const article = (title: string, rest: Partial<ArticleSummary> = {}): ArticleSummary => ({
  id: title.toLowerCase(),
  title,
  source: null,
  published: null,
  status: 'new',
  counts: {},
  ...rest,
})

const articles = [
  article('Ferry strike ends', { status: 'done', source: 'Tidende', published: '2026-03-01' }),
  article('Mine spill', { status: 'in progress', source: 'Écho', published: '2026-01-15' }),
  article('Port strike begins', { source: 'dpa' }),
  article('Truce holds', { status: 'done', published: '2025-12-31' }),
]

const shown = (view: Partial<ArticleView>) =>
  viewOf(articles, { text: '', status: 'all', sort: 'title', ...view }).map(({ title }) => title)

describe('the articles list', () => {
  it('shows all as they came when nothing is asked for', () => {
    expect(viewOf(articles, { text: ' ', status: 'all', sort: 'title' })).toBe(articles)
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

  it('leaves the list that it was given as it is', () => {
    const before = [...articles]
    shown({ sort: 'date' })
    expect(articles).toEqual(before)
  })
})
