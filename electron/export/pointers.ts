import type { Annotation } from '#shared/domain/annotation.ts'
import { standingFillers } from '#shared/format/interchange/pointed.ts'

export type Pruned = {
  readonly annotation: Annotation
  /** How many fillers of roles and links were taken out. */
  readonly lost: number
}

/** Which annotations are there, and which actor of the registry one that is not there means, where it means any. */
export type Pointing = {
  readonly isThere: (id: string) => boolean
  readonly actorOf: (id: string) => string | null
}

/** An annotation without what in it points to annotations that are not there; whom these mean fills the role instead. */
export function withoutPointers(annotation: Annotation, { isThere, actorOf }: Pointing): Pruned {
  const lacks = (id: string): boolean => !isThere(id)
  const all = Object.values(annotation.roles).flat()
  const gone = all.flatMap((filler) =>
    'mention' in filler && lacks(filler.mention) ? [filler.mention] : [],
  )
  const lostLinks = annotation.links?.filter(({ to }) => lacks(to)).length ?? 0
  if (gone.length + lostLinks === 0) return { annotation, lost: 0 }
  const roles = Object.entries(annotation.roles).map(
    ([role, fillers]) => [role, standingFillers(fillers, isThere, actorOf)] as const,
  )
  const links = annotation.links?.filter(({ to }) => isThere(to))
  return {
    annotation: { ...annotation, roles: Object.fromEntries(roles), ...(links ? { links } : {}) },
    lost: gone.filter((id) => actorOf(id) === null).length + lostLinks,
  }
}
