import { datesIn } from './dates.ts'
import { isAgency } from './names.ts'

/**
 * “WASHINGTON, Dec. 1 (UPI) -- ”, “Berlin (dpa) – ”, “KARSUND, September 12, 2024 – ”: where a report was written, when, and
 * whose it is. A place in small letters is believed beside an agency only, since much else stands before a dash.
 */
export type Dateline = {
  readonly place: Piece
  readonly agency: Piece | null
  readonly date: Piece | null
}
/** Offsets in the line. */
export type Piece = { readonly value: string; readonly start: number; readonly end: number }

const HEAD = /^(.{2,100}?)\s*(?:--|—|–|\.-|\s-\s)\s*(?=\S.{20})/u
/** “MOSCOW, May 17. /TASS/. ” */
const SLASHED = /^.{2,60}?\. ?\/[^/]{2,40}\/(?=\. ?\S.{20})/u
const PLACE = /^\p{Lu}[\p{L}\p{M} .,’'/-]{2,49}$/u

export function datelineOf(line: string): Dateline | null {
  const head = HEAD.exec(line)?.[1] ?? SLASHED.exec(line)?.[0]
  if (!head) return null
  const bracket = /\.?\s*(?:\(([^()]{2,40})\)|\/([^/]{2,40})\/)$/u.exec(head)
  const before = bracket ? head.slice(0, bracket.index) : head
  const date = datesIn(before).find(({ end }) => end === before.length)
  const place = before.slice(0, date?.start ?? before.length).replace(/[\s,]+$/u, '')
  const agency = bracket ? agencyAt(bracket[1] ?? bracket[2] ?? '', head, date !== undefined) : null
  if (!PLACE.test(place) || !(agency || isShouted(place))) return null
  return { place: { value: place, start: 0, end: place.length }, agency, date: date ?? null }
}

const isShouted = (place: string): boolean => !/\p{Ll}/u.test(place) && /\p{Lu}{3}/u.test(place)

/** Behind a date it can be nothing but an agency, known or not; behind a place it may say which of that name is meant. */
const NAME = /^\p{Lu}[\p{L}.&-]*(?: \p{Lu}[\p{L}.&-]*){0,3}$/u
const LETTERS = /^(?:\p{Lu}{2,6}|\p{Ll}{2,5})(?:\/(?:\p{Lu}{2,6}|\p{Ll}{2,5}))?$/u

function agencyAt(name: string, head: string, isBehindDate: boolean): Piece | null {
  if (!isAgency(name) && !LETTERS.test(name) && !(isBehindDate && NAME.test(name))) return null
  const start = head.lastIndexOf(name)
  return { value: name, start, end: start + name.length }
}
