import { type Annotation, fragmentsOf } from '#shared/domain/annotation.ts'
import { AnnotationSet } from '#shared/domain/annotation-set.ts'
import { stableLine } from '#shared/format/json.ts'

/**
 * Marks of one annotator that say the same under two ids: they were exported, and imported again elsewhere, say. Each of
 * one side is paired with one of the other. Of a pair the one that was made first stays, and what points to the other one
 * points to it. Acts are compared once the marks that fill their roles are paired, so that it goes on until no more are.
 */
export function withoutTwins(a: AnnotationSet, b: AnnotationSet): readonly [AnnotationSet, AnnotationSet] {
  const twins = new Map<string, Annotation>()
  while (addTwins(twins, a, b)) {}
  return twins.size === 0 ? [a, b] : [renamed(a, twins), renamed(b, twins)]
}

/** True where there were some. */
function addTwins(twins: Map<string, Annotation>, a: AnnotationSet, b: AnnotationSet): boolean {
  const before = twins.size
  for (const [one, other] of pairsOf(leftOf(a, b, twins), leftOf(b, a, twins), twins)) {
    const kept = isFirst(one, other) ? one : other
    const updated = one.updated > other.updated ? one.updated : other.updated
    for (const { id } of [one, other]) twins.set(id, { ...kept, updated })
  }
  return twins.size > before
}

/** By the ids of both of a pair, the one that stays. */
type Twins = ReadonlyMap<string, Annotation>

/** Those that only this side has. What gold has is named by what was decided. */
const leftOf = (own: AnnotationSet, other: AnnotationSet, twins: Twins): readonly Annotation[] =>
  [...own].filter(({ id, origin }) => !other.get(id) && !twins.has(id) && origin.kind !== 'adjudicated')

function* pairsOf(a: readonly Annotation[], b: readonly Annotation[], twins: Twins) {
  const there = bySaid(b, twins)
  for (const [said, ones] of bySaid(a, twins)) {
    const others = there.get(said) ?? []
    for (const [i, one] of ones.entries()) if (others[i]) yield [one, others[i]] as const
  }
}

function bySaid(marks: readonly Annotation[], twins: Twins): ReadonlyMap<string, readonly Annotation[]> {
  const groups = new Map<string, Annotation[]>()
  for (const mark of [...marks].sort((a, b) => (isFirst(a, b) ? -1 : 1))) {
    const said = whatItSays(mark, twins)
    const group = groups.get(said)
    if (group) group.push(mark)
    else groups.set(said, [mark])
  }
  return groups
}

const isFirst = (a: Annotation, b: Annotation): boolean =>
  a.created === b.created ? a.id < b.id : a.created < b.created

function whatItSays(annotation: Annotation, twins: Twins): string {
  const {
    label,
    attributes,
    actor,
    note,
    certainty,
    roles,
    links = [],
  } = pointing(
    annotation,
    // What points to itself does so under any id.
    (id) => (id === annotation.id ? '' : (twins.get(id)?.id ?? id)),
  )
  const said = { label, attributes, actor, note, certainty, roles, links }
  const spans = fragmentsOf(annotation).map(({ start, end }) => [start, end])
  return stableLine({ ...said, spans })
}

function pointing(annotation: Annotation, idOf: (id: string) => string): Annotation {
  const roles = Object.entries(annotation.roles).map(([role, fillers]) => [
    role,
    fillers.map((filler) => ('mention' in filler ? { mention: idOf(filler.mention) } : filler)),
  ])
  const links = annotation.links?.map((link) => ({ ...link, to: idOf(link.to) }))
  return { ...annotation, roles: Object.fromEntries(roles), ...(links ? { links } : {}) }
}

/** With the ids of those that stay. */
function renamed(annotations: AnnotationSet, twins: Twins): AnnotationSet {
  const idOf = (id: string): string => twins.get(id)?.id ?? id
  return AnnotationSet.from(Array.from(annotations, (one) => pointing(twins.get(one.id) ?? one, idOf)))
}
