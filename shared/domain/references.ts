import type { Annotation, Filler, Link } from './annotation.ts'
import type { AnnotationSet } from './annotation-set.ts'
import type { Mended } from './hint.ts'

/** Ids of the annotations that fill its roles or that it is linked to, each once. */
export function referredTo({ roles, links }: Annotation): ReadonlySet<string> {
  const ids = new Set((links ?? []).map(({ to }) => to))
  for (const filler of Object.values(roles).flat()) if ('mention' in filler) ids.add(filler.mention)
  return ids
}

/** Takes `gone` away; what refers to it refers to `heir` from then on, or where there is none, not any more. */
export function referencesMoved(
  annotations: AnnotationSet,
  gone: Annotation,
  heir: Annotation | null,
): readonly Mended[] {
  const kept = [...annotations].filter((one) => one.id !== gone.id && one.id !== heir?.id)
  const referring = kept.filter((one) => referredTo(one).has(gone.id))
  return [
    { before: gone, after: null },
    ...referring.map((before) => ({ before, after: referringTo(before, gone.id, heir?.id ?? null) })),
  ]
}

/** `annotation` with what refers to `from` referring to `to`, or to nothing. */
export function referringTo(annotation: Annotation, from: string, to: string | null): Annotation {
  const fillers = (list: readonly Filler[]) =>
    list.flatMap((filler): Filler[] => {
      if (!('mention' in filler) || filler.mention !== from) return [filler]
      return to === null ? [] : [{ mention: to }]
    })
  const links = annotation.links?.flatMap((link): Link[] => {
    if (link.to !== from) return [link]
    return to === null || to === annotation.id ? [] : [{ ...link, to }]
  })
  return withSaid(annotation, mapRoles(annotation, fillers), links)
}

const mapRoles = ({ roles }: Annotation, change: (list: readonly Filler[]) => readonly Filler[]) =>
  Object.fromEntries(Object.entries(roles).map(([role, list]) => [role, change(list)] as const))

/** `annotation` with these roles and links: each said once, and what is empty left out. */
export function withSaid(
  annotation: Annotation,
  roles: Annotation['roles'],
  links: readonly Link[] | undefined,
): Annotation {
  const { links: _, ...rest } = annotation
  const full = Object.entries(roles).flatMap(([role, list]) =>
    list.length > 0 ? [[role, once(list)] as const] : [],
  )
  const said = once(links ?? [])
  return { ...rest, roles: Object.fromEntries(full), ...(said.length > 0 ? { links: said } : {}) }
}

function once<T>(list: readonly T[]): readonly T[] {
  return [...new Map(list.map((one) => [JSON.stringify(one), one])).values()]
}
