import { fillersOf } from '#shared/domain/act-edits.ts'
import type { ActPlace } from '#shared/domain/act-sentence.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import { type Candidate, candidatesFor } from '#shared/domain/candidates.ts'
import { isAct, type Role, rolesOf, type Scheme } from '#shared/domain/scheme.ts'
import { type DeskState, schemeOf } from './desk.ts'
import { selectedAnnotation } from './selecting.ts'

/** What is asked of acts on the desk, and changes nothing. */

/** The selected annotation if it has roles. */
export function selectedAct(state: DeskState): Annotation | null {
  const annotation = selectedAnnotation(state.open)
  return annotation && isAct(schemeOf(state), annotation.label) ? annotation : null
}

type Told = Pick<DeskState, 'open' | 'registry' | 'workspace'>

/** Where acts of the open article are told; the same object while nothing of it changes. */
export function placeIn(state: Told): ActPlace | null {
  const { open, registry } = state
  if (!open) return null
  const [scheme, union] = [schemeOf(state), registry.united]
  const { annotations, earlier } = open.record
  const isStill =
    kept?.text === open.text &&
    kept.annotations === annotations &&
    kept.earlier === earlier &&
    kept.union === union &&
    kept.scheme === scheme
  if (!isStill) kept = { text: open.text, annotations, earlier, union, scheme }
  return kept
}
let kept: ActPlace | null = null

/** The essential role that is to be filled next: the first empty one behind `after`, or from the start again. */
export function nextEmptyRole(
  scheme: Scheme,
  act: Annotation,
  after: string | null = null,
): Role | undefined {
  const roles = rolesOf(scheme, act.label)
  const from = roles.findIndex(({ id }) => id === after) + 1
  return [...roles.slice(from), ...roles.slice(0, from)].find(
    ({ id, isEssential }) => isEssential && fillersOf(act, id).length === 0,
  )
}

export function candidatesIn(
  state: DeskState,
  { act, role, typed = '' }: { readonly act: Annotation; readonly role: string; readonly typed?: string },
): readonly Candidate[] {
  const place = placeIn(state)
  return place ? candidatesFor({ act, role, typed, recent: state.recentActors }, place) : []
}

export type Offers = { readonly role: Role; readonly candidates: readonly Candidate[] }

/** The likely fillers of the selected act's next empty essential role; null where there is none such. */
export function offersIn(state: DeskState, most: number): Offers | null {
  const act = selectedAct(state)
  const role = act && nextEmptyRole(schemeOf(state), act)
  return role ? { role, candidates: candidatesIn(state, { act, role: role.id }).slice(0, most) } : null
}
