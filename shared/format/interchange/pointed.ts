import type { Filler } from '../../domain/annotation.ts'
import { equalJson } from '../../domain/equal.ts'
import type { AnnotationObject } from '../annotation-object.ts'

/** What an annotation is known by in its article: ids are each annotator's own. */
export const keyOf = (annotator: string, id: string): string => `${annotator}\n${id}`

/** Whom of the registry a mention means that is not there; null where nobody is known, or no filler can be an actor. */
export type ActorOf = (annotator: string, mention: string) => string | null

export function actorsMeant(annotations: readonly AnnotationObject[]): ActorOf {
  const meant = new Map(annotations.map(({ annotator, id, actor }) => [keyOf(annotator, id), actor]))
  return (annotator, mention) => meant.get(keyOf(annotator, mention)) ?? null
}

/** Roles and links point to annotations that are there. In the place of a filler that is not stands the actor it meant. */
export function withoutDangling(
  annotations: readonly AnnotationObject[],
  actorOf: ActorOf,
): readonly AnnotationObject[] {
  const there = new Set(annotations.map(({ annotator, id }) => keyOf(annotator, id)))
  return annotations.map(({ links, ...annotation }) => {
    const isThere = (id: string): boolean => there.has(keyOf(annotation.annotator, id))
    const meant = (id: string): string | null => actorOf(annotation.annotator, id)
    const roles = Object.entries(annotation.roles).flatMap(([role, fillers]) => {
      const standing = standingFillers(fillers, isThere, meant)
      return standing.length > 0 ? [[role, standing] as const] : []
    })
    const kept = links?.filter(({ to }) => isThere(to)) ?? []
    return { ...annotation, roles: Object.fromEntries(roles), ...(kept.length > 0 ? { links: kept } : {}) }
  })
}

/** Fillers without mentions that are not there; each actor that stands in for one of them fills the role once. */
export function standingFillers(
  fillers: readonly Filler[],
  isThere: (mention: string) => boolean,
  actorOf: (mention: string) => string | null,
): Filler[] {
  const standing: Filler[] = []
  for (const filler of fillers) {
    const isGone = 'mention' in filler && !isThere(filler.mention)
    const actor = isGone ? actorOf(filler.mention) : null
    const isThereTwice = [...fillers, ...standing].some((one) => equalJson(one, { actor }))
    if (!isGone) standing.push(filler)
    else if (actor !== null && !isThereTwice) standing.push({ actor })
  }
  return standing
}
