import { type BoundCommand, type CommandId, MENUS } from '#shared/commands.ts'
import { type Direction, newestStep } from '#shared/domain/history.ts'
import { type DeskState, desk } from '../state/desk.ts'
import { boundIn } from '../state/keys.ts'

export type PaletteRow = {
  readonly id: CommandId
  readonly title: string
  readonly section: string
  readonly keys: readonly string[]
}

/** What was run from the palette since the app was started, the last first. */
let used: readonly CommandId[] = []
const MOST_USED = 8

export function rememberUse(id: CommandId): void {
  used = [id, ...used.filter((other) => other !== id)].slice(0, MOST_USED)
}

/** All that can be run: what was used last, then the menus from the first to the last. */
export function paletteRows(): readonly PaletteRow[] {
  const state = desk.getState()
  const { commands, byId } = boundIn(state)
  const last = used.flatMap((id) => byId.get(id) ?? [])
  const isListed = ({ id, menu }: BoundCommand) =>
    menu !== 'Caret' && id !== 'help.commands' && !used.includes(id)
  const inMenuOrder = MENUS.flatMap((menu) => commands.filter((command) => command.menu === menu))
  return [...last, ...inMenuOrder.filter(isListed)].map((command) => ({
    id: command.id,
    title: titleNow(command, state),
    section: command.menu,
    keys: command.keys,
  }))
}

const DIRECTIONS: Readonly<Record<string, Direction>> = { 'edit.undo': 'undo', 'edit.redo': 'redo' }

/** Undo and redo say what they would undo or redo. */
function titleNow({ id, title }: BoundCommand, { history }: DeskState): string {
  const direction = DIRECTIONS[id]
  const step = direction && newestStep(history, direction)
  return step ? `${title}: ${step.edit.name}` : title
}
