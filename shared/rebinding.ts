import { type BoundCommand, commandsFor, type Keyboard } from './commands.ts'
import type { Bindings } from './domain/accelerator.ts'
import { equalJson } from './domain/equal.ts'
import type { Scheme } from './domain/scheme.ts'
import { shownKeys } from './shown-keys.ts'

/** The bindings after a change, and what has changed in one sentence. */
export type Rebinding = { readonly bindings: Bindings; readonly sentence: string }

const SYSTEM = ['A', 'C', 'Q', 'V', 'X'].map((key) => `CmdOrCtrl+${key}`)
const SYSTEM_ELSEWHERE = new Set([...SYSTEM, 'Alt+F4', 'F11'])
const SYSTEM_ON_MAC = new Set([...SYSTEM, 'CmdOrCtrl+H', 'CmdOrCtrl+M'])

const MOVES_FOCUS = new Set(['Tab', 'Shift+Tab'])
const CLOSES = new Set(['Escape', 'Shift+Escape'])
const PRESSES = /^(Shift\+)?(Enter|Space)$/
const MOVES = /^(Shift\+)?(Up|Down|Left|Right|Home|End|PageUp|PageDown)$/

/** Why a command cannot have these keys, in one sentence; null when it can. `shipped`: the command as it comes. */
export function refusalOf(keys: string, shipped: BoundCommand, isMac: boolean): string | null {
  if (shipped.keys.includes(keys)) return null
  const shown = shownKeys(keys, isMac)
  if ((isMac ? SYSTEM_ON_MAC : SYSTEM_ELSEWHERE).has(keys))
    return `${shown} belongs to the system, in every program. Press other keys.`
  if (MOVES_FOCUS.has(keys)) return `${shown} goes from field to field. Press other keys.`
  if (CLOSES.has(keys)) return `${shown} leaves and closes things. Press other keys.`
  if (PRESSES.test(keys)) return `${shown} presses buttons and opens what is chosen. Press other keys.`
  if (shipped.place !== 'text' && MOVES.test(keys))
    return `${shown} moves in the text and in lists. Press it with ${isMac ? '⌘ or ⌥' : 'Ctrl or Alt'}, or press other keys.`
  return null
}

/** Gives command `id` these keys in the place of those that it has, and takes them from whichever command has them. */
export function withKeys(
  scheme: Scheme,
  keyboard: Keyboard,
  { id, keys }: { readonly id: string; readonly keys: readonly string[] },
): Rebinding {
  const bound = commandsFor(scheme, keyboard)
  const losers = bound.filter(
    (command) => command.id !== id && command.keys.some((key) => keys.includes(key)),
  )
  const left = losers.map(
    (command) => [command.id, command.keys.filter((key) => !keys.includes(key))] as const,
  )
  const all = { ...keyboard.bindings, [id]: keys, ...Object.fromEntries(left) }
  return {
    bindings: withoutShipped(all, commandsFor(scheme, { ...keyboard, bindings: {} })),
    sentence: sentenceOf(bound.find((command) => command.id === id)?.title ?? id, { keys, losers }, keyboard),
  }
}

/** Only what differs is kept, so that what ships in a later version comes to those who never changed it. */
function withoutShipped(bindings: Bindings, shipped: readonly BoundCommand[]): Bindings {
  const keysOf = new Map<string, readonly string[]>(shipped.map(({ id, keys }) => [id, keys]))
  return Object.fromEntries(Object.entries(bindings).filter(([id, keys]) => !equalJson(keys, keysOf.get(id))))
}

type Change = { readonly keys: readonly string[]; readonly losers: readonly BoundCommand[] }

function sentenceOf(title: string, { keys, losers }: Change, { isMac }: Keyboard): string {
  const shown = (some: readonly string[]) => some.map((key) => shownKeys(key, isMac)).join(' and ')
  if (keys.length === 0) return `“${title}” has no key now.`
  if (losers.length === 0) return `“${title}” has ${shown(keys)} now.`
  return losers.map((loser) => lossOf(loser, keys, shown)).join(' ')

  function lossOf(loser: BoundCommand, taken: readonly string[], say: typeof shown): string {
    const lost = loser.keys.filter((key) => taken.includes(key))
    const rest = loser.keys.filter((key) => !taken.includes(key))
    const left = rest.length > 0 ? `keeps ${say(rest)}` : 'has no key'
    return `${say(lost)} was “${loser.title}”; it is “${title}” now, and “${loser.title}” ${left}.`
  }
}
