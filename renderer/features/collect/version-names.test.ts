import { expect, it } from 'vitest'
import type { ArticleSummary } from '#shared/domain/article.ts'
import { versionNames } from './version-names.ts'

const row = (laterId: string, laterTitle = 'Talks') => ({
  ...{ earlierId: 'old', earlierTitle: 'Talks', laterId, laterTitle, waiting: 0 },
})

const article = (id: string, rest: Partial<ArticleSummary>): ArticleSummary => ({
  ...{ id, title: 'Talks', source: null, published: null, status: 'new', later: null, counts: {} },
  ...rest,
})

it('tells newer versions of one title apart by source, date and what else there is', () => {
  const articles = new Map(
    [
      article('a', { source: 'The Herald' }),
      article('b', { source: 'The Herald', later: 'c' }),
      article('c', {}),
      article('d', {}),
    ].map((one) => [one.id, one]),
  )
  const rows = [row('a'), row('b'), row('c'), row('d'), row('e', 'Talks end')]
  expect(versionNames(rows, (id) => articles.get(id))).toEqual([
    'Talks · The Herald',
    'Talks · The Herald · itself an earlier version',
    'Talks · c',
    'Talks · d',
    'Talks end',
  ])
})
