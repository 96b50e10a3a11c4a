import { isByline, isDateLine } from './date-lines.ts'
import type { Piece } from './dateline.ts'
import { isAgency, NAMES, personsIn, withoutArticle } from './names.ts'

/** Whom a line names as its article's author: persons, or an agency. */
export type Byline = Piece & { readonly kind: 'persons' | 'agency' }

const ENGLISH = new RegExp(`(?<!\\p{L})[Bb][Yy]:? +(${NAMES})`, 'u')
const OTHERS = new RegExp(
  `^\\P{L}*(?:[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR|[Dd]i|DI|[Dd]oor|Text:|Autor(?:in)?:|Auteur ?:) +(${NAMES})(?=\\P{L}*$|\\s*[,|·•–—-]|\\s+\\d)`,
  'u',
)

/** Offsets are in `line`, which stands in an article's head and is not its headline. */
export function bylineOf(line: string): Byline | null {
  const match = isByline(line) ? ENGLISH.exec(line) : OTHERS.exec(line)
  const names = match?.[1]
  if (!match || !names) return null
  const start = match.index + match[0].lastIndexOf(names)
  const agency = withoutArticle(names.replace(/ Staff$/u, ''))
  if (isAgency(agency)) return { kind: 'agency', ...at(names, agency, start) }
  const persons = personsIn(names)
  const isEnough = isByline(line) || /\s/u.test(persons)
  return persons && isEnough ? { kind: 'persons', ...at(names, persons, start) } : null
}

const NAME_ALONE = new RegExp(`^(${NAMES})(?: in \\p{Lu}[\\p{L} ]{2,30})?$`, 'u')

/** A line of nothing but names is a byline where the date stands right below it. */
export function bylineAbove(line: string, below: string): Byline | null {
  const names = isDateLine(below) ? NAME_ALONE.exec(line)?.[1] : undefined
  const persons = names && names.split(' ').length <= 8 ? personsIn(names) : ''
  return /\s/u.test(persons) ? { kind: 'persons', ...at(names ?? '', persons, 0) } : null
}

const SIGNED = new RegExp(`^\\(?(?:[Rr]eporting|[Ww]ritten) by (${NAMES})(?=\\s+in |\\s*(?:[;.)]|$))`, 'u')

/** Who signed below the article. */
export function signatureOf(line: string): Piece | null {
  const names = SIGNED.exec(line)?.[1]
  const persons = names ? personsIn(names) : ''
  return names && persons ? at(names, persons, line.indexOf(names)) : null
}

const WITH_AGENCY =
  /^(?:.{2,30} (?:avec|mit|con|with) ([\p{L} /-]{2,40})|[\p{Ll}/]{2,9} \(([\p{L}, /-]{2,40})\)|Source: ([\p{L} -]{2,40}))$/u

/** An agency that a line by itself names as the source of the words. */
export function agencyIn(line: string): Piece | null {
  const name = WITH_AGENCY.exec(line)?.slice(1).find(Boolean)
  const isKnown = name && (isAgency(name) || /^\p{Lu}{3,5}$/u.test(name))
  return isKnown ? at(line, name, 0) : null
}

function at(names: string, value: string, start: number): Piece {
  const from = start + names.indexOf(value)
  return { value, start: from, end: from + value.length }
}
