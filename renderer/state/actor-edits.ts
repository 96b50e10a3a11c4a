import type { Change } from '#shared/domain/edit.ts'
import { equalJson } from '#shared/domain/equal.ts'
import type { Choice } from '#shared/domain/linking.ts'
import { teaches } from '#shared/domain/linking.ts'
import { type MentionGroup, type Registering, registerGroups } from '#shared/domain/mention-groups.ts'
import {
  type ActorField,
  forgetAlias,
  mergeActors,
  type RegistryBase,
  registerActor,
  removeActor,
  renameActor,
  setField,
  setMembers,
  settle,
  splitNames,
  splitOff,
  teachAlias,
} from '#shared/domain/registry-edits.ts'
import type { Contradiction } from '#shared/domain/united-registry.ts'
import type { ArticleLinks, MentionLink } from '#shared/ipc/contract.ts'
import type { SurveyRow } from '#shared/ipc/survey.ts'
import { bridge } from '../bridge.ts'
import { chooseEntry } from './actors-view.ts'
import { inBulk } from './bulk.ts'
import { desk, say } from './desk.ts'
import { commit, whyNot } from './editing.ts'
import { registryNow } from './linking.ts'

/** Commits what `make` changes of the registry as it is now; nothing where that is nothing. */
function edit(name: string, make: (base: RegistryBase) => readonly Change[], typing?: string): boolean {
  const changes = make(registryNow())
  return changes.length > 0 && commit({ name, changes }, typing)
}

/** What an actor was before its name was typed at: names on the way to the new one are nobody's. */
let renaming: { readonly typing: string; readonly id: string; readonly before: RegistryBase } | null = null

export function rename(id: string, name: string, typing: string): void {
  if (renaming?.typing !== typing || renaming.id !== id) renaming = { typing, id, before: registryNow() }
  const { before } = renaming
  const renamed = renameActor(before, id, name).find((change) => change.kind === 'actor')
  const after = renamed?.after ?? before.own.actors.get(id) ?? null
  const now = desk.getState().registry.own.actors.get(id) ?? null
  if (equalJson(now, after)) return
  commit({ name: 'Rename actor', changes: [{ kind: 'actor', id, before: now, after }] }, typing)
}

/** Sets what an actor has one of; empty: nothing. */
export function setActorField(id: string, field: ActorField, value: string, typing?: string): void {
  edit(
    FIELD_EDITS[field] ?? 'Change actor',
    (base) => setField(base, id, field, (value.trim() && value) || null),
    typing,
  )
}

const FIELD_EDITS: Readonly<Record<string, string>> = {
  type: 'Change type',
  country: 'Change country',
  note: 'Change note on actor',
  'externalIds.wikidata': 'Change Wikidata id',
  'externalIds.iso': 'Change ISO code',
}

export const addAlias = (id: string, alias: string): boolean =>
  edit('Add alias', (base) => teachAlias(base, id, alias))

export const removeAlias = (id: string, alias: string): boolean =>
  edit('Remove alias', (base) => forgetAlias(base, id, alias))

export const setActorMembers = (id: string, members: readonly string[]): boolean =>
  edit('Change members', (base) => setMembers(base, id, members))

/** `from` is shown as `into` from now on, which is chosen then. */
export function merge(from: string, into: string): void {
  const name = nameOf(into)
  if (edit(`Merge into ${name}`, (base) => mergeActors(base, from, into)))
    chooseEntry({ kind: 'actor', id: into })
}

export const splitOffActor = (id: string): boolean =>
  edit(`Split off ${nameOf(id)}`, (base) => splitOff(base, id))

export const settleContradiction = (contradiction: Contradiction, value: string | null): boolean =>
  edit('Settle', (base) => settle(base, contradiction, value))

/** Takes back what the annotator said of an actor that nothing points to. */
export const forgetActor = (id: string): boolean =>
  edit(`Remove ${nameOf(id)}`, (base) => removeActor(base, id))

/** A new actor, which is chosen then. */
export function newActorNamed(name: string): void {
  const { id, changes } = registerActor(registryNow(), { name })
  if (commit({ name: `New actor ${name}`, changes })) chooseEntry({ kind: 'actor', id })
}

const nameOf = (id: string): string => desk.getState().registry.united.actors.get(id)?.name ?? id

/** Lets mentions of many articles mean whom was chosen, who is taught their words: one step of the history. */
export async function linkRows(rows: readonly SurveyRow[], choice: Choice): Promise<boolean> {
  const base = registryNow()
  const words = [...new Set(rows.map(({ quote }) => quote))]
  const { id, name, changes } =
    choice.kind === 'new' ? made(base, choice.name, words) : taught(base, choice, words)
  return linkAll({ name: `Link ${mentionsOf(rows.length)} to ${name}`, changes }, linksTo(id, rows))
}

