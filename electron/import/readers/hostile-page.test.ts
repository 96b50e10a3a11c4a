import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readPage } from '#electron/import/html/read-page.ts'

const page = readFileSync(join(import.meta.dirname, '../testing/pages/hostile.page'), 'utf8')

it('runs nothing of a page, and takes from it no address but of the web', () => {
  const read = readPage(page, 'a.html')
  expect(globalThis).not.toHaveProperty('__ran')
  expect({}).not.toHaveProperty('polluted')
  expect(read).toMatchObject({ ok: true, value: { found: { title: { value: 'Grain levy' } } } })
  expect(read.ok && Object.keys(read.value.found)).toEqual(['title'])
})

it('shows what is written of markup as words', () => {
  const read = readPage(page, 'a.html')
  expect(read.ok && read.value.text).toContain('<script>globalThis.__ran=10</script> is how it is written.')
  expect(read.ok && read.value.text).not.toContain('root:')
})

it('passes over a description that lies deeper than any does', () => {
  const deep = `{"@type":"NewsArticle","headline":"Deep","about":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
  const read = readPage(`<script type="application/ld+json">${deep}</script><p>Words</p>`, 'a.html')
  expect(read).toMatchObject({ ok: true, value: { text: 'Words', found: {} } })
})
