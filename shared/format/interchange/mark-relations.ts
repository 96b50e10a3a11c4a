import type { Filler } from '../../domain/annotation.ts'
import type { ReadAnnotation } from './adapter.ts'

/**
 * Roles that are filled by mentions, and links, as relations between two marks: what most tools have. The type of a role's
 * relation is the role's id, that of a link's is `link:` and its kind. Other fillers are no marks, so they go beside.
 */
export type Relation = { readonly from: string; readonly to: string; readonly type: string }

const LINK = 'link:'
const ROLE = 'role:'

/** A role whose id looks like one of the two prefixes is told apart by the prefix of roles. */
export function relationType(of: { readonly role: string } | { readonly kind: string }): string {
  if ('kind' in of) return `${LINK}${of.kind}`
  return of.role.startsWith(LINK) || of.role.startsWith(ROLE) ? `${ROLE}${of.role}` : of.role
}

export function relationsOf({ id = '', roles = {}, links = [] }: ReadAnnotation): readonly Relation[] {
  const mentions = Object.entries(roles).flatMap(([role, fillers]) =>
    fillers.flatMap((filler) => ('mention' in filler ? [{ role, to: filler.mention }] : [])),
  )
  return [
    ...mentions.map(({ role, to }) => ({ from: id, to, type: relationType({ role }) })),
    ...links.map(({ kind, to }) => ({ from: id, to, type: relationType({ kind }) })),
  ]
}

/**
 * Annotations with what relations say of their roles and links. What was known of them besides keeps its order and loses
 * what no relation says any more; what is new comes behind it.
 */
export function withRelations(
  annotations: readonly ReadAnnotation[],
  relations: readonly Relation[],
): readonly ReadAnnotation[] {
  const byFrom = new Map<string, Relation[]>()
  for (const relation of relations) {
    const others = byFrom.get(relation.from)
    if (others) others.push(relation)
    else byFrom.set(relation.from, [relation])
  }
  return annotations.map((annotation) => related(annotation, byFrom.get(annotation.id ?? '') ?? []))
}

function related(annotation: ReadAnnotation, relations: readonly Relation[]): ReadAnnotation {
  const said = new Set(relations.map(keyOf))
  const known = new Set(relationsOf(annotation).map(keyOf))
  const roles = saidRoles(annotation.roles ?? {}, said)
  const links = (annotation.links ?? []).filter(({ kind, to }) =>
    said.has(keyOf({ type: relationType({ kind }), to })),
  )
  for (const { type, to } of relations.filter((one) => !known.has(keyOf(one)))) {
    if (type.startsWith(LINK)) links.push({ kind: type.slice(LINK.length), to })
    else addTo(roles, type.startsWith(ROLE) ? type.slice(ROLE.length) : type, { mention: to })
  }
  const { links: _, ...rest } = annotation
  return { ...rest, roles: Object.fromEntries(roles), ...(links.length > 0 ? { links } : {}) }
}

function saidRoles(
  roles: NonNullable<ReadAnnotation['roles']>,
  said: ReadonlySet<string>,
): Map<string, Filler[]> {
  const isSaid = (role: string, filler: Filler): boolean =>
    !('mention' in filler) || said.has(keyOf({ type: relationType({ role }), to: filler.mention }))
  const kept = Object.entries(roles).map(
    ([role, fillers]) => [role, fillers.filter((one) => isSaid(role, one))] as const,
  )
  return new Map(kept.filter(([, fillers]) => fillers.length > 0))
}

function addTo(roles: Map<string, Filler[]>, role: string, filler: Filler): void {
  const fillers = roles.get(role)
  if (fillers) fillers.push(filler)
  else roles.set(role, [filler])
}

const keyOf = ({ type, to }: Pick<Relation, 'type' | 'to'>): string => `${type}\n${to}`
