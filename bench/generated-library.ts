import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { manualAnnotation } from '#shared/domain/annotation.ts'
import { AnnotationSet } from '#shared/domain/annotation-set.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import { NOTHING_KNOWN } from '#shared/domain/metadata.ts'
import { emptyRecord, STATUSES } from '#shared/domain/record.ts'
import { recordWriter } from '#shared/format/annotation-file.ts'
import { articleToFile } from '#shared/format/article-file.ts'
import { glosswright } from '../e2e/workspace.ts'
import { type Random, seeded, VOCABULARY } from './generated-article.ts'
import { ANNOTATOR } from './generated-workspace.ts'

const TITLE_WORDS = 8
const SOURCES = ['Coastal Times', 'Harbour Post', null] as const

/**
 * A workspace of so many short articles, half of them annotated, written as the files that an import would have left:
 * importing them one by one would take longer than all that is measured.
 */
export function generateLibrary(
  folder: string,
  profile: string,
  count: number,
  textOf: TextOf = shortText,
): string {
  const workspace = path.join(folder, 'library')
  glosswright('init', workspace, '--name', `${count} articles`)
  mkdirSync(path.join(workspace, 'articles'))
  mkdirSync(path.join(workspace, 'annotators', ANNOTATOR), { recursive: true })
  const random = seeded('library')
  for (let number = 0; number < count; number++) {
    const text = textOf(number, random)
    writeArticle(workspace, articleOf(text, number), number)
  }
  writeFileSync(path.join(profile, 'preferences.json'), JSON.stringify({ annotator: ANNOTATOR }))
  return workspace
}

function writeArticle(workspace: string, source: ArticleText, number: number): void {
  const { article, text } = source
  const file = path.join(workspace, 'articles', article.id)
  writeFileSync(`${file}.txt`, text)
  writeFileSync(`${file}.json`, articleToFile(source))
  if (number % 2 === 1) return
  const contentOf = recordWriter(source, ANNOTATOR)
  const status = STATUSES[number % STATUSES.length] ?? 'new'
  const record = { ...emptyRecord, status, annotations: AnnotationSet.from([markOfTitle(text)]) }
  writeFileSync(path.join(workspace, 'annotators', ANNOTATOR, `${article.id}.json`), contentOf(record))
}

const markOfTitle = (text: string) =>
  manualAnnotation({
    start: 0,
    end: text.indexOf(' '),
    id: 'mark',
    label: 'actor',
    now: '2026-01-01T00:00:00.000Z',
  })

/** Begins with the title, a line of several words. */
export type TextOf = (number: number, random: Random) => string

export function shortText(number: number, random: Random): string {
  const word = () => VOCABULARY[Math.floor(random() * VOCABULARY.length)] as string
  const title = `${Array.from({ length: TITLE_WORDS }, word).join(' ')} ${number}`
  return `${title}\n\nThe ${word()} ${word()} said that the ${word()} would ${word()}.\n`
}

export function articleOf(text: string, number: number): ArticleText {
  const title = text.slice(0, text.indexOf('\n'))
  const hash = createHash('sha256').update(text).digest('hex')
  const id = `${title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 48)}-${hash.slice(0, 8)}`
  const source = SOURCES[number % SOURCES.length] ?? null
  const metadata = { ...NOTHING_KNOWN, title, source, published: `2026-01-${10 + (number % 20)}` }
  const provenance = { encoding: 'utf-8', certainty: 100, byteOrderMark: false, original: null }
  return { article: { id, metadata, provenance, sha256: hash, boilerplate: [], evidence: {} }, text }
}
