import { isFurniture } from './page-furniture.ts'

/**
 * A title for a text that says nothing of its title: the heading that Markdown marks near the top, else the first
 * line that is not an ad, a credit, a date, a byline or the like. A text without a headline gives its first sentence.
 */
const LONGEST = 120
/** How many lines with something on them may stand above a marked heading. */
const HEAD_LINES = 12
const HEADING = /^#{1,6}\s+\S/u

/** Never empty for a text with a visible character in it; at most 120 characters. */
export function titleOf(text: string): string {
  const lines = linesWithSomething(text)
  const head = lines.slice(0, HEAD_LINES)
  const heading = head.find((line) => HEADING.test(line) && !isFurniture(tidied(line)))
  const line = heading ?? lines.find((candidate) => !isFurniture(tidied(candidate))) ?? lines[0] ?? ''
  return headlineFrom(tidied(line)) || shortened(line)
}

const INVISIBLE = /[\p{Cc}\p{Cf}]+/gu

/** From the first visible character on: a title further down than this is none. */
const SEARCHED = 20_000

function linesWithSomething(text: string): string[] {
  const from = Math.max(0, text.search(/[^\s\p{Cc}\p{Cf}]/u))
  const lines = text
    .slice(from, from + SEARCHED)
    .split(/[\n\r\u2028\u2029]/u)
    .map((line) => line.replace(INVISIBLE, ' ').replace(/\s+/gu, ' ').trim())
  return lines.filter((line) => line !== '')
}

/** `line` without heading marks, emphasis around the whole of it, and template residue such as `{mosads}`. */
function tidied(line: string): string {
  const bare = line
    .replace(/\{[\w :.-]*\}/gu, ' ')
    .replace(/^\s*#{1,6}\s+/u, '')
    .replace(/\s+#+\s*$/u, '')
  const [, , emphasised] = /^\s*(\*{1,3}|_{1,3})(.+)\1\s*$/u.exec(bare) ?? []
  return (emphasised ?? bare).replace(/\s+/gu, ' ').trim()
}

const PLACE = "\\p{Lu}[\\p{Lu}\\p{M} .,’'-]+"
const DASH = '\\s*(?:--|—|–| - )\\s*'
/** “CITY, Mon. D (AGENCY) — ”, of which the date or the agency may be missing. */
const DATELINE = new RegExp(
  `^${PLACE}(?:,? \\p{Lu}\\p{Ll}+\\.? \\d{1,2}\\s*(?:\\([^()]{1,40}\\))?|\\s*\\([^()]{1,40}\\))${DASH}`,
  'u',
)
/** “CITY — ”, which in a short line may as well begin a headline. */
const BARE_DATELINE = new RegExp(`^${PLACE}${DASH}`, 'u')

function headlineFrom(line: string): string {
  const isParagraph = line.length > LONGEST
  const sentence = line.replace(DATELINE, '').replace(isParagraph ? BARE_DATELINE : /^$/, '')
  return shortened(sentence === line && !isParagraph ? line : firstSentence(sentence))
}

/** Ends at a full stop behind a word of four letters or more, since a shorter one may be an abbreviation. */
function firstSentence(paragraph: string): string {
  const end = /(?<=[\p{Ll}\p{N})]{4})[.!?]["”’»)]*(?=\s+["“‘«(]?\p{Lu})/u.exec(paragraph)
  return end ? paragraph.slice(0, end.index + end[0].length) : paragraph
}

const HALF_A_PAIR = /[\uD800-\uDBFF]$/

function shortened(line: string): string {
  if (line.length <= LONGEST) return line
  const cut = line.slice(0, LONGEST - 1)
  const atWord = cut.replace(/[\s,;:–—-]+\S*$/u, '')
  return `${atWord || cut.replace(HALF_A_PAIR, '')}…`
}
