import type { BoundCommand } from '#shared/commands.ts'

/** The steps from pane to pane begin where the focus is, so that nothing may move it before. */
const ANYWHERE = ['edit.undo', 'edit.redo', 'go.next-pane', 'go.previous-pane'] as const

/** True for commands that need no article before one's eyes; all others lead back to it. */
export const worksInEveryView = (command: BoundCommand | undefined): boolean =>
  command === undefined ||
  ['File', 'View', 'Help'].includes(command.menu) ||
  ANYWHERE.some((id) => id === command.id)
