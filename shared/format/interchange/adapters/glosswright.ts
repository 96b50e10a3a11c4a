import { datasetChecker } from '#shared/format/dataset-problems.ts'
import {
  type Adapter,
  type ExportSource,
  type InFile,
  type ReadEvent,
  type Sink,
  UnreadableFile,
} from '../adapter.ts'
import { ARTICLES, readDocumentFrame } from '../dataset-document.ts'
import { readDatasetArticle } from '../dataset-record.ts'
import { EVERYTHING } from '../format.ts'
import { jsonPieces } from '../json-pieces.ts'
import { datasetText } from './dataset-text.ts'

/** The dataset: one JSON document. What stands behind its articles is needed to judge them, so it is read twice. */
async function write({ frame, articles }: ExportSource, sink: Sink): Promise<void> {
  const file = await sink.open('')
  for await (const piece of datasetText(frame, articles())) await file.write(piece)
  await file.close()
}

async function* read([file]: readonly InFile[]): AsyncGenerator<ReadEvent> {
  if (!file) return
  const frame = await readDocumentFrame(file)
  if (!frame.ok) throw new UnreadableFile(frame.problems[0] ?? '')
  const { scheme, actors } = frame.value
  yield { kind: 'frame', frame: { scheme, actors } }
  // Whoever reads compares the hash with the text anyway, to find the article.
  const problemsOf = datasetChecker(frame.value, null)
  for await (const piece of jsonPieces(file, ARTICLES)) {
    if (piece.kind === 'frame') continue
    yield readDatasetArticle({ file: file.path, line: piece.line }, piece.text, problemsOf)
  }
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
