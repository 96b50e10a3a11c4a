import type { Span } from '#shared/domain/span.ts'

/** A line with something on it, from its first to its last visible character. */
export type TextLine = Span & {
  readonly text: string
  /** The words alone: without Markdown's marks and link targets, white space single. Of a very long line, empty. */
  readonly bare: string
  /** Whether an empty line stands before it. */
  readonly opensParagraph: boolean
}

/** A line longer than this is a paragraph, whatever it says. */
const LONGEST = 1_200

/** The lines of `text` that are not blank, in order. */
export function textLines(text: string): readonly TextLine[] {
  const lines: TextLine[] = []
  let last = 0
  for (const { 0: line, index } of text.matchAll(/[^\n\r\u2028\u2029]+/gu)) {
    const words = line.trim()
    if (!words) continue
    const start = index + line.length - line.trimStart().length
    const opensParagraph = breaksIn(text, last, start) !== 1
    lines.push({ start, end: start + words.length, text: words, bare: bareLine(words), opensParagraph })
    last = start + words.length
  }
  return lines
}

/** How many lines end between two lines, counted up to two. */
function breaksIn(text: string, from: number, to: number): number {
  const first = text.indexOf('\n', from)
  if (first < 0 || first >= to) return 1
  const second = text.indexOf('\n', first + 1)
  return second >= 0 && second < to ? 2 : 1
}

/** `line` without the marks of Markdown; a link is its words. */
export function bareLine(line: string): string {
  if (line.length > LONGEST) return ''
  return line
    .replace(/(?<!!)\[([^[\]]*)\]\([^()\s]*\)/gu, '$1')
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/^\s*(?:#{1,6}|[-*•>])\s+(?=\S)/u, '')
    .replace(/(?<!\S)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\S)/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** Ends as a sentence ends: behind a stop and the quotes and brackets that close there. */
export const endsAsSentence = (line: string): boolean =>
  /[.!?…。](?:[\s"”’»)\]]|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f)*$/u.test(
    line.slice(-16),
  )

/** A section's name or an item of a list: what stands above a headline, and by itself may be one. */
export const isLabel = (line: string): boolean => /^(?:[-•]\s.{3,}|[^\s.!?]+(?: [^\s.!?]+)?)$/u.test(line)
