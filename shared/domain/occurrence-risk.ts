import { type Beside, besideOf, headBefore, isLittle, isPartOfName, lower, nextWord } from './longer-name.ts'
import { isFunctionWord, PLACE_PARTS, VERBS } from './name-neighbours.ts'
import type { Span } from './span.ts'

/**
 * What may be wrong with an occurrence, told by the words beside it, in English. Said to be safe is only what nothing speaks
 * against: to ask once too often costs a glance, to mark a wrong place costs finding it. Capitals beside it, or “Gen.”,
 * make it part of a longer name (`longer-name.ts`); a small word behind it that is neither a verb nor one of the little words makes it an
 * adjective; “in”, “near”, a dateline or a journey before it make it a place. What it is called in the registry plays no
 * part: what types of actors there are is the scheme's to say.
 */

export const RISKS = [
  'safe',
  'longer-name',
  'adjective',
  'place',
  'credit',
  'description',
  'namesake',
] as const
export type Risk = (typeof RISKS)[number]

/** As it is told to the analyst. */
export const RISK_TITLES: Readonly<Record<Risk, string>> = {
  safe: 'Safe',
  'longer-name': 'A longer name: the same actor?',
  adjective: 'Used as an adjective?',
  place: 'A place?',
  credit: 'In a credit or a dateline?',
  description: 'No name: somebody else?',
  namesake: 'Another actor of this name?',
}

/** Words that may be marked, and which of the forms they are; where that is part of a longer name, all of that name. */
export type Occurrence = Span & { readonly form: string; readonly risk: Risk }

type Known = { readonly form: string; readonly isNamesake: boolean }

export function riskOf(text: string, span: Span, { form, isNamesake }: Known): Risk {
  if (!form.split(' ').some(isNameWord)) return 'description'
  const beside = besideOf(text, span)
  if (isPartOfName(beside)) return 'longer-name'
  if (isNamesake) return 'namesake'
  if (isAdjective(beside)) return 'adjective'
  if (isCredit(beside)) return 'credit'
  return isPlace(beside) ? 'place' : 'safe'
}

/** A capital, or a script without such, in a word that is not one of the little ones: “Both sides” is no name. */
const isNameWord = (word: string): boolean => /\p{Lu}|\p{Lo}/u.test(word) && !isFunctionWord(word)

/** “Norland and Vesteria officials”: what is said of the second is said of the first. */
const COORDINATED = /^[^\S\n]+(?:and|or)[^\S\n]+\p{Lu}[\p{L}\p{M}.]*(?=[^\S\n]+\p{Ll})/u

function isAdjective({ behind }: Beside): boolean {
  const next = nextWord(behind.replace(COORDINATED, ''))
  if (!/^\p{Ll}/u.test(next)) return false
  return !isLittle(next) && !VERBS.has(lower(next)) && !/ed$/u.test(next)
}

/** “Photo by …” */
const CREDIT =
  /(?:\b(?:photo|photograph|image|picture|video)s? (?:by|via|from|courtesy)|\bcourtesy of|\b(?:reporting|editing|writing) by|©|\bcopyright|^citation:)[^.\n]*$/iu
/** “(CNA) --” */
const isCredit = ({ before, behind }: Beside): boolean =>
  CREDIT.test(before) || (/\($/u.test(before) && /^\) ?(?:--|—|–)/u.test(behind))

/** Where something is, whatever it is. */
const WHERE =
  /\b(?:in|inside|within|near|outside|across|throughout|around|at|into|off|from|via|leaving|entering)$/iu
/** Who went there or came from there, and what. */
const JOURNEY =
  /\b(?:go|goes|going|went|gone|fl[iye]\w*|flew|flown|travel\w*|return\w*|mov\w+|driv\w+|drove|sail\w*|fle[de]\w*|export\w*|import\w*|arriv\w*|head\w*|c[ao]m\w+|trip\w*|journey\w*|deport\w*|ship\w*|smuggl\w*|transfer\w*|extradit\w*|visit\w*|back|home|close|next|way|road)(?: \w+){0,2} to$/iu
const WENT = /\b(?:visit\w*|left|enter\w*|reach\w*|tour(?:ed|ing|s)?|cross\w*|invad\w*)$/iu
/** “in Tarnholm, Norland,” */
const TOWN_BEFORE = /\b(?:in|at|near|from|to|of) \p{Lu}[\p{L}\p{M} ]*,\s*$/u
/** “TARNHOLM, Mar. 3 (CNA) --” */
const DATELINE =
  /^(?:, [\p{L}. ]+)?(?:,? \p{Lu}\p{L}{2,8}\.? \d{1,2})?(?:, \d{4})?(?: \([^)]{1,30}\))?\s*(?:--|—|–)/u
const SIDE = /\s+(?:the|central|northern|southern|eastern|western|neighbou?ring|nearby)$/iu

function isPlace({ before, behind }: Beside): boolean {
  if (before.trim() === '') return DATELINE.test(behind)
  if (TOWN_BEFORE.test(before)) return true
  const part = headBefore(before)
  if (part !== '') return PLACE_PARTS.has(lower(part))
  const way = before.trimEnd().replace(SIDE, '')
  return WHERE.test(way) || JOURNEY.test(way) || WENT.test(way)
}
