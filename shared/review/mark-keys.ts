import { type Annotation, type Filler, fragmentsOf } from '#shared/domain/annotation.ts'
import type { ActorMeant } from './codings.ts'

/** The same for two marks that mark the same runs of text with the same label. */
export const placeKey = (mark: Annotation): string =>
  `${mark.label} ${fragmentsOf(mark)
    .map(({ start, end }) => `${start}-${end}`)
    .join(' ')}`

/** What marks say, told without the ids that their annotator gave them. */
export type Said = { readonly marks: ReadonlyMap<string, Annotation>; readonly actorMeant: ActorMeant }

/** The same for two marks that say the same: of attributes, of their actor, and of fillers that mean the same or lie at the same place. */
export function saidKey(mark: Annotation, said: Said): string {
  const roles = sortedEntries(mark.roles).map(([role, fillers]) => [
    role,
    fillers.map((filler) => fillerKey(filler, said)).sort(),
  ])
  const links = (mark.links ?? []).map(({ kind, to }) => `${kind} ${mentionKey(to, said)}`).sort()
  const actor = mark.actor === undefined ? null : said.actorMeant(mark.actor)
  return JSON.stringify([sortedEntries(mark.attributes), actor, roles, links])
}

function fillerKey(filler: Filler, said: Said): string {
  if ('constant' in filler) return `constant ${filler.constant}`
  return 'actor' in filler ? `actor ${said.actorMeant(filler.actor)}` : mentionKey(filler.mention, said)
}

function mentionKey(id: string, { marks, actorMeant }: Said): string {
  const mention = marks.get(id)
  if (!mention) return `gone ${id}`
  return mention.actor === undefined ? placeKey(mention) : `actor ${actorMeant(mention.actor)}`
}

const sortedEntries = <T>(record: Readonly<Record<string, T>>): [string, T][] =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))
