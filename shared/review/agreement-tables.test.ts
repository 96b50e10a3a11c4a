import { expect, it } from 'vitest'
import { tabSeparated } from './agreement-tables.ts'

it('keeps tables apart, and a title with a tab or a line break in one cell', () => {
  const tables = [
    {
      title: 'Labels',
      rows: [
        ['Label', 'α'],
        ['Actor', '0.90'],
      ],
    },
    {
      title: 'Articles',
      rows: [
        ['Article', 'α'],
        ['Talks\tgo\r\non', '–'],
      ],
    },
  ]
  expect(tabSeparated(tables)).toBe('Labels\nLabel\tα\nActor\t0.90\n\nArticles\nArticle\tα\nTalks go on\t–')
})
