import type { Annotation, Link } from '#shared/domain/annotation.ts'
import { withSaid } from '#shared/domain/references.ts'

/** What a file says of a mark that is here already, in this workspace's own words. Absent: it says nothing of that. */
export type Said = Pick<Annotation, 'attributes' | 'roles' | 'links' | 'actor' | 'note'> &
  Partial<Pick<Annotation, 'certainty'>>

export type Compared = {
  /** The mark with all that it did not say itself. */
  readonly completed: Annotation
  readonly isMore: boolean
  /** Where each says something else: "its note", "its role “committer”". */
  readonly differing: readonly string[]
}

/**
 * Compares a mark that is here with what a file says of the same mark, part by part. Where nothing is said here, the
 * file's word is taken; where both speak, all that the file says has to be said here.
 */
export function comparedMark(here: Annotation, said: Said): Compared {
  const attributes = comparedParts(singles(here.attributes), singles(said.attributes))
  const roles = comparedParts(here.roles, said.roles)
  const links = comparedParts(byKind(here.links), byKind(said.links))
  const { note = said.note, actor = said.actor } = here
  const full = withSaid(here, roles.all, Object.values(links.all).flat())
  const completed = {
    ...full,
    attributes: Object.fromEntries(
      Object.entries(attributes.all).map(([id, [value]]) => [id, value as string]),
    ),
    ...(note === undefined ? {} : { note }),
    ...(actor === undefined ? {} : { actor }),
  }
  const isOther = (part: 'note' | 'actor' | 'certainty'): boolean =>
    said[part] !== undefined && said[part] !== completed[part]
  return {
    completed,
    isMore:
      [attributes, roles, links].some(({ isMore }) => isMore) || note !== here.note || actor !== here.actor,
    differing: [
      ...roles.differing.map((id) => `its role “${id}”`),
      ...attributes.differing.map((id) => `its attribute “${id}”`),
      ...links.differing.map((id) => `its link “${id}”`),
      ...(['actor', 'note', 'certainty'] as const).flatMap((part) => (isOther(part) ? [`its ${part}`] : [])),
    ],
  }
}

type Parts<T> = Readonly<Record<string, readonly T[]>>

function comparedParts<T>(here: Parts<T>, said: Parts<T>) {
  const spoken = Object.entries(said).filter(([, values]) => values.length > 0)
  const fresh = spoken.filter(([id]) => !here[id]?.length)
  const differing = spoken.filter(([id, values]) => here[id]?.length && !holds(here[id], values))
  return {
    all: { ...here, ...Object.fromEntries(fresh) },
    isMore: fresh.length > 0,
    differing: differing.map(([id]) => id),
  }
}

function holds<T>(here: readonly T[], said: readonly T[]): boolean {
  const known = new Set(here.map((one) => keyOf(one)))
  return said.every((one) => known.has(keyOf(one)))
}

/** Fillers and links have few keys, which two files may have in any order. */
const keyOf = (value: unknown): string =>
  JSON.stringify(typeof value === 'object' ? Object.entries(value ?? {}).sort() : value)

const singles = (values: Annotation['attributes']): Parts<string> =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [id, [value]]))

function byKind(links: readonly Link[] = []): Parts<Link> {
  return Object.fromEntries(
    [...new Set(links.map(({ kind }) => kind))].map((kind) => [
      kind,
      links.filter((one) => one.kind === kind),
    ]),
  )
}
