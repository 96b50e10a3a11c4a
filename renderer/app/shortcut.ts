/**
 * Keys are written as Electron accelerators ("CmdOrCtrl+Shift+Z", "J", "?") in the command list; here a key press is
 * held against them.
 */
export type Press = {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

const NAMED: Readonly<Record<string, string>> = {
  Plus: '+',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
}
const ARROWS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}

/** True when `press` is the accelerator `keys`. */
export function isPress(press: Press, keys: string, isMac: boolean): boolean {
  const { key, command, shift, alt } = partsOf(keys)
  const commandDown = isMac ? press.metaKey : press.ctrlKey
  const otherDown = isMac ? press.ctrlKey : press.metaKey
  if (commandDown !== command || otherDown || press.altKey !== alt) return false
  // Shift is part of how "?", "+" or "1" is typed on some keyboards and not on others: there only the character counts.
  const shiftCounts = key.length > 1 || /\p{L}/u.test(key)
  return press.key.toLowerCase() === key.toLowerCase() && (!shiftCounts || press.shiftKey === shift)
}

/** True when the accelerator holds Ctrl, Cmd, Alt or a function key, and so is never text. */
export function isChord(keys: string): boolean {
  const { command, alt, key } = partsOf(keys)
  return command || alt || /^F\d+$/.test(key)
}

/** The accelerator as it is shown to people: "Ctrl+Shift+Z" or "⇧⌘Z". */
export function shownKeys(keys: string, isMac: boolean): string {
  if (!isMac) return keys.replace('CmdOrCtrl', 'Ctrl').replace('Plus', '+')
  const { key, command, shift, alt } = partsOf(keys)
  return `${alt ? '⌥' : ''}${shift ? '⇧' : ''}${command ? '⌘' : ''}${ARROWS[key] ?? key}`
}

type Parts = {
  readonly key: string
  readonly command: boolean
  readonly shift: boolean
  readonly alt: boolean
}

/** Kept, since every key that is pressed is held against every shortcut. */
const known = new Map<string, Parts>()

function partsOf(keys: string): Parts {
  const parts = known.get(keys) ?? parse(keys)
  known.set(keys, parts)
  return parts
}

function parse(keys: string): Parts {
  const parts = keys.split('+')
  const key = parts.at(-1) as string
  return {
    key: NAMED[key] ?? key,
    command: parts.includes('CmdOrCtrl'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
  }
}
