import { type Annotation, type Filler, type Link, marksTheSame } from './annotation.ts'
import type { AnnotationSet } from './annotation-set.ts'

/** A mark that another annotator has made, and that one takes as one's own. */
export type Taking = {
  readonly mark: Annotation
  /** Who made it, and all that they have marked in this article. */
  readonly by: string
  readonly theirs: AnnotationSet
  readonly own: AnnotationSet
  readonly id: string
  readonly now: string
}

export type Taken = {
  readonly annotation: Annotation
  /** Ids of the roles, and kinds of the links, of which something was left out: it is a mark that one does not have oneself. */
  readonly left: readonly string[]
}

/**
 * The same words with the same label, attributes, actor and certainty; imported from who made it. Roles and links hold
 * what one's own marks can hold. The note stays with who wrote it.
 */
export function takenMark({ mark, by, theirs, own, id, now }: Taking): Taken {
  const ownOf = (other: string): string | undefined => {
    const one = theirs.get(other)
    return one && twinOf(one, own)?.id
  }
  const left = new Set<string>()
  const roles = Object.entries(mark.roles).map(([role, fillers]) => {
    const kept = fillers.flatMap((filler) => ownFiller(filler, ownOf))
    if (kept.length < fillers.length) left.add(role)
    return [role, kept] as const
  })
  const links = (mark.links ?? []).flatMap((link): Link[] => {
    const to = ownOf(link.to)
    if (to === undefined) left.add(link.kind)
    return to === undefined ? [] : [{ ...link, to }]
  })
  const { note: _, links: __, ...rest } = mark
  const annotation: Annotation = {
    ...rest,
    ...{ id, created: now, updated: now, origin: { kind: 'imported', by } },
    roles: Object.fromEntries(roles.filter(([, fillers]) => fillers.length > 0)),
    ...(links.length > 0 ? { links } : {}),
  }
  return { annotation, left: [...left] }
}

/** The mark in `own` that says the same of the same words. */
export const twinOf = (mark: Annotation, own: AnnotationSet): Annotation | undefined =>
  own.overlapping(mark).find((one) => marksTheSame(one, mark))

function ownFiller(filler: Filler, ownOf: (id: string) => string | undefined): readonly Filler[] {
  if (!('mention' in filler)) return [filler]
  const mention = ownOf(filler.mention)
  return mention === undefined ? [] : [{ mention }]
}
