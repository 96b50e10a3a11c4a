import type { Annotation, Filler, Link } from './annotation.ts'
import type { AnnotationSet } from './annotation-set.ts'
import type { Change } from './edit.ts'
import { equalJson } from './equal.ts'
import { type Attribute, attributesOf, isMention, linksOf, rolesOf, type Scheme } from './scheme.ts'

/** What can be said of an act. Each answers with the annotation as it shall be; the same one where nothing is new. */

export const fillersOf = ({ roles }: Annotation, role: string): readonly Filler[] =>
  (Object.hasOwn(roles, role) ? roles[role] : undefined) ?? []

export function withFiller(act: Annotation, role: string, filler: Filler): Annotation {
  const before = fillersOf(act, role)
  return before.some((other) => equalJson(other, filler)) ? act : withFillers(act, role, [...before, filler])
}

export function withoutFiller(act: Annotation, role: string, filler: Filler): Annotation {
  const before = fillersOf(act, role)
  const after = before.filter((other) => !equalJson(other, filler))
  return after.length === before.length ? act : withFillers(act, role, after)
}

/** A role that nobody fills is not there at all. */
function withFillers(act: Annotation, role: string, fillers: readonly Filler[]): Annotation {
  const { [role]: _, ...rest } = act.roles
  return { ...act, roles: fillers.length > 0 ? { ...rest, [role]: fillers } : rest }
}

/** The first value is what holds where nothing is said, so it is not said. */
export function withAttribute(act: Annotation, { id, values }: Attribute, value: string): Annotation {
  if (attributeValue(act, { id, values }) === value) return act
  const { [id]: _, ...rest } = act.attributes
  return { ...act, attributes: value === values[0] ? rest : { ...rest, [id]: value } }
}

export const attributeValue = (act: Annotation, { id, values }: Pick<Attribute, 'id' | 'values'>): string =>
  (Object.hasOwn(act.attributes, id) ? act.attributes[id] : values[0]) ?? ''

export function withLink(act: Annotation, link: Link): Annotation {
  const before = act.links ?? []
  return before.some((other) => equalJson(other, link)) ? act : { ...act, links: [...before, link] }
}

export const withoutLink = (act: Annotation, link: Link): Annotation =>
  withLinks(
    act,
    (act.links ?? []).filter((other) => !equalJson(other, link)),
  )

function withLinks(act: Annotation, links: readonly Link[]): Annotation {
  if (links.length === (act.links ?? []).length) return act
  const { links: _, ...rest } = act
  return links.length > 0 ? { ...rest, links } : rest
}

/** Takes `annotation` out, and out of the roles and the links of all others: goes through them all. */
export function deletion(annotation: Annotation, annotations: AnnotationSet, now: string): readonly Change[] {
  return [
    { kind: 'annotation', id: annotation.id, before: annotation, after: null },
    ...forgetting(annotation.id, annotations, now),
  ]
}

function forgetting(id: string, annotations: AnnotationSet, now: string): readonly Change[] {
  const changes: Change[] = []
  for (const before of annotations) {
    const after = withoutNamed(before, id)
    if (after !== before && before.id !== id)
      changes.push({ kind: 'annotation', id: before.id, before, after: { ...after, updated: now } })
  }
  return changes
}

/** `act` where no role and no link of it names annotation `id`. */
function withoutNamed(act: Annotation, id: string): Annotation {
  const unfilled = Object.keys(act.roles).reduce(
    (rest, role) => withoutFiller(rest, role, { mention: id }),
    act,
  )
  return withLinks(
    unfilled,
    (act.links ?? []).filter(({ to }) => to !== id),
  )
}

export type Relabelling = {
  readonly changes: readonly Change[]
  /** What the new label can't have, in words: “Committer”, “Force”, “its actor”. */
  readonly dropped: readonly string[]
}

export type NewLabel = { readonly label: string; readonly scheme: Scheme; readonly now: string }

/**
 * Gives `annotation` another label, without all that was said of it which that label has no place for. What no longer
 * names somebody, or no longer is an act, also goes out of the roles and links of others.
 */
export function relabelling(
  before: Annotation,
  annotations: AnnotationSet,
  { label, scheme, now }: NewLabel,
): Relabelling {
  const after = { ...fitting(before, label, scheme), label, updated: now }
  const isStill = (has: (label: string) => boolean) => !has(before.label) || has(label)
  const staysNamed =
    isStill((one) => isMention(scheme, one)) && isStill((one) => linksOf(scheme, one).length > 0)
  const others = staysNamed ? [] : forgetting(before.id, annotations, now)
  return {
    changes: [{ kind: 'annotation', id: before.id, before, after }, ...others],
    dropped: [...droppedOf(before, after, scheme), ...placesIn(others.length)],
  }
}

/** What is left of `annotation` under another label. */
function fitting(annotation: Annotation, label: string, scheme: Scheme): Annotation {
  const { actor, links = [], ...rest } = annotation
  const kinds = linksOf(scheme, label).map(({ id }) => id)
  const kept = links.filter(({ kind }) => kinds.includes(kind))
  return {
    ...rest,
    roles: only(annotation.roles, rolesOf(scheme, label)),
    attributes: only(annotation.attributes, attributesOf(scheme, label)),
    ...(kept.length > 0 ? { links: kept } : {}),
    ...(actor !== undefined && isMention(scheme, label) ? { actor } : {}),
  }
}

const only = <T>(
  said: Readonly<Record<string, T>>,
  known: readonly { readonly id: string }[],
): Record<string, T> =>
  Object.fromEntries(Object.entries(said).filter(([key]) => known.some(({ id }) => id === key)))

function droppedOf(before: Annotation, after: Annotation, scheme: Scheme): readonly string[] {
  const gone = (was: object, is: object) => Object.keys(was).filter((key) => !Object.hasOwn(is, key))
  const titles = (ids: readonly string[], of: readonly { readonly id: string; readonly title: string }[]) =>
    ids.map((id) => of.find((one) => one.id === id)?.title ?? id)
  const kinds = (annotation: Annotation) =>
    Object.fromEntries((annotation.links ?? []).map(({ kind }) => [kind, true]))
  return [
    ...titles(gone(before.roles, after.roles), scheme.roles),
    ...titles(gone(before.attributes, after.attributes), scheme.attributes),
    ...titles(gone(kinds(before), kinds(after)), scheme.links),
    ...(before.actor !== undefined && after.actor === undefined ? ['its actor'] : []),
  ]
}

const placesIn = (others: number): readonly string[] =>
  others === 0 ? [] : [`its place in ${others === 1 ? 'another mark' : `${others} other marks`}`]
