import { OFFERS } from '#shared/act-commands.ts'
import {
  fillersOf,
  withAttribute,
  withFiller,
  withLink,
  withoutFiller,
  withoutLink,
} from '#shared/domain/act-edits.ts'
import { actorId, newActor } from '#shared/domain/actor.ts'
import type { Annotation, Filler, Link } from '#shared/domain/annotation.ts'
import type { Candidate } from '#shared/domain/candidates.ts'
import type { Change } from '#shared/domain/edit.ts'
import { type Attribute, isMention } from '#shared/domain/scheme.ts'
import { offersIn, selectedAct } from './acts.ts'
import { change, changed } from './annotating.ts'
import { goOnFrom } from './carding.ts'
import { desk, say, schemeInUse } from './desk.ts'
import { commit } from './editing.ts'
import { rememberActor } from './recent-actors.ts'

const now = () => new Date().toISOString()

/** Fills a role of the selected act; one who is nowhere yet is registered with the same edit. */
export function fillRole(role: string, candidate: Candidate): boolean {
  const act = selectedAct(desk.getState())
  if (!act) return false
  const { filler, changes } =
    candidate.kind === 'known' ? known(candidate.filler) : registered(candidate.name)
  const after = withFiller(act, role, filler)
  if (after === act) {
    say('That is said already.')
    return false
  }
  const edit = {
    name: `Fill ${titleOf(role)}`,
    changes: [...changes, changed(act, { ...after, updated: now() })],
  }
  if (!commit(edit)) return false
  remember(filler)
  return true
}

type NewFiller = { readonly filler: Filler; readonly changes: readonly Change[] }

const known = (filler: Filler): NewFiller => ({ filler, changes: [] })

function registered(name: string): NewFiller {
  const { own, united } = desk.getState().registry
  const id = actorId(name, (taken) => united.actors.has(taken) || own.actors.has(taken))
  const after = newActor({ id, name, now: now() })
  return { filler: { actor: id }, changes: [{ kind: 'actor', id, before: null, after }] }
}

/** Fills a role, and goes on to what is to be said next. */
export function fillAndGoOn(role: string, candidate: Candidate): void {
  if (!fillRole(role, candidate)) return
  const act = selectedAct(desk.getState())
  if (act) goOnFrom(act, role)
}

/** Takes the offered filler of this number, from wherever the focus is. */
export function takeOffer(number: number): void {
  const offers = offersIn(desk.getState(), OFFERS)
  const candidate = offers?.candidates[number - 1]
  if (offers && candidate) fillRole(offers.role.id, candidate)
  else say('Nobody is offered: select an act in which somebody is missing.')
}

/** Fills a role with a mention of the article. */
export function fillWithMention(role: string, id: string): boolean {
  const mention = desk.getState().open?.record.annotations.get(id)
  if (!mention || !isMention(schemeInUse(), mention.label)) return false
  return fillRole(role, { kind: 'known', filler: { mention: id }, name: '', why: 'earlier' })
}

export function unfillRole(role: string, filler: Filler): void {
  const act = selectedAct(desk.getState())
  if (act) put(act, withoutFiller(act, role, filler), `Take out of ${titleOf(role)}`)
}

export function unfillLast(role: string): void {
  const act = selectedAct(desk.getState())
  const last = act && fillersOf(act, role).at(-1)
  if (last) unfillRole(role, last)
}

export function setAttribute(attribute: Attribute, value: string): void {
  const act = selectedAct(desk.getState())
  if (act) put(act, withAttribute(act, attribute, value), `${attribute.title}: ${value}`)
}

export function linkTo(link: Link): void {
  const act = selectedAct(desk.getState())
  if (act) put(act, withLink(act, link), `Link: ${titleOfLink(link.kind)}`)
}

export function unlink(link: Link): void {
  const act = selectedAct(desk.getState())
  if (act) put(act, withoutLink(act, link), `Unlink: ${titleOfLink(link.kind)}`)
}

export function unlinkLast(kind: string): void {
  const last = selectedAct(desk.getState())?.links?.findLast((link) => link.kind === kind)
  if (last) unlink(last)
}

function put(act: Annotation, after: Annotation, name: string): void {
  if (after !== act) change(act, after, { name })
}

const titleOf = (role: string): string => schemeInUse().roles.find(({ id }) => id === role)?.title ?? role
const titleOfLink = (kind: string): string => schemeInUse().links.find(({ id }) => id === kind)?.title ?? kind

function remember(filler: Filler): void {
  const mention =
    'mention' in filler ? desk.getState().open?.record.annotations.get(filler.mention) : undefined
  const id = 'actor' in filler ? filler.actor : mention?.actor
  if (id !== undefined) rememberActor(id)
}
