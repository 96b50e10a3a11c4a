import { countBelow } from './count-below.ts'
import type { Span } from './span.ts'

/** What stands on an article's page and is no part of the article. */
export const BOILERPLATE_KINDS = [
  'ad',
  'navigation',
  'share bar',
  'photo credit',
  'repeated caption',
  'tags',
  'newsletter',
  'comment form',
  'copyright',
  'related links',
  'template residue',
  'other',
] as const
export type BoilerplateKind = (typeof BOILERPLATE_KINDS)[number]

/** `reason` says to a person why it is taken for that: “a line that says Advertisement”. */
export type Boilerplate = Span & { readonly kind: string; readonly reason: string }

/** What an analyst says of a range: that it is boilerplate of a kind, or, with null, that it belongs to the article. */
export type BoilerplateChoice = Span & { readonly kind: string | null }

const MARKED_BY_HAND = 'marked by hand'

/** The boilerplate that stands once `choices` are made, one after the other, about what was found: sorted and disjoint. */
export function afterChoices(
  found: readonly Boilerplate[],
  choices: readonly BoilerplateChoice[],
): readonly Boilerplate[] {
  return choices.reduce(choose, found)
}

/** Those of `parts`, which are sorted and disjoint, that share a character with `span`. */
export function partsOver<T extends Span>(parts: readonly T[], span: Span): readonly T[] {
  const first = countBelow(parts.length, (i) => (parts[i] as T).end <= span.start)
  return parts.slice(
    first,
    countBelow(parts.length, (i) => (parts[i] as T).start < span.end),
  )
}

function choose(
  parts: readonly Boilerplate[],
  { start, end, kind }: BoilerplateChoice,
): readonly Boilerplate[] {
  const rest = parts.flatMap((part) => without(part, { start, end }))
  if (kind === null) return rest
  return [...rest, { start, end, kind, reason: MARKED_BY_HAND }].sort((a, b) => a.start - b.start)
}

/** What `hole` leaves of `part`. */
function without(part: Boilerplate, hole: Span): readonly Boilerplate[] {
  const before = { ...part, end: Math.min(part.end, hole.start) }
  const after = { ...part, start: Math.max(part.start, hole.end) }
  return [before, after].filter(({ start, end }) => start < end)
}
