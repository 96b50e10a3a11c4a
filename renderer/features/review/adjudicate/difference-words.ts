import { attributeValue, fillersOf } from '#shared/domain/act-edits.ts'
import { type ActPlace, fillerName } from '#shared/domain/act-sentence.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import { attributesOf, linksOf, rolesOf, shownLabel } from '#shared/domain/scheme.ts'
import type { Span } from '#shared/domain/span.ts'
import { resolvedId } from '#shared/domain/united-registry.ts'
import type { DifferenceKind } from '#shared/review/differences.ts'

export const KIND_WORDS: { readonly [K in DifferenceKind]: string } = {
  same: 'the same',
  only: 'not marked by all',
  boundary: 'other words',
  label: 'another label',
  role: 'other roles',
  attribute: 'another attribute',
  actor: 'another actor',
}

/** What a mark says beyond its words, and which kind of difference it would be if another one said something else. */
export type Fact = {
  readonly kind: DifferenceKind
  readonly title: string
  readonly value: string
  /** Nobody said so. */
  readonly isDefault?: boolean
}

export function factsOf(mark: Annotation, place: ActPlace): readonly Fact[] {
  const { scheme, union } = place
  const roles = rolesOf(scheme, mark.label).map(({ id, title }) => ({
    kind: 'role' as const,
    title,
    value: fillersOf(mark, id)
      .map((filler) => fillerName(filler, place))
      .join(', '),
  }))
  const links = linksOf(scheme, mark.label).map(({ id, title }) => ({
    kind: 'role' as const,
    title,
    value: (mark.links ?? [])
      .filter(({ kind }) => kind === id)
      .map(({ to }) => fillerName({ mention: to }, place))
      .join(', '),
  }))
  const attributes = attributesOf(scheme, mark.label).map((attribute) => ({
    kind: 'attribute' as const,
    title: attribute.title,
    value: attributeValue(mark, attribute),
    isDefault: mark.attributes[attribute.id] === undefined,
  }))
  const actor = mark.actor === undefined ? undefined : union.actors.get(resolvedId(union, mark.actor))
  const { title } = shownLabel(scheme, mark.label)
  return [
    { kind: 'label', title: 'Label', value: title },
    ...roles,
    ...links,
    ...attributes,
    { kind: 'actor', title: 'Actor', value: actor?.name ?? mark.actor ?? '' },
  ]
}

/**
 * The titles of what is not said alike by all whose facts these are. What differs without another word for it, like mentions
 * of one name at other places, is all of its kind.
 */
export function differingTitles(
  all: readonly (readonly Fact[])[],
  kinds: readonly DifferenceKind[],
): ReadonlySet<string> {
  const facts = all.flat()
  const values = new Map<string, Set<string>>()
  for (const { title, value } of facts) values.set(title, (values.get(title) ?? new Set()).add(value))
  const isOther = ({ title }: Fact): boolean => (values.get(title)?.size ?? 0) > 1
  const told = new Set(facts.filter(isOther).map(({ kind }) => kind))
  const differing = facts.filter(
    (fact) => kinds.includes(fact.kind) && (isOther(fact) || (!told.has(fact.kind) && fact.value !== '')),
  )
  return new Set(differing.map(({ title }) => title))
}

/** What is worth a line of somebody's facts: what holds for all by default, or is said by nobody, is not. */
export const shownFacts = (facts: readonly Fact[], differing: ReadonlySet<string>): readonly Fact[] =>
  facts.filter(({ title, value, isDefault }) => differing.has(title) || (value !== '' && !isDefault))

/** The words of a mark in three: what only some have, what all have, what only some have. */
export type Quote = readonly [before: string, shared: string, after: string]

const LONGEST = 240

export function quoteOf(text: string, mark: Span, shared: Span | null): Quote {
  const cut = shared ?? mark
  const [from, to] = [Math.max(mark.start, cut.start), Math.min(mark.end, cut.end)]
  return [
    inBrief(text.slice(mark.start, from)),
    inBrief(text.slice(from, to)),
    inBrief(text.slice(to, mark.end)),
  ]
}

/** The two ends of what is long. */
const inBrief = (words: string): string =>
  words.length <= LONGEST ? words : `${words.slice(0, LONGEST / 2)} […] ${words.slice(-LONGEST / 2)}`

/** What all marks cover, from the first character to the last; null where they have none in common. */
export function sharedSpan(marks: readonly Span[]): Span | null {
  const start = Math.max(...marks.map((mark) => mark.start))
  const end = Math.min(...marks.map((mark) => mark.end))
  return start < end ? { start, end } : null
}
