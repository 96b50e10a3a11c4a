import { actorProblems, datasetChecker, type Sha256 } from '../dataset-problems.ts'
import { selfPointerProblems } from '../self-pointers.ts'
import { type InFile, UnreadableFile } from './adapter.ts'
import { ARTICLES, readDocumentFrame } from './dataset-document.ts'
import { frameOfLines } from './dataset-lines.ts'
import { type ArticleCheck, articleFaults } from './dataset-record.ts'
import { linesIn, textIn } from './in-file.ts'
import { jsonPieces } from './json-pieces.ts'

/**
 * All that is wrong with a dataset, JSON or one article a line, however it is laid out: what `validateDataset` finds,
 * but with one article held at a time. What cannot be read as one at all is a single sentence.
 */
export async function* problemsInDataset(file: InFile, sha256: Sha256): AsyncGenerator<string> {
  try {
    yield* (await areLines(file)) ? problemsInLines(file, sha256) : problemsInDocument(file, sha256)
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    yield error.line === undefined ? error.message : `Line ${error.line}: ${error.message}`
  }
}

/** Whether there is a whole object on the first line, and another on the next. */
async function areLines(file: InFile): Promise<boolean> {
  let window = ''
  for await (const text of textIn(file)) {
    window = window.slice(-3) + text
    const at = window.indexOf('\n')
    if (at >= 0 && at + 1 < window.length) return /\}\r?\n\{$/.test(window.slice(Math.max(0, at - 2), at + 2))
  }
  return false
}

async function* problemsInDocument(file: InFile, sha256: Sha256): AsyncGenerator<string> {
  const frame = await readDocumentFrame(file)
  if (!frame.ok) return yield* frame.problems
  yield* actorProblems(frame.value)
  const problemsOf = checkerOf(frame.value, sha256)
  for await (const piece of jsonPieces(file, ARTICLES))
    if (piece.kind === 'element') yield* articleFaults(piece.line, piece.text, problemsOf)
}

async function* problemsInLines(file: InFile, sha256: Sha256): AsyncGenerator<string> {
  let problemsOf: ArticleCheck | null = null
  for await (const { number, text } of linesIn(file)) {
    if (problemsOf) yield* articleFaults(number, text, problemsOf)
    else {
      const frame = frameOfLines(text)
      if (!frame.ok) return yield* frame.problems
      yield* actorProblems(frame.value)
      problemsOf = checkerOf(frame.value, sha256)
    }
  }
}

function checkerOf(...given: Parameters<typeof datasetChecker>): ArticleCheck {
  const problemsOf = datasetChecker(...given)
  return (article) => [...problemsOf(article), ...selfPointerProblems(article)]
}
