import { OFFSETS } from '#shared/format/article-file.ts'
import { datasetChecker } from '#shared/format/dataset-problems.ts'
import { stableLine } from '#shared/format/json.ts'
import {
  type Adapter,
  type ExportSource,
  type InFile,
  type ReadEvent,
  type Sink,
  UnreadableFile,
} from '../adapter.ts'
import { DATASET_LINES, DATASET_LINES_VERSION, frameOfLines } from '../dataset-lines.ts'
import { type ArticleCheck, readDatasetArticle } from '../dataset-record.ts'
import { EVERYTHING } from '../format.ts'
import { linesIn } from '../in-file.ts'

async function write({ frame, articles }: ExportSource, sink: Sink): Promise<void> {
  const file = await sink.open('')
  const header = { format: DATASET_LINES, version: DATASET_LINES_VERSION, offsets: OFFSETS }
  await file.write(`${stableLine({ ...frame, ...header })}\n`)
  for await (const article of articles()) await file.write(`${stableLine(article)}\n`)
  await file.close()
}

async function* read([file]: readonly InFile[]): AsyncGenerator<ReadEvent> {
  if (!file) return
  let problemsOf: ArticleCheck | null = null
  for await (const { number, text } of linesIn(file)) {
    if (problemsOf) yield readDatasetArticle({ file: file.path, line: number }, text, problemsOf)
    else {
      const { scheme, actors } = frameIn(text)
      yield { kind: 'frame', frame: { scheme, actors } }
      // Whoever reads compares the hash with the text anyway, to find the article.
      problemsOf = datasetChecker({ scheme, actors }, null)
    }
  }
}

/** @throws {UnreadableFile} */
function frameIn(text: string) {
  const frame = frameOfLines(text)
  if (frame.ok) return frame.value
  throw new UnreadableFile(frame.problems[0] ?? '', 1)
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
