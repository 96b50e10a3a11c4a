/**
 * Keys are written as Electron writes accelerators ("CmdOrCtrl+Shift+Z", "J", "?"), in one form alone: the modifiers in
 * this order, letters as capitals. Shift is part of how "?" or "+" is typed on some keyboards and not on others: with such
 * a key it does not count and is not written. With a digit it is: "Shift+1" is the place where an American keyboard has 1,
 * with Shift, whatever that types.
 */
export type Keys = {
  readonly command: boolean
  readonly alt: boolean
  readonly shift: boolean
  /** One character, or a name: "Up", "F3", "Plus". */
  readonly key: string
}

/** What an analyst has bound otherwise: the keys of each such command, by its id. */
export type Bindings = Readonly<Record<string, readonly string[]>>

const NAMED =
  /^(Plus|Space|Tab|Enter|Escape|Delete|Backspace|Insert|Home|End|PageUp|PageDown|Up|Down|Left|Right|F([1-9]|1\d|2[0-4]))$/
const CHARACTER = /^[^\p{C}\p{Z}\p{M}\p{Ll}+]$/u

export const isKey = (key: string): boolean => NAMED.test(key) || CHARACTER.test(key)

export function writtenKeys({ command, alt, shift, key }: Keys): string {
  const shiftCounts = key !== 'Plus' && (key.length > 1 || /\p{L}|\d/u.test(key))
  const modifiers = [command && 'CmdOrCtrl', alt && 'Alt', shift && shiftCounts && 'Shift']
  return [...modifiers.filter(Boolean), key].join('+')
}

/** The parts of keys that are written in their one form. */
export function partsOf(written: string): Keys {
  const parts = written.split('+')
  return {
    command: parts.includes('CmdOrCtrl'),
    alt: parts.includes('Alt'),
    shift: parts.includes('Shift'),
    key: parts.at(-1) as string,
  }
}

/** True for keys written in their one form, which is all that may come out of a file. */
export function isAccelerator(written: string): boolean {
  const parts = partsOf(written)
  return isKey(parts.key) && writtenKeys(parts) === written
}

/** True when the keys hold Ctrl, Cmd, Alt or a function key, and so are never text. */
export function isChord(written: string): boolean {
  const { command, alt, key } = partsOf(written)
  return command || alt || /^F\d+$/.test(key)
}
