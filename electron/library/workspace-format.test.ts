import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readRegistryFile, registryToFile } from '#shared/format/actors-file.ts'
import { readRecordFile, recordWriter } from '#shared/format/annotation-file.ts'
import { articleFromFile, articleToFile, readArticleFile } from '#shared/format/article-file.ts'
import { cleaningToFile, readCleaningFile } from '#shared/format/cleaning-file.ts'
import { presetToFile, readPreset } from '#shared/format/export-preset.ts'
import { manifestToFile, readManifest } from '#shared/format/manifest.ts'
import { readReviewsFile, reviewWriter } from '#shared/format/reviews-file.ts'
import { readTeamFile, teamToFile } from '#shared/format/team-file.ts'
import { sha256 } from './hash.ts'
import { must } from './testing/temp-workspace.ts'

/** The examples of docs/workspace-format.md: the first block under each heading that is a path. */
const page = await readFile(join(import.meta.dirname, '../../docs/workspace-format.md'), 'utf8')
const examples = Array.from(
  page.matchAll(/^## `(.+)`\n[\s\S]*?```\w+\n([\s\S]*?)```/gm),
  ([, path, content]) => ({
    path: path as string,
    content: content as string,
  }),
)

function example(pattern: RegExp): { readonly path: string; readonly content: string } {
  const found = examples.find(({ path }) => pattern.test(path))
  if (!found) throw new Error(`The page has no example of ${pattern}`)
  return found
}

function current<T>(
  read: { readonly kind: 'current'; readonly value: T } | { readonly sentence: string },
): T {
  if ('sentence' in read) throw new Error(read.sentence)
  return read.value
}

function articleOnPage() {
  const text = example(/\.txt$/).content
  const file = current(readArticleFile(example(/^articles.*json$/).content, 'the example'))
  return { article: must(articleFromFile(file, text)), text }
}

test('the manifest on the page is one, byte for byte', () => {
  const { content } = example(/^glosswright\.json$/)
  expect(manifestToFile(current(readManifest(content, 'the example')))).toBe(content)
})

test('the export preset on the page is one, byte for byte', () => {
  const { content } = example(/^exports/)
  expect(presetToFile(current(readPreset(content, 'the example')))).toBe(content)
})

test('the article on the page is one, and its hash and id are those of the text', () => {
  const { path, content } = example(/^articles.*json$/)
  const { article, text } = articleOnPage()
  expect(articleToFile({ article, text })).toBe(content)
  expect(article.sha256).toBe(sha256(text))
  expect(path).toBe(`articles/${article.id}.json`)
})

test('the annotations on the page stand in the text', () => {
  const { content } = example(/^annotators.*resume/)
  const source = articleOnPage()
  const record = current(readRecordFile(content, { source, annotator: 'Ana', file: 'the example' }))
  expect(record.annotations.size).toBe(2)
  expect(recordWriter(source, 'Ana')(record)).toBe(content)
})

test('the actors on the page are a registry, byte for byte', () => {
  const { content } = example(/^annotators.*actors\.json$/)
  const registry = current(readRegistryFile(content, 'the example'))
  expect(registry.actors.size).toBe(4)
  expect(registryToFile(registry, 'Ana')).toBe(content)
})

test('the cleaning rules on the page are a list of them, byte for byte', () => {
  const { content } = example(/^annotators.*cleaning\.json$/)
  const cleaning = current(readCleaningFile(content, 'the example'))
  expect(cleaning.rules.size).toBe(2)
  expect(cleaningToFile(cleaning, 'Ana')).toBe(content)
})

test('the review on the page is one of the article there, byte for byte', () => {
  const source = articleOnPage()
  const { path, content } = example(/reviews/)
  const review = current(readReviewsFile(content, { source, annotator: 'Bo', file: path }))
  expect([review.judgements.size, review.comments.size]).toEqual([1, 1])
  expect(reviewWriter(source, 'Bo')(review)).toBe(content)
})

test('the team on the page is one, byte for byte', () => {
  const { content } = example(/^team/)
  const team = current(readTeamFile(content, 'the example'))
  expect(team.assignments.size).toBe(1)
  expect(teamToFile(team)).toBe(content)
})
