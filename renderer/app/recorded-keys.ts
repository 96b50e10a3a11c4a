import type { BoundCommand } from '#shared/commands.ts'
import { refusalOf } from '#shared/rebinding.ts'
import { shownKeys } from '#shared/shown-keys.ts'
import { type Press, pressedKeys } from './shortcut.ts'

/** What a key press means where new keys are asked for. */
export type Recorded =
  | { readonly kind: 'taken'; readonly keys: string }
  | { readonly kind: 'refused'; readonly shown: string; readonly sentence: string }
  /** Modifiers alone: more is to come. */
  | { readonly kind: 'held'; readonly shown: string }
  | { readonly kind: 'cancelled' }
  /** Tab goes from the field to the buttons behind it, as everywhere. */
  | { readonly kind: 'left' }

const MODIFIERS = new Set(['Control', 'Shift', 'Alt', 'AltGraph', 'Meta'])

/** `shipped`: the command as it comes, which may always have the keys it came with. */
export function recordedKeys(press: Press, shipped: BoundCommand, isMac: boolean): Recorded {
  if (MODIFIERS.has(press.key)) return { kind: 'held', shown: modifiersOf(press, isMac) }
  const keys = pressedKeys(press, isMac).at(-1)
  if (keys === undefined)
    return { kind: 'refused', shown: '', sentence: 'This key belongs to the system. Press other keys.' }
  if (shipped.keys.includes(keys)) return { kind: 'taken', keys }
  if (keys === 'Tab' || keys === 'Shift+Tab') return { kind: 'left' }
  if (keys === 'Escape') return { kind: 'cancelled' }
  const sentence = refusalOf(keys, shipped, isMac)
  return sentence ? { kind: 'refused', shown: shownKeys(keys, isMac), sentence } : { kind: 'taken', keys }
}

/** What is held down already: "Ctrl+Shift+…". */
export function modifiersOf({ ctrlKey, metaKey, altKey, shiftKey }: Press, isMac: boolean): string {
  const command = isMac ? metaKey : ctrlKey
  const held = [command && 'CmdOrCtrl', altKey && 'Alt', shiftKey && 'Shift'].filter(Boolean)
  return held.length === 0 ? '' : shownKeys([...held, '…'].join('+'), isMac)
}
