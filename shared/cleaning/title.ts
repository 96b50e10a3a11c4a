import type { Span } from '#shared/domain/span.ts'
import { isFurniture } from './page-furniture.ts'
import { endsAsSentence, isLabel, textLines } from './text-lines.ts'

/**
 * A title for a text that says nothing of its title: the heading that Markdown marks near the top, else the first
 * line that is not an ad, a credit, a date, a byline or the like. A text without a headline gives its first sentence.
 */
const LONGEST = 120
/** How many lines with something on them may stand above a marked heading. */
const HEAD_LINES = 12
const HEADING = /^#{1,6}\s+\S/u

export type Title = {
  /** Never empty for a text with a visible character in it; at most 120 characters. */
  readonly value: string
  /** Where its words stand, or the line that they were made from; null for a text with nothing in it. */
  readonly span: Span | null
  /** Whether `span` is a line of the title's own, and not a paragraph or a credit that it was made from. */
  readonly isHeadline: boolean
  readonly certainty: number
}

/** From the first visible character on: a title further down than this is none. */
const SEARCHED = 20_000

export function findTitle(text: string): Title {
  const from = Math.max(0, text.search(/[^\s\p{Cc}\p{Cf}]/u))
  const lines = textLines(text.slice(from, from + SEARCHED)).map(({ start, text: raw }) => ({
    at: from + start,
    raw,
    line: visible(raw),
  }))
  const seen = lines.filter(({ line }) => line !== '')
  const heading = seen
    .slice(0, HEAD_LINES)
    .find(({ line }) => HEADING.test(line) && !isFurniture(tidied(line)))
  const plain = heading ?? firstHeadline(seen.filter(({ line }) => !isFurniture(tidied(line))))
  const chosen = plain ?? seen[0]
  if (!chosen) return { value: '', span: null, isHeadline: false, certainty: 0 }
  const value = plain ? titleFrom(plain.line) : titleFrom(withoutCredit(chosen.line))
  return { value, span: spanOf(value, chosen.at, chosen.raw), ...trust(chosen.line, plain, heading) }
}

/** The first of `candidates`, unless it is a section's name or an item of a list and the next one is a headline. */
function firstHeadline<T extends { readonly line: string }>(candidates: readonly T[]): T | undefined {
  const at = candidates.slice(0, HEAD_LINES).findIndex(({ line }, i) => {
    return !isLabel(line) || !isHeadlike(candidates[i + 1]?.line)
  })
  return candidates[Math.max(0, at)]
}

const isHeadlike = (line: string | undefined): boolean =>
  line !== undefined &&
  line.length <= LONGEST &&
  (isLabel(line) || (wordsIn(line) >= 4 && !endsAsSentence(line)))

const wordsIn = (line: string): number => line.split(' ').length

export const titleOf = (text: string): string => findTitle(text).value

/** Nothing but furniture gives a title that is a guess, and a paragraph one that nobody wrote as such. */
function trust(line: string, plain: unknown, heading: unknown): Pick<Title, 'isHeadline' | 'certainty'> {
  if (!plain) return { isHeadline: false, certainty: 20 }
  if (line.length > LONGEST) return { isHeadline: false, certainty: 40 }
  return { isHeadline: true, certainty: heading ? 95 : 80 }
}

function spanOf(value: string, at: number, raw: string): Span {
  const words = value.endsWith('…') ? value.slice(0, -1) : value
  const inside = raw.indexOf(words)
  return inside < 0
    ? { start: at, end: at + raw.length }
    : { start: at + inside, end: at + inside + words.length }
}

const visible = (line: string): string =>
  line
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()

const withoutCredit = (caption: string): string =>
  caption.replace(/\s*\([^()]{1,120}\)\P{L}*$/u, '') || caption

const titleFrom = (line: string): string => headlineFrom(tidied(line)) || shortened(line)

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
