import search from 'approx-string-match'
import type { Candidate } from '#shared/domain/anchoring.ts'
import { countBelow } from '#shared/domain/count-below.ts'
import type { Span } from '#shared/domain/span.ts'
import type { FlatText } from './flat-text.ts'

/**
 * Where words that are not carried over by themselves could stand now: to the letter anywhere, or with some letters
 * changed within reach of where they are expected. Only ever an offer to a person, and only of whole words.
 */
const REACH = 20_000
const LONGEST_PATTERN = 200
const SHORTEST_PATTERN = 3
const MOST = 3
/** Of the characters of a pattern. */
const MOST_ERRORS = 0.3
/** The same when the ends of words were added or taken off. */
const MOST_OFFERED = 0.5

/** Characters that may still be looked at, for all questions together. */
export type Reach = { left: number }

export type Wanted = {
  readonly pattern: string
  /** Where in the flat text it would be. */
  readonly near: number
}

type Place = { readonly start: number; readonly end: number; readonly errors: number }

/** At most three places, the likeliest first. Empty when the reach is used up. */
export function similarPlaces(text: FlatText, { pattern, near }: Wanted, reach: Reach): readonly Candidate[] {
  const found = placesLike(text, { pattern, near }, reach)
    .map((place) => onWholeWords(text, place))
    .filter(({ errors }) => errors <= pattern.length * MOST_OFFERED)
  return distinct(found.sort(byLikeness(near)))
    .slice(0, MOST)
    .map(({ start, end, errors }) => ({
      start: text.starts[start] as number,
      end: text.ends[end - 1] as number,
      errors,
    }))
}

/** Whether its letters stand anywhere, wherever words begin and end. */
export const isThere = (text: FlatText, wanted: Wanted, reach: Reach): boolean =>
  placesLike(text, wanted, reach).length > 0

function placesLike(text: FlatText, { pattern, near }: Wanted, reach: Reach): Place[] {
  if (pattern.length < SHORTEST_PATTERN || reach.left <= 0) return []
  return [...sameWords(text, pattern, reach), ...alike(text, { pattern, near }, reach)]
}

/** Ends inside of a word go to its nearer edge, the outer one of two; each letter that this adds or takes off counts as a change. */
function onWholeWords(text: FlatText, place: Place): Place {
  const [first, last] = [wordOver(text, place.start), wordOver(text, place.end - 1)]
  const start = place.start - first.start <= first.end - place.start ? first.start : first.end
  const end = last.end - place.end <= place.end - last.start ? last.end : last.start
  const whole = start < end ? { start, end } : { start: first.start, end: last.end }
  const moved = Math.abs(whole.start - place.start) + Math.abs(whole.end - place.end)
  return { ...whole, errors: place.errors + moved }
}

function wordOver({ tokens }: FlatText, offset: number): Span {
  const next = countBelow(tokens.length, (i) => (tokens[i] as number) <= offset)
  return { start: tokens[next - 1] as number, end: tokens[next] as number }
}

const byLikeness = (near: number) => (a: Place, b: Place) =>
  a.errors - b.errors || Math.abs(a.start - near) - Math.abs(b.start - near)

function sameWords({ chars }: FlatText, pattern: string, reach: Reach): Place[] {
  const places: Place[] = []
  reach.left -= chars.length
  let start = chars.indexOf(pattern)
  while (start >= 0 && places.length < MOST_SAME) {
    places.push({ start, end: start + pattern.length, errors: 0 })
    start = chars.indexOf(pattern, start + 1)
  }
  return places
}
const MOST_SAME = 500

function alike({ chars }: FlatText, { pattern, near }: Wanted, reach: Reach): Place[] {
  if (pattern.length > LONGEST_PATTERN) return []
  const from = Math.max(0, near - REACH)
  const window = chars.slice(from, near + pattern.length + REACH)
  reach.left -= window.length * Math.ceil(pattern.length / 32)
  const mostErrors = Math.floor(pattern.length * MOST_ERRORS)
  return search(window, pattern, mostErrors).map(({ start, end, errors }) => ({
    start: from + start,
    end: from + end,
    errors,
  }))
}

/** Without what overlaps a likelier one. */
function distinct(places: readonly Place[]): Place[] {
  const kept: Place[] = []
  for (const place of places) {
    if (kept.length === MOST) break
    const isNew = kept.every(({ start, end }) => place.end <= start || place.start >= end)
    if (isNew && place.end > place.start) kept.push(place)
  }
  return kept
}