/** What registering the groups means, as it is asked before it is done. */
export function registeringSentence(groups: Groups): string {
  const { links, newActors, knownActors } = registerGroups(registryNow(), groups)
  const articles = new Set(links.map(({ mention }) => mention.articleId)).size
  return `${whomOf(newActors, knownActors)}; ${mentionsOf(links.length)} in ${articlesOf(articles)}.`
}

/** Makes an actor of each group, or links it to the one that it names: one step of the history. */
export function registerAll(groups: Groups): Promise<boolean> {
  const { changes, links, newActors, knownActors } = registerGroups(registryNow(), groups)
  const name = `Link ${mentionsOf(links.length)} to ${whomOf(newActors, knownActors)}`
  return linkAll({ name, changes }, links)
}

type Groups = readonly MentionGroup<SurveyRow>[]

function whomOf(newActors: number, knownActors: number): string {
  const fresh = `${newActors} new ${newActors === 1 ? 'actor' : 'actors'}`
  return knownActors === 0 ? fresh : `${fresh}, ${knownActors} known ${knownActors === 1 ? 'one' : 'ones'}`
}

type Target = { readonly id: string; readonly name: string; readonly changes: readonly Change[] }

function made(base: RegistryBase, name: string, words: readonly string[]): Target {
  const aliases = words.filter((one) => teaches(one, { members: [] }))
  return { name, ...registerActor(base, { name, aliases }) }
}

function taught(base: RegistryBase, { actor }: Choice & { kind: 'actor' }, words: readonly string[]): Target {
  const aliases = words.filter((one) => teaches(one, actor))
  return { id: actor.id, name: actor.name, changes: teachAliases(base, actor.id, aliases) }
}

/** What is taught one after the other, as one change. */
function teachAliases(base: RegistryBase, id: string, aliases: readonly string[]): readonly Change[] {
  let { own } = base
  for (const alias of aliases) {
    const [change] = teachAlias({ ...base, own }, id, alias)
    if (change?.kind === 'actor' && change.after)
      own = { ...own, actors: new Map(own.actors).set(id, change.after) }
  }
  const [before, after] = [base.own.actors.get(id) ?? null, own.actors.get(id) ?? null]
  return before === after ? [] : [{ kind: 'actor', id, before, after }]
}

/**
 * Lets some of an actor's mentions mean another one, or a new one, which takes the names along that none of the mentions
 * left behind go by.
 */
export async function moveRows(
  from: string,
  moved: readonly SurveyRow[],
  left: readonly SurveyRow[],
  choice: Choice,
): Promise<boolean> {
  if (choice.kind === 'actor') return linkRows(moved, choice)
  const staying = new Set(left.map(({ quote }) => quote))
  const words = [...new Set(moved.map(({ quote }) => quote))].filter((one) => !staying.has(one))
  const aliases = words.filter((one) => teaches(one, { members: [] }))
  const { id, changes } = splitNames(registryNow(), from, { name: choice.name, aliases })
  const isDone = await linkAll({ name: `Split off ${choice.name}`, changes }, linksTo(id, moved))
  if (isDone) chooseEntry({ kind: 'actor', id })
  return isDone
}

type RegistryEdit = { readonly name: string; readonly changes: readonly Change[] }

type Links = Registering<SurveyRow>['links']

const linksTo = (actor: string, rows: readonly SurveyRow[]): Links =>
  rows.map((mention) => ({ mention, actor }))

async function linkAll(edited: RegistryEdit, links: Links): Promise<boolean> {
  const problem = whyNot(desk.getState(), edited) ?? readOnly()
  if (problem !== null) {
    say(problem)
    return false
  }
  const result = await inBulk(edited.name, () => bridge.request('mentions:link', edited, byArticle(links)))
  say(
    result.ok
      ? doneSentence(edited.name, result.value.articles, result.value.left.length)
      : result.problem.sentence,
  )
  return result.ok
}

function byArticle(links: Links): readonly ArticleLinks[] {
  const found = new Map<string, MentionLink[]>()
  for (const { mention, actor } of links) {
    const { articleId, id } = mention
    found.set(articleId, [...(found.get(articleId) ?? []), { id, actor }])
  }
  return Array.from(found, ([articleId, of]) => ({ articleId, links: of }))
}

/** Mentions may be in articles that are not open. */
function readOnly(): string | null {
  const access = desk.getState().workspace?.access
  return access?.kind === 'read' ? access.sentence : null
}

function doneSentence(name: string, articles: number, left: number): string {
  const rest = left === 0 ? '' : ` ${left} could not be changed and were left as they are.`
  return `${name}: done in ${articlesOf(articles)}.${rest}`
}

const articlesOf = (count: number): string => (count === 1 ? '1 article' : `${count} articles`)

export const mentionsOf = (count: number): string => (count === 1 ? '1 mention' : `${count} mentions`)
