import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type Cleaned, cleaningPage } from '#shared/testing/cleaning-page.ts'
import { readMarkedArticle } from '#shared/testing/marked-article.ts'
import { draftOf } from './draft.ts'

const root = join(import.meta.dirname, '../..')

function cleaned(half: string): readonly Cleaned[] {
  const folder = join(root, 'shared/testing/marked', half)
  return readdirSync(folder)
    .toSorted()
    .map((name) => {
      const marked = readMarkedArticle(name, readFileSync(join(folder, name), 'utf8'))
      return { marked, ...draftFrom(marked.text) }
    })
}

const draftFrom = (text: string) =>
  draftOf({
    text,
    decoded: { encoding: 'utf-8', certainty: 100, byteOrderMark: false },
    found: {},
    boilerplate: [],
    original: { ending: 'txt', bytes: Buffer.from(text) },
  })

it('is made from more than thirty articles', () => {
  expect([...cleaned('tuned'), ...cleaned('untouched')].length).toBeGreaterThanOrEqual(30)
})

it('is what the docs have', () => {
  const page = cleaningPage([
    { title: 'tuned', articles: cleaned('tuned') },
    { title: 'untouched', articles: cleaned('untouched') },
  ])
  const file = join(root, 'docs/cleaning.md')
  if (process.env.UPDATE_DOCS) writeFileSync(file, page)
  expect(readFileSync(file, 'utf8')).toBe(page)
})
