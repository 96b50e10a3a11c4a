import type { Span } from '../domain/span.ts'

/**
 * A text whose characters know where they stood in the text that it was made from, whatever was done to it since; so it
 * can be told where a span has gone, without asking what shall be tested.
 */
export type TrackedText = readonly Piece[]

/** `from` is where the characters stood, one after the other; null for characters that are new. */
export type Piece = { readonly chars: string; readonly from: number | null }

export const tracked = (text: string): TrackedText => [{ chars: text, from: 0 }]

export const written = (chars: string): TrackedText => [{ chars, from: null }]

export const textOfTracked = (text: TrackedText): string => text.map(({ chars }) => chars).join('')

/** What stands from `start` to `end` of the text as it is now. */
export function sliceTracked(text: TrackedText, start: number, end: number): TrackedText {
  const pieces: Piece[] = []
  let at = 0
  for (const { chars, from } of text) {
    const [a, b] = [Math.max(0, start - at), Math.min(chars.length, end - at)]
    if (a < b) pieces.push({ chars: chars.slice(a, b), from: from === null ? null : from + a })
    at += chars.length
  }
  return pieces
}

/** With `by` in the place of what stands from `start` to `end`. */
export const splice = (text: TrackedText, { start, end }: Span, by: TrackedText): TrackedText => [
  ...sliceTracked(text, 0, start),
  ...by,
  ...sliceTracked(text, end, Number.POSITIVE_INFINITY),
]

/** The same text with other characters for some: each match stands where its first character stood. */
export function retyped(text: TrackedText, pattern: RegExp, by: (match: string) => string): TrackedText {
  let at = 0
  return textOfTracked(text)
    .split(pattern)
    .flatMap((part) => {
      const here = sliceTracked(text, at, at + part.length)
      at += part.length
      const other = by(part)
      return other === part ? here : retypedPart(here, other)
    })
}

/** Each character of `other` stands for one of those that it replaces, the last for all that are left. */
function retypedPart(here: TrackedText, other: string): TrackedText {
  const origins = originsOf(here)
  return [...other].map((chars, i) => ({ chars, from: origins[Math.min(i, origins.length - 1)] ?? null }))
}

/** For each UTF-16 unit where it stood, -1 for new ones. */
export function originsOf(text: TrackedText): number[] {
  return text.flatMap(({ chars, from }) =>
    Array.from({ length: chars.length }, (_, i) => (from === null ? -1 : from + i)),
  )
}
