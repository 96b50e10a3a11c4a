import { brought, takeBrought } from '../../state/brought.ts'
import { takingFault } from './taking-words.ts'

/** Takes what was found, unless something has to be said first. */
export function takeIfAble(): void {
  const { found, choices } = brought.getState()
  if (found && takingFault(found, choices) === null) void takeBrought()
}
