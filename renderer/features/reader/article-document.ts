import type { JSONContent } from '@tiptap/core'
import { countBelow } from '#shared/domain/count-below.ts'
import { type Lines, lineAt, lineEnd, lineStart } from '#shared/domain/lines.ts'

/**
 * The article as an editor document: chunks of lines, a paragraph each, so that the browser can leave chunks out of
 * sight unrendered. Positions count two tokens for each line and two for each chunk around it, which makes turning an
 * offset into a position a matter of knowing its line and its chunk.
 */
export type ArticleDocument = {
  readonly content: JSONContent
  /** Editor position of a UTF-16 offset. */
  readonly positionOf: (offset: number) => number
  /** UTF-16 offset of an editor position; a position between lines counts as the end of the line before. */
  readonly offsetOf: (position: number) => number
  /** Length of the text in UTF-16 units. */
  readonly length: number
  /** Offset of the first character of each chunk. */
  readonly chunkStarts: readonly number[]
}

const CHUNK_LINES = 50
const CHUNK_CHARACTERS = 6_000
/** The browser asks of every chunk in every frame whether it is in sight, so a long article has longer ones. */
const MOST_CHUNKS = 160

export function articleDocument(text: string, lines: Lines): ArticleDocument {
  const firstLines = chunkFirstLines(lines)
  const chunkStarts = firstLines.map((line) => lineStart(lines, line))
  const chunkOf = (line: number) =>
    countBelow(firstLines.length, (i) => (firstLines[i] as number) <= line) - 1
  const lineBegin = (line: number) => lineStart(lines, line) + line + 2 * chunkOf(line) + 2
  return {
    content: {
      type: 'doc',
      content: firstLines.map((first, i) => chunk(text, lines, [first, firstLines[i + 1]])),
    },
    length: text.length,
    chunkStarts,
    positionOf: (offset) => {
      const line = lineAt(lines, offset)
      return lineBegin(line) + offset - lineStart(lines, line)
    },
    offsetOf: (position) => {
      const line = Math.max(0, countBelow(lines.starts.length, (i) => lineBegin(i) <= position) - 1)
      const within = Math.max(0, position - lineBegin(line))
      return Math.min(lineStart(lines, line) + within, lineEnd(lines, line))
    },
  }
}

function chunkFirstLines(lines: Lines): readonly number[] {
  const firstLines = [0]
  const most = {
    lines: Math.max(CHUNK_LINES, lines.starts.length / MOST_CHUNKS),
    characters: Math.max(CHUNK_CHARACTERS, lines.textLength / MOST_CHUNKS),
  }
  for (let line = 1; line < lines.starts.length; line++) {
    const first = firstLines.at(-1) as number
    const characters = lineStart(lines, line) - lineStart(lines, first)
    if (line - first >= most.lines || characters >= most.characters) firstLines.push(line)
  }
  return firstLines
}

function chunk(
  text: string,
  lines: Lines,
  [first, next = lines.starts.length]: readonly [number, number | undefined],
): JSONContent {
  const content = Array.from({ length: next - first }, (_, i): JSONContent => {
    const line = text.slice(lineStart(lines, first + i), lineEnd(lines, first + i))
    return line ? { type: 'line', content: [{ type: 'text', text: line }] } : { type: 'line' }
  })
  return { type: 'chunk', content }
}
