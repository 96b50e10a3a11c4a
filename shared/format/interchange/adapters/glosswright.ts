import type { DatasetArticle } from '#shared/format/dataset.ts'
import { datasetChecker, readFrame } from '#shared/format/dataset-problems.ts'
import { parseJson } from '#shared/format/json.ts'
import {
  type Adapter,
  type ExportSource,
  type InFile,
  type ReadArticle,
  type ReadEvent,
  type Sink,
  UnreadableFile,
} from '../adapter.ts'
import { EVERYTHING } from '../format.ts'
import { jsonPieces } from '../json-pieces.ts'
import { refused } from '../read-values.ts'
import { datasetText } from './dataset-text.ts'

/** The dataset: one JSON document. What stands behind its articles is needed to judge them, so it is read twice. */
const ARTICLES = 'articles'

async function write({ frame, articles }: ExportSource, sink: Sink): Promise<void> {
  const file = await sink.open('')
  for await (const piece of datasetText(frame, articles())) await file.write(piece)
  await file.close()
}

async function* read([file]: readonly InFile[]): AsyncGenerator<ReadEvent> {
  if (!file) return
  const frame = await frameOf(file)
  yield { kind: 'frame', frame: { scheme: frame.scheme, actors: frame.actors } }
  // Whoever reads compares the hash with the text anyway, to find the article.
  const problemsOf = datasetChecker(frame, null)
  for await (const piece of jsonPieces(file, ARTICLES)) {
    if (piece.kind === 'frame') continue
    const place = { file: file.path, line: piece.line }
    const json = parseJson(piece.text)
    const [problem] = json.ok ? problemsOf(json.value) : [json.problem.sentence]
    yield problem === undefined && json.ok
      ? { ...place, ...articleOf(json.value as DatasetArticle) }
      : refused(place, problem ?? '')
  }
}

function articleOf({ text, annotations, ...article }: DatasetArticle): Omit<ReadArticle, 'file' | 'line'> {
  return { kind: 'article', article, text, annotations: annotations as ReadArticle['annotations'] }
}

/** @throws {UnreadableFile} */
async function frameOf(file: InFile) {
  for await (const piece of jsonPieces(file, ARTICLES)) {
    if (piece.kind !== 'frame') continue
    const json = parseJson(piece.text)
    if (!json.ok) throw new UnreadableFile(json.problem.sentence)
    const frame = readFrame(json.value)
    if (frame.ok) return frame.value
    throw new UnreadableFile(frame.problems[0] ?? '')
  }
  throw new Error('a document has a frame')
}

export const glosswright: Adapter = {
  format: {
    id: 'glosswright',
    title: 'Glosswright dataset (JSON)',
    summary: 'everything, in one document that proves its own offsets',
    shape: 'file',
    ending: 'json',
    offsets: 'codepoint',
    reads: true,
    carries: EVERYTHING,
    options: [],
    source: 'docs/export-format.md',
  },
  write,
  read,
}
