import { type Annotation, type Filler, fragmentsOf } from '#shared/domain/annotation.ts'
import { equalJson } from '#shared/domain/equal.ts'
import type { JudgedMark, MarkRef } from '#shared/domain/review.ts'
import type { Span } from '#shared/domain/span.ts'
import type { ActorMeant } from './codings.ts'
import { DIFFERENCE_KINDS, type DifferenceKind } from './differences.ts'

/** A mark that others refer to, and the group that it is in. */
type Grouped = { readonly group: object; readonly as: Annotation }

export type Comparing = {
  /** Undefined where the annotator has no such mark. */
  readonly groupedOf: (mark: MarkRef) => Grouped | undefined
  readonly actorMeant: ActorMeant
}

type Group = { readonly group: object; readonly marks: readonly JudgedMark[] }

/** What is needed to compare the marks of an article's groups with each other. */
export function comparingOf(groups: readonly Group[], actorMeant: ActorMeant): Comparing {
  const byAnnotator = new Map<string, Map<string, Grouped>>()
  for (const { group, marks } of groups)
    for (const { annotator, id, as } of marks) {
      const own = byAnnotator.get(annotator) ?? new Map<string, Grouped>()
      byAnnotator.set(annotator, own.set(id, { group, as }))
    }
  return { actorMeant, groupedOf: ({ annotator, id }) => byAnnotator.get(annotator)?.get(id) }
}

/** How aligned marks differ, the heaviest difference first. Notes and doubts are an annotator's own, and no difference. */
export function differing(marks: readonly JudgedMark[], comparing: Comparing): readonly DifferenceKind[] {
  const pairs = eachTwo(marks)
  return DIFFERENCE_KINDS.filter((kind) => {
    const isSame = IS_SAME[kind]
    return isSame && pairs.some(([a, b]) => !isSame(a, b, comparing))
  })
}

function eachTwo<T>(all: readonly T[]): readonly (readonly [T, T])[] {
  const pairs: (readonly [T, T])[] = []
  for (let a = 0; a < all.length; a++)
    for (let b = a + 1; b < all.length; b++) pairs.push([all[a] as T, all[b] as T])
  return pairs
}

type IsSame = (a: JudgedMark, b: JudgedMark, comparing: Comparing) => boolean

const IS_SAME: { readonly [K in DifferenceKind]?: IsSame } = {
  boundary: ({ as: a }, { as: b }) => isSamePlace(a, b),
  label: ({ as: a }, { as: b }) => a.label === b.label,
  role: (a, b, comparing) => namesAll(a, b, comparing) && namesAll(b, a, comparing),
  attribute: ({ as: a }, { as: b }) => equalJson(a.attributes, b.attributes),
  actor: ({ as: a }, { as: b }, comparing) => actorOf(a, comparing) === actorOf(b, comparing),
}

export const isSamePlace = (a: Annotation, b: Annotation): boolean =>
  a.start === b.start &&
  a.end === b.end &&
  (!(a.fragments || b.fragments) || equalJson(fragmentsOf(a).map(bare), fragmentsOf(b).map(bare)))

const bare = ({ start, end }: Span): Span => ({ start, end })

export const actorOf = ({ actor }: Annotation, { actorMeant }: Comparing): string | null =>
  actor === undefined ? null : actorMeant(actor)

/** What a mark names in a role or by a link, and what is known of it. */
export type Named = {
  readonly slot: string
  readonly group: object | null
  readonly actor: string | null
  /** Where it is neither a mark nor an actor. */
  readonly other: string | null
}

/** True when whatever `b` names, `a` names as well. */
function namesAll(a: JudgedMark, b: JudgedMark, comparing: Comparing): boolean {
  const wanted = namedBy(b, comparing)
  if (wanted.length === 0) return true
  const names = namedBy(a, comparing)
  return wanted.every((one) => names.some((other) => meansTheSame(one, other)))
}

/** The same thing: aligned marks, or, of whatever kind, the same actor. */
export const meansTheSame = (a: Named, b: Named): boolean =>
  a.slot === b.slot &&
  ((a.group !== null && a.group === b.group) ||
    (a.actor !== null && a.actor === b.actor) ||
    (a.other !== null && a.other === b.other))

/** What a mark names, role by role and link by link. */
export function namedBy({ annotator, as }: JudgedMark, comparing: Comparing): readonly Named[] {
  const named: Named[] = []
  const name = (slot: string, filler: Filler) =>
    named.push({ slot, ...meaningOf(filler, annotator, comparing) })
  for (const role in as.roles) for (const filler of as.roles[role] ?? []) name(`role ${role}`, filler)
  for (const { kind, to } of as.links ?? []) name(`link ${kind}`, { mention: to })
  return named
}

function meaningOf(filler: Filler, annotator: string, comparing: Comparing): Omit<Named, 'slot'> {
  if ('constant' in filler) return { group: null, actor: null, other: filler.constant }
  if ('actor' in filler) return { group: null, actor: comparing.actorMeant(filler.actor), other: null }
  const mention = comparing.groupedOf({ annotator, id: filler.mention })
  if (!mention) return { group: null, actor: null, other: `gone ${filler.mention}` }
  return { group: mention.group, actor: actorOf(mention.as, comparing), other: null }
}
