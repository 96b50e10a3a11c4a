import type { KeyboardEvent } from 'react'
import type { CommandId } from '#shared/commands.ts'
import { boundNow } from '../../state/keys.ts'
import { QUEUE_TABS, queue, showTab, stepRow } from '../../state/queue.ts'
import { mendChosen, settleChosen } from '../../state/queue-work.ts'

/** The keys that these have in the reader, wherever they are put. */
const BY_COMMAND: readonly (readonly [CommandId, () => void])[] = [
  ['go.next-annotation', () => stepRow(1)],
  ['go.previous-annotation', () => stepRow(-1)],
  ['annotation.unsure', settleChosen],
  ['annotation.mend', mendChosen],
]

export function onQueueKey(event: KeyboardEvent): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.target instanceof HTMLSelectElement) return
  const act = actionFor(event.key)
  if (!act) return
  event.preventDefault()
  act()
}

function actionFor(key: string): (() => void) | undefined {
  if (key === 'ArrowLeft' || key === 'ArrowRight') return otherTab
  const { byId } = boundNow()
  return BY_COMMAND.find(([id]) => byId.get(id)?.keys.includes(key.toUpperCase()))?.[1]
}

function otherTab(): void {
  const { tab } = queue.getState()
  showTab(QUEUE_TABS[(QUEUE_TABS.indexOf(tab) + 1) % QUEUE_TABS.length] ?? tab)
}
