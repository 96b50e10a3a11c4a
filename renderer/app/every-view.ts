import type { BoundCommand } from '#shared/commands.ts'

const ANYWHERE = ['edit.undo', 'edit.redo'] as const

/** True for commands that need no article before one's eyes; all others lead back to it. */
export const worksInEveryView = (command: BoundCommand | undefined): boolean =>
  command === undefined ||
  ['File', 'View', 'Help'].includes(command.menu) ||
  ANYWHERE.some((id) => id === command.id)
