import { commandsFor } from '#shared/commands.ts'
import { desk, schemeInUse } from '../state/desk.ts'
import { runCommand } from './run-command.ts'
import { isChord, isPress } from './shortcut.ts'

/** Runs the command whose key was pressed. Plain keys are left alone where something is being typed. */
export function onKeyDown(event: KeyboardEvent): void {
  const { sheet, workspace, platform } = desk.getState()
  if (event.isComposing || sheet || !workspace) return
  const isMac = platform === 'darwin'
  const commands = commandsFor(schemeInUse(), { isMac, bindings: {} })
  const command = commands.find(
    ({ keys, place }) =>
      (place !== 'text' || isInText(event.target)) &&
      keys.some(
        (shortcut) => isPress(event, shortcut, isMac) && (isChord(shortcut) || !isTyping(event.target)),
      ),
  )
  if (!command) return
  if (command.menu === 'Edit' && isTyping(event.target) && command.id.startsWith('edit.')) return
  if (!runCommand(command.id)) return
  event.preventDefault()
  event.stopPropagation()
}

const isInText = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role="textbox"][aria-readonly="true"]') !== null

/** The article's text takes no typing, so plain keys are commands there. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}
