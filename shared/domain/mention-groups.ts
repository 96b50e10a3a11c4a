import { nameFrom } from './actor.ts'
import type { Change } from './edit.ts'
import { teaches } from './linking.ts'
import { type RegistryBase, registerActor } from './registry-edits.ts'
import { actorsCalled, nameKey, type UnitedRegistry } from './united-registry.ts'

/** Mentions by the same name, which are likely to mean the same actor. */
export type MentionGroup<M> = { readonly words: string; readonly mentions: readonly M[] }

/** The most frequent first. */
export function groupsByName<M extends { readonly quote: string }>(
  mentions: readonly M[],
): readonly MentionGroup<M>[] {
  const groups = new Map<string, M[]>()
  for (const mention of mentions) {
    const key = nameKey(mention.quote)
    const group = groups.get(key)
    if (group) group.push(mention)
    else groups.set(key, [mention])
  }
  return Array.from(groups.values(), (of) => ({
    words: nameFrom((of[0] as M).quote),
    mentions: of,
  })).sort((a, b) => b.mentions.length - a.mentions.length)
}

/** Whether these words are a name that tells by itself who is meant: nobody’s yet, or that of one actor. */
export const isTelling = (union: UnitedRegistry, words: string): boolean =>
  teaches(words, { members: [] }) && actorsCalled(union, words).length < 2

export type Registering<M> = {
  /** Of the registry. */
  readonly changes: readonly Change[]
  readonly links: readonly { readonly mention: M; readonly actor: string }[]
  readonly newActors: number
  readonly knownActors: number
}

/** A new actor for each group, but for those whose words name one known actor: they mean that one. */
export function registerGroups<M extends { readonly quote: string }>(
  base: RegistryBase,
  groups: readonly MentionGroup<M>[],
): Registering<M> {
  const actors = new Map(base.own.actors)
  const changes: Change[] = []
  const links = groups.flatMap(({ words, mentions }) => {
    if (words === '') return []
    const [known, another] = actorsCalled(base.united, words)
    if (known !== undefined && another === undefined)
      return mentions.map((mention) => ({ mention, actor: known }))
    const aliases = mentions.map(({ quote }) => quote).filter((one) => teaches(one, { members: [] }))
    const made = registerActor({ ...base, own: { ...base.own, actors } }, { name: words, aliases })
    for (const change of made.changes) {
      changes.push(change)
      if (change.kind === 'actor' && change.after) actors.set(made.id, change.after)
    }
    return mentions.map((mention) => ({ mention, actor: made.id }))
  })
  const all = new Set(links.map(({ actor }) => actor))
  return { changes, links, newActors: changes.length, knownActors: all.size - changes.length }
}
