import { createReadStream } from 'node:fs'
import { sha256 } from '#electron/library/hash.ts'
import { datasetChecker, readFrame } from '#shared/format/dataset-problems.ts'
import { parseJson } from '#shared/format/json.ts'
import { ARTICLE_BEGINS, ARTICLE_ENDS, ARTICLES_BEGIN } from './dataset-text.ts'
import { ExportStopped } from './export-stopped.ts'

/**
 * Reads a dataset back from the disk as it was laid out, and checks it as `validateDataset` does, holding one article
 * at a time. The frame is looked at last, for its tail stands behind the articles, so the file is read twice.
 * @throws {ExportStopped} for the first thing that does not hold, which it names.
 */
export async function proveDataset(path: string): Promise<void> {
  const frameLines: string[] = []
  for await (const part of partsOf(path)) if (part.kind === 'frame') frameLines.push(part.line)
  const frame = readFrame(parsed(frameLines))
  if (!frame.ok) throw unproven(frame.problems)
  const problemsOf = datasetChecker(frame.value, sha256)
  for await (const part of partsOf(path)) {
    if (part.kind === 'frame') continue
    const problems = problemsOf(parsed(part.lines))
    if (problems.length > 0) throw unproven(problems)
  }
}

function parsed(lines: readonly string[]): unknown {
  const json = parseJson(lines.join('\n'))
  if (!json.ok) throw unproven([json.problem.sentence])
  return json.value
}

const unproven = ([first]: readonly string[]): ExportStopped =>
  new ExportStopped(`Nothing was exported, because what was written does not hold: ${first}`)

type Part =
  | { readonly kind: 'frame'; readonly line: string }
  | { readonly kind: 'article'; readonly lines: readonly string[] }

async function* partsOf(path: string): AsyncGenerator<Part> {
  let article: string[] | null = null
  let isAmongArticles = false
  for await (const line of linesOf(path)) {
    isAmongArticles ||= line === ARTICLES_BEGIN
    if (isAmongArticles && line === ARTICLE_BEGINS) article = []
    if (!article) yield { kind: 'frame', line }
    else article.push(line.startsWith(ARTICLE_ENDS) ? ARTICLE_ENDS : line)
    if (article && line.startsWith(ARTICLE_ENDS)) {
      yield { kind: 'article', lines: article }
      article = null
    }
  }
}

/** Lines end at `\n` alone: `node:readline` would also cut at U+2028, which may stand inside a JSON string. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let rest: string[] = []
  for await (const chunk of createReadStream(path, 'utf8') as AsyncIterable<string>) {
    const lines = chunk.split('\n')
    if (lines.length === 1) rest.push(chunk)
    else {
      yield rest.join('') + lines[0]
      yield* lines.slice(1, -1)
      rest = [lines.at(-1) ?? '']
    }
  }
  yield rest.join('')
}
