import { DAYS, HEADS, isFunctionWord, QUANTITIES, SHORT_TITLES } from './name-neighbours.ts'
import type { Span } from './span.ts'

/**
 * Names that hold a name: “Norland” in “the Bank of Norland said”. A name goes on, to either side and word by word, as long
 * as what touches it has a capital that no sentence gave it, over “of” and a possessive too, and is no weekday. It never
 * leaves its line.
 */

/** What stands beside some words, in their line and as far as it matters. */
export type Beside = { readonly before: string; readonly behind: string }

const REACH = 80
const MOST_WORDS = 12

export const besideOf = (text: string, { start, end }: Span): Beside => ({
  before: lastLineOf(text.slice(Math.max(0, start - REACH), start)),
  behind: text.slice(end, end + REACH).split('\n', 1)[0] as string,
})

const lastLineOf = (text: string): string => text.slice(text.lastIndexOf('\n') + 1)

export const isPartOfName = (beside: Beside): boolean => goesBack(beside) > 0 || goesOn(beside) > 0

/** All of the name that the name in `span` is part of. */
export function wholeName(text: string, span: Span): Span {
  let { start, end } = span
  const verb = besideOf(text, span).before
  for (let words = 0; words < MOST_WORDS; words++) {
    const { before, behind } = besideOf(text, { start, end })
    const [back, on] = [goesBack({ before, behind }), goesOn({ before: verb, behind })]
    if (back === 0 && on === 0) break
    start -= back
    end += on
  }
  return { start, end }
}

const WORD = "[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N}.’'-]*"
const NEXT_WORD = new RegExp(`^[^\\S\\n]+(${WORD})`, 'u')
const LAST_WORD = new RegExp(`(${WORD})[^\\S\\n]+$`, 'u')
/** “Bank of …” before it, “… of Finance” behind it. */
const OF_BEFORE = /([\p{L}\p{M}][\p{L}\p{M}’'-]*)[^\S\n]+of[^\S\n]+(?:the[^\S\n]+)?$/u
const OF_BEHIND = new RegExp(`^[^\\S\\n]+of[^\\S\\n]+(?:the[^\\S\\n]+)?(${WORD})`, 'u')
/** “ambassador to …” */
const ENVOY_TO = /\b(?:ambassador|envoy|emissary|delegate|adviser|representative)s? to (?:the )?$/iu
/** “Norland’s Minister …” */
const OWNED = new RegExp(`^['’ʼ]s?[^\\S\\n]+(${WORD})`, 'u')
/** “accused Norland of …” */
const VERB_OF =
  /\b(?:accus|suspect|convict|warn|inform|assur|notif|remind|depriv)\w*[^\S\n]+(?:the[^\S\n]+)?$/iu

const STOPS = /[.’'-]+$/u
const INITIALS = /^(?:\p{L}\.)+$/u

/** The word behind, without the stop of its sentence; empty where there is none. */
export const nextWord = (behind: string): string => NEXT_WORD.exec(behind)?.[1]?.replace(STOPS, '') ?? ''
/** “north” in “north of …”, empty where there is no such thing. */
export const headBefore = (before: string): string => OF_BEFORE.exec(before)?.[1] ?? ''

export const lower = (word: string): string => word.toLowerCase().replace(STOPS, '')
/** One of those that belong to no name, whatever their capital. */
export const isLittle = (word: string): boolean => isFunctionWord(word) || /ly$/u.test(word)
const isCapital = (word: string): boolean => /^[\p{Lu}\p{N}]/u.test(word)

/** How many characters before belong to the name. */
function goesBack({ before }: Beside): number {
  const envoy = ENVOY_TO.exec(before)
  const head = OF_BEFORE.exec(before)
  const last = LAST_WORD.exec(before)
  if (envoy) return envoy[0].length
  if (head) return isHead(head[1] as string) ? head[0].length : 0
  return last && isNamePart(last[1] as string) ? last[0].length : 0
}

const isHead = (word: string): boolean =>
  isCapital(word) ? !QUANTITIES.has(lower(word)) && !isFunctionWord(word) : HEADS.has(word)

function isNamePart(word: string): boolean {
  if (!isCapital(word) || /[’']s$/u.test(word)) return false
  if (word.endsWith('.')) return SHORT_TITLES.has(lower(word)) || INITIALS.test(word)
  return !isLittle(word) && !DAYS.has(lower(word))
}

/** How many characters behind belong to the name. */
function goesOn({ before, behind }: Beside): number {
  const found = NEXT_WORD.exec(behind) ?? OWNED.exec(behind)
  const of = VERB_OF.test(before) ? null : OF_BEHIND.exec(behind)
  const next = of && isCapital(of[1] as string) ? of : found
  const word = next?.[1] ?? ''
  if (!next || !isCapital(word) || DAYS.has(lower(word))) return 0
  return INITIALS.test(word) ? next[0].length : next[0].replace(STOPS, '').length
}
