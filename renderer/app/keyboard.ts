import type { BoundCommand } from '#shared/commands.ts'
import { isChord } from '#shared/domain/accelerator.ts'
import { desk } from '../state/desk.ts'
import { boundNow } from '../state/keys.ts'
import { worksInEveryView } from './every-view.ts'
import { runCommand } from './run-command.ts'
import { pressedKeys } from './shortcut.ts'

/** Runs the command whose key was pressed. Plain keys are left alone where something is being typed. */
export function onKeyDown(event: KeyboardEvent): void {
  const { sheet, workspace } = desk.getState()
  if (event.isComposing || sheet || !workspace) return
  const command = commandAt(event)
  if (!command || !(isHeldInVain(event, command) || runCommand(command.id))) return
  event.preventDefault()
  event.stopPropagation()
}

/** A key that is held down moves on and on, but marks, finishes or deletes once. */
const isHeldInVain = ({ repeat }: KeyboardEvent, { menu }: BoundCommand): boolean =>
  repeat && (menu === 'Annotate' || menu === 'Act')

function commandAt(event: KeyboardEvent): BoundCommand | undefined {
  const { isMac, byKeys } = boundNow()
  const keys = pressedKeys(event, isMac).find((pressed) => byKeys.has(pressed))
  const command = keys === undefined ? undefined : byKeys.get(keys)
  if (keys === undefined || !command || !isForView(command, keys)) return undefined
  return isMeant(command, keys, event.target) ? command : undefined
}

/** The other views have plain keys of their own. */
const isForView = (command: BoundCommand, keys: string): boolean =>
  desk.getState().view === 'annotate' ||
  (worksInEveryView(command) && (isChord(keys) || command.menu === 'Help'))

function isMeant({ id, place }: BoundCommand, keys: string, target: EventTarget | null): boolean {
  if (place === 'text') return isInText(target)
  if (isChosenByDigit(target) && /^\d$/.test(keys)) return false
  return !isTyping(target) || (isChord(keys) && !isOfFields(id, target))
}

/** Pasting without its form and, where there is something to undo, undoing are a field's own. */
const isOfFields = (id: string, target: EventTarget | null): boolean =>
  id === 'import.paste' || (id.startsWith('edit.') && !isEmptyLine(target))

/** There is nothing of the field’s own to undo in it. */
const isEmptyLine = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && target.value === ''

const isInText = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role="textbox"][aria-readonly="true"]') !== null

/** There a digit is the choice of that number. */
const isChosenByDigit = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[data-chosen-by-digit]') !== null

/** The article's text takes no typing, so plain keys are commands there. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}
