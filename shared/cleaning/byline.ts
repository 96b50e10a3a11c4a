import { isByline } from './date-lines.ts'
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

function at(names: string, value: string, start: number): Piece {
  const from = start + names.indexOf(value)
  return { value, start: from, end: from + value.length }
}
