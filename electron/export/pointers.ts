import type { Annotation } from '#shared/domain/annotation.ts'

export type Pruned = {
  readonly annotation: Annotation
  /** How many fillers of roles and links were taken out. */
  readonly lost: number
}

/** An annotation without what in it points to annotations that are not there. */
export function withoutPointers(annotation: Annotation, isThere: (id: string) => boolean): Pruned {
  let lost = 0
  const stays = (id: string): boolean => {
    const there = isThere(id)
    if (!there) lost++
    return there
  }
  const roles = Object.entries(annotation.roles).map(
    ([role, fillers]) =>
      [role, fillers.filter((filler) => !('mention' in filler) || stays(filler.mention))] as const,
  )
  const links = annotation.links?.filter(({ to }) => stays(to))
  const pruned = { ...annotation, roles: Object.fromEntries(roles), ...(links ? { links } : {}) }
  return { annotation: lost > 0 ? pruned : annotation, lost }
}
