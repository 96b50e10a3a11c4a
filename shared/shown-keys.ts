import { partsOf } from './domain/accelerator.ts'

const ELSEWHERE: Readonly<Record<string, string>> = {
  CmdOrCtrl: 'Ctrl',
  Plus: '+',
  Delete: 'Del',
  Escape: 'Esc',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
}
const ON_MAC: Readonly<Record<string, string>> = {
  Plus: '+',
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
  Enter: '↩',
  Tab: '⇥',
  Escape: 'esc',
  Delete: '⌦',
  Backspace: '⌫',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
}

/** Keys as they are shown to people: "Ctrl+Shift+Z" or "⇧⌘Z". */
export function shownKeys(written: string, isMac: boolean): string {
  if (!isMac)
    return written
      .split('+')
      .map((part) => ELSEWHERE[part] ?? part)
      .join('+')
  const { key, command, shift, alt } = partsOf(written)
  return `${alt ? '⌥' : ''}${shift ? '⇧' : ''}${command ? '⌘' : ''}${ON_MAC[key] ?? key}`
}

const SPOKEN: Readonly<Record<string, string>> = {
  Plus: '+',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
}

/** Keys as `aria-keyshortcuts` has them: "Control+Shift+Z". */
export function spokenKeys(written: string, isMac: boolean): string {
  return written
    .replace('CmdOrCtrl', isMac ? 'Meta' : 'Control')
    .split('+')
    .map((part) => SPOKEN[part] ?? part)
    .join('+')
}
