import type { Annotation } from '#shared/domain/annotation.ts'
import {
  type Attribute,
  attributesOf,
  isMention,
  linksOf,
  rolesOf,
  type Scheme,
  shownLabel,
} from '#shared/domain/scheme.ts'
import { nextEmptyRole, selectedAct } from './acts.ts'
import { desk, focusPane, type Slot, say, schemeInUse } from './desk.ts'
import { selectedAnnotation } from './selecting.ts'

/**
 * Opens what the selected annotation is said to be: an act’s card at the first role that is to be filled, a mention’s
 * actor.
 */
export function openCard() {
  const annotation = selectedAnnotation(desk.getState().open)
  const scheme = schemeInUse()
  if (!annotation) return say('Select an annotation to say who is meant, or who did it.')
  const role = nextEmptyRole(scheme, annotation) ?? rolesOf(scheme, annotation.label)[0]
  if (role) focusSlot({ kind: 'role', id: role.id })
  else if (isMention(scheme, annotation.label)) focusPane('actor')
  else say(`${shownLabel(scheme, annotation.label).title} has no roles.`)
}

/** Opens one slot of the selected act’s card, if it has such a one. */
export function openSlot(asked: Slot) {
  const act = selectedAct(desk.getState())
  if (!act) return say('Select an act first: an annotation that has roles.')
  const slot = slotOf(schemeInUse(), act, asked)
  if (slot) focusSlot(slot)
  else say(`${shownLabel(schemeInUse(), act.label).title} has no such thing.`)
}

export const focusSlot = (slot: Slot): void => {
  desk.setState({ slot })
  focusPane('role')
}

/** Attributes of different labels may share a key: then that is meant which the act has. */
function slotOf(scheme: Scheme, { label }: Annotation, { kind, id }: Slot): Slot | null {
  const known = {
    role: rolesOf(scheme, label),
    attribute: attributesOf(scheme, label),
    link: linksOf(scheme, label),
  }[kind]
  if (known.some((one) => one.id === id)) return { kind, id }
  const key = kind === 'attribute' && scheme.attributes.find((one) => one.id === id)?.key
  const twin = key ? attributesOf(scheme, label).find((one) => one.key === key) : undefined
  return twin ? { kind, id: twin.id } : null
}

/** Where to go on once `role` is filled: the next essential role that is empty, then the first attribute. */
export function goOnFrom(act: Annotation, role: string): void {
  const scheme = schemeInUse()
  const next = nextEmptyRole(scheme, act, role)
  const [first] = attributesOf(scheme, act.label)
  if (next) focusSlot({ kind: 'role', id: next.id })
  else if (first) focusSlot({ kind: 'attribute', id: first.id })
  else focusPane('reader')
}

/** The id by which commands know an attribute: of those that share a key, the first's. */
export const attributeCommand = ({ attributes }: Scheme, { id, key }: Attribute): string =>
  (key !== '' && attributes.find((one) => one.key === key)?.id) || id
