import * as z from 'zod'
import { OFFSETS } from '#shared/format/article-file.ts'
import { datasetArticleSchema, datasetFrameSchema } from '#shared/format/dataset.ts'
import { stableLine } from '#shared/format/json.ts'
import type { Adapter, ExportSource, InFile, ReadArticle, ReadEvent, Sink } from '../adapter.ts'
import { EVERYTHING } from '../format.ts'
import { type Line, linesIn } from '../in-file.ts'
import { type ReadValue, readRecord, refused } from '../read-values.ts'

/** The dataset with one article a line: the first line is all of it but the articles. */
const FORMAT = 'glosswright/dataset-lines'
const VERSION = 1

const frameSchema = datasetFrameSchema
  .omit({ articles: true })
  .extend({ format: z.literal(FORMAT), version: z.literal(VERSION) })

async function write({ frame, articles }: ExportSource, sink: Sink): Promise<void> {
  const file = await sink.open('')
  await file.write(`${stableLine({ ...frame, format: FORMAT, version: VERSION, offsets: OFFSETS })}\n`)
  for await (const article of articles()) await file.write(`${stableLine(article)}\n`)
  await file.close()
}

async function* read([file]: readonly InFile[]): AsyncGenerator<ReadEvent> {
  if (!file) return
  for await (const line of linesIn(file))
    yield line.number === 1 ? frameOf(file, line) : articleOf(file, line)
}

const placeOf = ({ path }: InFile, { number }: Line) => ({ file: path, line: number })

function frameOf(file: InFile, line: Line): ReadEvent {
  const frame = readRecord(frameSchema, line.text)
  if (!frame.ok) return refused(placeOf(file, line), frame.reason)
  const { scheme, actors } = frame.value
  return { kind: 'frame', frame: { scheme, actors } }
}

function articleOf(file: InFile, line: Line): ReadEvent {
  const read: ReadValue<z.infer<typeof datasetArticleSchema>> = readRecord(datasetArticleSchema, line.text)
  if (!read.ok) return refused(placeOf(file, line), read.reason)
  const { text, annotations, ...article } = read.value
  return {
    kind: 'article',
    ...placeOf(file, line),
    article,
    text,
    annotations: annotations as ReadArticle['annotations'],
  }
}

export const glosswrightJsonl: Adapter = {
  format: {
    id: 'glosswright-jsonl',
    title: 'Glosswright dataset, one article a line (JSONL)',
    summary: 'everything, for programs that read line by line',
    shape: 'file',
    ending: 'jsonl',
    offsets: 'codepoint',
    reads: true,
    carries: EVERYTHING,
    options: [],
    source: 'docs/export-format.md',
  },
  write,
  read,
}
