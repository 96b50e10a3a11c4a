import { codePointMap } from '#shared/domain/code-points.ts'
import type { DatasetArticle } from '#shared/format/dataset.ts'
import { tokensOf } from '../../../../domain/tokens.ts'
import type { ExportSource, Sink } from '../../adapter.ts'
import { type AnnotatorPart, annotatorParts } from '../../annotator-parts.ts'
import { cutsOf } from '../../carried-marks.ts'
import { escapedName, PLAIN } from '../../percent-names.ts'
import { tokensBySentence } from '../../sentence-tokens.ts'
import { documentLine } from './document-line.ts'
import { type Tagging, taggerOf } from './tags.ts'
import { writtenToken } from './token-text.ts'

export type Style = {
  readonly tagging: Tagging
  /** What stands in the columns between a token and its tag. */
  readonly placeholders: readonly string[]
  /** Tokens are cut where marks begin and end. */
  readonly isCut: boolean
}

export async function writeConll({ articles }: ExportSource, style: Style, sink: Sink): Promise<void> {
  const file = await sink.open('')
  for await (const article of articles())
    for (const part of annotatorParts(article)) await file.write(documentOf(article, part, style))
  await file.close()
}

function documentOf(
  article: DatasetArticle,
  { annotator, annotations }: AnnotatorPart,
  style: Style,
): string {
  const { id, sha256, title, text } = article
  const map = codePointMap(text)
  const marks = annotations.map(({ start, end, label }) => ({
    start: map.toUtf16(start),
    end: map.toUtf16(end),
    label: escapedName(label, PLAIN),
  }))
  // All annotators' documents of one article have the same tokens.
  const tokens = tokensOf(text, style.isCut ? cutsOf(article.annotations, map) : [])
  const head = documentLine(
    { id, sha256, title, ...(annotator === null ? {} : { annotator }) },
    style.placeholders,
  )
  const tagsIn = taggerOf(marks, style.tagging)
  const sentences = tokensBySentence(text, tokens, marks).map((sentence) => {
    const tags = tagsIn(sentence)
    const words = sentence.map(({ start, end }) => writtenToken(text.slice(start, end)))
    return words.map((word, i) => [word, ...style.placeholders, tags[i]].join(' ')).join('\n')
  })
  return [head, ...sentences].map((block) => `${block}\n\n`).join('')
}
