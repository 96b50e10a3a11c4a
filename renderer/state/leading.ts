import type { Mend } from '#shared/domain/hint.ts'
import { focusSlot } from './carding.ts'
import { focusPane } from './desk.ts'

/** Leads to where a person mends what nothing else can: a slot of the selected act’s card, or a mention’s actor. */
export function leadTo(mend: Exclude<Mend, { kind: 'edit' }>): void {
  if (mend.kind === 'find-actor') focusPane('actor')
  else focusSlot(mend.kind === 'fill' ? { kind: 'role', id: mend.role } : { kind: 'link', id: mend.link })
}
