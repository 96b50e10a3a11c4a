import type { Cleaning, CleaningRule } from '#shared/domain/cleaning-rule.ts'
import { applyTo, type Edit, isDoneTo, touches } from '#shared/domain/edit.ts'
import { uniteCleaning } from '#shared/domain/united-cleaning.ts'
import type { CleaningView } from '#shared/ipc/cleaning.ts'
import { bridge } from '../bridge.ts'
import { desk, say } from './desk.ts'
import type { OpenCleaning } from './open-cleaning.ts'

/** @throws {StaleEdit} */
export const editedCleaning = (cleaning: OpenCleaning, edit: Edit): OpenCleaning =>
  united({ ...cleaning, own: applyTo('cleaning', cleaning.own, edit) })

/** Of the same words the annotator's own rule holds. */
function united(cleaning: Omit<OpenCleaning, 'united'>): OpenCleaning {
  const { preferences, suggestedAnnotator } = desk.getState()
  const annotator = preferences.annotator ?? suggestedAnnotator
  const parts = [{ annotator, cleaning: cleaning.own }, ...cleaning.others]
  return { ...cleaning, united: uniteCleaning(parts) }
}

const cleaningOf = (rules: readonly CleaningRule[]): Cleaning => ({
  rules: new Map(rules.map((rule) => [rule.id, rule])),
})

/** The rules as they are on the disk, with what is still on its way there. */
export function adoptCleaning({ own, others, access }: CleaningView): void {
  const waiting = desk.getState().unsaved.filter(({ edit }) => touches(edit, 'cleaning'))
  const mine = waiting.reduce(
    (before, { edit }) => (isDoneTo('cleaning', before, edit) ? before : applyTo('cleaning', before, edit)),
    cleaningOf(own),
  )
  const theirs = others.map(({ annotator, rules }) => ({ annotator, cleaning: cleaningOf(rules) }))
  desk.setState({ cleaning: united({ own: mine, others: theirs, access }) })
}

/** Reads the rules of the workspace that has just been opened. */
export async function readCleaning(): Promise<void> {
  const { workspace } = desk.getState()
  const view = await bridge.request('cleaning:read')
  if (desk.getState().workspace?.id !== workspace?.id) return
  adoptCleaning(view)
  // Articles are marked all the same; but what is said of them is not remembered.
  if (view.access.kind === 'read' && workspace?.access.kind === 'write') say(view.access.sentence)
  else if (view.unread.length > 0) say(`Some cleaning rules of others are missing. ${view.unread.join(' ')}`)
}
