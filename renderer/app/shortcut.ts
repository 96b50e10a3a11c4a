import { isKey, writtenKeys } from '#shared/domain/accelerator.ts'

/** A key press, as far as it says which keys are down. */
export type Press = {
  readonly key: string
  /** Where the key lies, named after what an American keyboard has there. */
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

const NAMES: Readonly<Record<string, string>> = {
  '+': 'Plus',
  ' ': 'Space',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
}

/**
 * The keys that a press may stand for, the nearest first; none for a modifier alone. A character that no American
 * keyboard has (Cyrillic, Greek, what Option makes on a Mac) also stands for the letter or digit of its place, so that
 * one need not change the keyboard's language to mark a word. In the row of digits the place counts whatever the keyboard
 * has there, and Shift with it, since some have their digits on Shift.
 */
export function pressedKeys(press: Press, isMac: boolean): readonly string[] {
  const otherDown = isMac ? press.ctrlKey : press.metaKey
  if (otherDown) return []
  const command = isMac ? press.metaKey : press.ctrlKey
  const modifiers = { command, alt: press.altKey, shift: press.shiftKey }
  const character = characterOf(press)
  const isDigit = /^\d$/.test(character)
  const typed = { ...modifiers, shift: press.shiftKey && !isDigit, key: character }
  const place = placeOf(press)
  const placed = place === undefined ? [] : [{ ...modifiers, key: place }]
  return (isDigit ? [...placed, typed] : [typed, ...placed]).filter(({ key }) => isKey(key)).map(writtenKeys)
}

function characterOf({ key }: Press): string {
  const capital = key.toUpperCase()
  return NAMES[key] ?? (key.length === 1 && capital.length === 1 ? capital : key)
}

/** Undefined where the place says no more than the character does. */
function placeOf({ key, code, shiftKey, ctrlKey, altKey, metaKey }: Press): string | undefined {
  const isForeign = key === 'Dead' || /^[^\p{ASCII}]$/u.test(key)
  if (isForeign) return /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1]
  const digit = key.length === 1 ? /^Digit(\d)$/.exec(code)?.[1] : undefined
  const isShiftedAlone = shiftKey && !ctrlKey && !altKey && !metaKey
  return isShiftedAlone || (!shiftKey && digit !== key) ? digit : undefined
}
