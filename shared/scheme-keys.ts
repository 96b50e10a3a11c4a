import { commandsFor, type Keyboard } from './commands.ts'
import type { Scheme } from './domain/scheme.ts'

const OF_SCHEME = /^(mark|attribute|link)\./

/**
 * Why a key is not free for a part of the scheme, in one sentence; null when it is. A scheme is everybody's, so that the
 * keys which commands come with are taken as well as those which this analyst gave them.
 */
export function commandKeyFault(scheme: Scheme, key: string, keyboard: Keyboard): string | null {
  const commands = [keyboard, { ...keyboard, bindings: {} }].flatMap((one) => commandsFor(scheme, one))
  const command = commands.find(({ id, keys }) => !OF_SCHEME.test(id) && keys.includes(key))
  return command ? `${key} is the key of the command “${command.title}”.` : null
}
