import { nameFrom } from '#shared/domain/actor.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import type { Change } from '#shared/domain/edit.ts'
import { teaches } from '#shared/domain/linking.ts'
import { type RegistryBase, registerActor, setField, teachAlias } from '#shared/domain/registry-edits.ts'
import { isMention } from '#shared/domain/scheme.ts'
import { actorsCalled, resolvedId } from '#shared/domain/united-registry.ts'
import { desk, type OpenArticle, say, schemeInUse } from './desk.ts'
import { commit } from './editing.ts'
import { quoteOf } from './filtering.ts'
import { rememberActor } from './recent-actors.ts'
import { selectedAnnotation } from './selecting.ts'

const now = () => new Date().toISOString()

/** What actors are edited against. */
export const registryNow = (): RegistryBase => ({ ...desk.getState().registry, now: now() })

/**
 * `annotation` pointing to the one actor that its words name, if there is just one. Words that are no name, “the mediator”,
 * mean somebody else in the next article, whatever they were taught in another.
 */
export function linkedByWords(annotation: Annotation, text: string): Annotation {
  const words = quoteOf(annotation, text)
  if (!isMention(schemeInUse(), annotation.label) || !teaches(words, { members: [] })) return annotation
  const [actor, another] = actorsCalled(desk.getState().registry.united, words)
  return actor === undefined || another !== undefined ? annotation : { ...annotation, actor }
}

/** Lets the selected mention mean an actor, and teaches the actor that texts call it so: one edit. */
export function linkSelected(actor: string): void {
  const mention = selectedMention()
  if (!mention) return
  const base = registryNow()
  const id = resolvedId(base.united, actor)
  const known = base.united.actors.get(id)
  if (!known) return
  const words = wordsOf(mention)
  const taught = teaches(words, known) ? teachAlias(base, id, words) : []
  link(mention, id, { name: `Link to ${known.name}`, changes: taught })
}

/** Lets the selected mention mean an actor that was not known before, and is called by its words unless `name` says else. */
export function linkToNew(name: string): void {
  const mention = selectedMention()
  const words = mention && wordsOf(mention)
  if (!mention || !words) return
  const called = nameFrom(name) || nameFrom(words)
  const aliases = teaches(words, { members: [] }) ? [words] : []
  const { id, changes } = registerActor(registryNow(), { name: called, aliases })
  link(mention, id, { name: `New actor ${called}`, changes })
}

type Linking = { readonly name: string; readonly changes: readonly Change[] }

function link(mention: Annotation, actor: string, { name, changes }: Linking): void {
  const others = sayingTheSame(mention)
  const updated = now()
  const pointing = [mention, ...others].map(
    (before): Change => ({ kind: 'annotation', id: before.id, before, after: { ...before, actor, updated } }),
  )
  if (!commit({ name, changes: [...changes, ...pointing] })) return
  rememberActor(actor)
  const count = others.length
  if (count > 0)
    say(`${count} more ${count === 1 ? 'mention' : 'mentions'} of these words in this article, too.`)
}

/** Mentions of the article that are not linked yet, and name whom they mean by the very words. */
function sayingTheSame(mention: Annotation): readonly Annotation[] {
  const { record, text } = desk.getState().open as OpenArticle
  const words = wordsOf(mention)
  if (!teaches(words, { members: [] })) return []
  const scheme = schemeInUse()
  return [...record.annotations].filter(
    (one) =>
      one.id !== mention.id &&
      one.actor === undefined &&
      isMention(scheme, one.label) &&
      nameFrom(quoteOf(one, text)) === words,
  )
}

/** The selected mention means nobody of the registry any more. What it taught stays. */
export function unlinkSelected(): void {
  const mention = selectedMention()
  if (mention?.actor === undefined) return
  const { actor: _, ...rest } = mention
  const after = { ...rest, updated: now() }
  commit({
    name: 'Unlink',
    changes: [{ kind: 'annotation', id: mention.id, before: mention, after }],
  })
}

/** Says what an actor is; null: nothing. */
export function setActorType(id: string, type: string | null): void {
  const changes = setField(registryNow(), id, 'type', type)
  if (changes.length > 0) commit({ name: 'Change type', changes })
}

function selectedMention(): Annotation | null {
  const annotation = selectedAnnotation(desk.getState().open)
  return annotation && isMention(schemeInUse(), annotation.label) ? annotation : null
}

const wordsOf = (mention: Annotation): string =>
  nameFrom(quoteOf(mention, (desk.getState().open as OpenArticle).text))
