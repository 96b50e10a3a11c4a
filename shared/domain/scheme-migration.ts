import type { Annotation, Filler, Link } from './annotation.ts'
import type { AnnotationSet } from './annotation-set.ts'
import type { Change } from './edit.ts'
import { equalJson } from './equal.ts'
import type { Scheme } from './scheme.ts'
import { itemOf, NOUN } from './scheme-items.ts'

/**
 * What annotations follow when a scheme changes: `from` is called `to` from now on. Where the scheme had a `to` already the
 * two become one, and what an annotation said with either it says once; null takes `from` away, the annotations of a
 * label and else only what they said with it.
 */
export type Migration =
  | {
      readonly kind: 'label' | 'role' | 'attribute' | 'link'
      readonly from: string
      readonly to: string | null
    }
  | { readonly kind: 'value'; readonly attribute: string; readonly from: string; readonly to: string | null }

/** The annotation as it is under the scheme afterwards: the same object where it says nothing with `from`, null where it goes. */
export function migrated(
  annotation: Annotation,
  migration: Migration,
  schemeAfter: Scheme,
): Annotation | null {
  switch (migration.kind) {
    case 'label':
      if (annotation.label !== migration.from) return annotation
      return migration.to === null ? null : { ...annotation, label: migration.to }
    case 'role':
      return withRoles(annotation, migration)
    case 'attribute':
      return withAttribute(annotation, migration, schemeAfter)
    case 'value':
      return withValue(annotation, migration)
    case 'link':
      return withLinks(annotation, migration)
  }
}

type FromTo = { readonly from: string; readonly to: string | null }

function withRoles(annotation: Annotation, { from, to }: FromTo): Annotation {
  if (!Object.hasOwn(annotation.roles, from)) return annotation
  const { [from]: fillers = [], ...roles } = annotation.roles
  if (to === null) return { ...annotation, roles }
  const there = Object.hasOwn(roles, to) ? (roles[to] ?? []) : []
  return { ...annotation, roles: { ...roles, [to]: eachOnce([...there, ...fillers]) } }
}

function eachOnce(fillers: readonly Filler[]): readonly Filler[] {
  return fillers.filter((filler, i) => fillers.findIndex((other) => equalJson(other, filler)) === i)
}

/** What is said with `to` already stays; a value that `to` has not says nothing. */
function withAttribute(annotation: Annotation, { from, to }: FromTo, schemeAfter: Scheme): Annotation {
  if (!Object.hasOwn(annotation.attributes, from)) return annotation
  const { [from]: value = '', ...attributes } = annotation.attributes
  const known = schemeAfter.attributes.find(({ id }) => id === to)?.values.includes(value) ?? false
  if (to === null || !known) return { ...annotation, attributes }
  return { ...annotation, attributes: { [to]: value, ...attributes } }
}

function withValue(
  annotation: Annotation,
  { attribute, from, to }: FromTo & { attribute: string },
): Annotation {
  const { [attribute]: value, ...attributes } = annotation.attributes
  if (!Object.hasOwn(annotation.attributes, attribute) || value !== from) return annotation
  return { ...annotation, attributes: to === null ? attributes : { ...attributes, [attribute]: to } }
}

function withLinks(annotation: Annotation, { from, to }: FromTo): Annotation {
  const links = annotation.links ?? []
  if (links.every(({ kind }) => kind !== from)) return annotation
  const renamed = links.flatMap((link) =>
    link.kind !== from ? link : to === null ? [] : { ...link, kind: to },
  )
  return putLinks(annotation, renamed)
}

function putLinks(annotation: Annotation, links: readonly Link[]): Annotation {
  const { links: _, ...rest } = annotation
  const once = links.filter((link, i) => links.findIndex((other) => equalJson(other, link)) === i)
  return once.length === 0 ? rest : { ...rest, links: once }
}

/**
 * What a migration changes of an article's annotations. Those that go are nobody's filler and nobody's link any more; where
 * a mention that goes said which actor it means, its roles have the actor.
 */
export function migrationChanges(
  annotations: AnnotationSet,
  migration: Migration,
  { schemeAfter, now }: { readonly schemeAfter: Scheme; readonly now: string },
): readonly Change[] {
  const results = Array.from(annotations, (before) => ({
    before,
    after: migrated(before, migration, schemeAfter),
  }))
  const gone = new Map(results.flatMap(({ before, after }) => (after ? [] : [[before.id, before] as const])))
  return results.flatMap(({ before, after }): readonly Change[] => {
    const left = after && gone.size > 0 ? withoutGone(after, gone) : after
    if (left === before) return []
    return [{ kind: 'annotation', id: before.id, before, after: left && { ...left, updated: now } }]
  })
}

type Gone = ReadonlyMap<string, Annotation>

function withoutGone(annotation: Annotation, gone: Gone): Annotation {
  const isHeld = (filler: Filler) => 'mention' in filler && gone.has(filler.mention)
  const hasFillers = Object.values(annotation.roles).some((fillers) => fillers.some(isHeld))
  const hasLinks = annotation.links?.some(({ to }) => gone.has(to)) ?? false
  if (!hasFillers && !hasLinks) return annotation
  const roles = hasFillers ? rolesWithout(annotation.roles, gone) : annotation.roles
  const links = (annotation.links ?? []).filter(({ to }) => !gone.has(to))
  return putLinks({ ...annotation, roles }, links)
}

function rolesWithout(roles: Annotation['roles'], gone: Gone): Annotation['roles'] {
  const left = Object.entries(roles).map(
    ([role, fillers]) => [role, eachOnce(fillers.flatMap((filler) => fillerLeft(filler, gone)))] as const,
  )
  return Object.fromEntries(left.filter(([, fillers]) => fillers.length > 0))
}

function fillerLeft(filler: Filler, gone: Gone): readonly Filler[] {
  const mention = 'mention' in filler ? gone.get(filler.mention) : undefined
  if (!mention) return [filler]
  return mention.actor === undefined ? [] : [{ actor: mention.actor }]
}

/** What a migration does, in the words of a menu. */
export function migrationName(scheme: Scheme, migration: Migration): string {
  const { from, to } = migration
  if (migration.kind === 'value') {
    const values = itemOf(scheme, 'attribute', migration.attribute)?.values ?? []
    if (to === null) return `Remove the value “${from}”`
    return values.includes(to)
      ? `Merge the value “${from}” into “${to}”`
      : `Rename the value “${from}” to “${to}”`
  }
  const what = `the ${NOUN[migration.kind]} “${itemOf(scheme, migration.kind, from)?.title ?? from}”`
  if (to === null) return `Remove ${what}`
  const target = itemOf(scheme, migration.kind, to)
  return target ? `Merge ${what} into “${target.title}”` : `Change the id of ${what}`
}
