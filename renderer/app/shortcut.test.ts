import { describe, expect, it } from 'vitest'
import { commandsFor } from '#shared/commands.ts'
import { ACA_1 } from '#shared/domain/aca-1.ts'
import { type Press, pressedKeys } from './shortcut.ts'

/** A key press written as its modifiers and what the keyboard made of the key: `ctrl shift Z`. */
function press(written: string): Press {
  const parts = written.split(' ')
  return {
    key: parts.at(-1) as string,
    code: '',
    ctrlKey: parts.includes('ctrl'),
    metaKey: parts.includes('meta'),
    shiftKey: parts.includes('shift'),
    altKey: parts.includes('alt'),
  }
}

const isPress = (given: Press, keys: string, isMac: boolean) => pressedKeys(given, isMac).includes(keys)
const elsewhere = (written: string, keys: string) => isPress(press(written), keys, false)
const onMac = (written: string, keys: string) => isPress(press(written), keys, true)

describe('a key press', () => {
  it.each([
    ['j', 'J'],
    ['J', 'J'],
    ['ctrl z', 'CmdOrCtrl+Z'],
    ['ctrl shift Z', 'CmdOrCtrl+Shift+Z'],
    ['F3', 'F3'],
    ['shift F3', 'Shift+F3'],
    ['alt ArrowDown', 'Alt+Down'],
    ['alt 1', 'Alt+1'],
    ['ctrl Enter', 'CmdOrCtrl+Enter'],
    ['Tab', 'Tab'],
    ['ctrl +', 'CmdOrCtrl+Plus'],
    ['ctrl =', 'CmdOrCtrl+='],
    ['ctrl -', 'CmdOrCtrl+-'],
  ])('%s is %s', (written, keys) => {
    expect(elsewhere(written, keys)).toBe(true)
  })

  it.each([
    ['shift J', 'J'],
    ['ctrl j', 'J'],
    ['alt j', 'J'],
    ['meta j', 'J'],
    ['ctrl shift Z', 'CmdOrCtrl+Z'],
    ['ctrl z', 'CmdOrCtrl+Shift+Z'],
    ['ctrl alt z', 'CmdOrCtrl+Z'],
    ['ctrl meta z', 'CmdOrCtrl+Z'],
    ['z', 'CmdOrCtrl+Z'],
    ['shift F3', 'F3'],
    ['shift Tab', 'Tab'],
    ['1', 'Alt+1'],
    ['alt 1', '1'],
    ['k', 'J'],
  ])('%s is not %s', (written, keys) => {
    expect(elsewhere(written, keys)).toBe(false)
  })

  it.each([
    ['shift ?', '?'],
    ['?', '?'],
    ['ctrl shift +', 'CmdOrCtrl+Plus'],
    ['shift 1', '1'],
    ['ctrl shift 0', 'CmdOrCtrl+0'],
  ])('%s is %s: some keyboards need Shift for it', (written, keys) => {
    expect(elsewhere(written, keys)).toBe(true)
  })

  it('takes the command key on a Mac, and Control everywhere else', () => {
    expect([onMac('meta z', 'CmdOrCtrl+Z'), onMac('ctrl z', 'CmdOrCtrl+Z')]).toEqual([true, false])
    expect([elsewhere('meta z', 'CmdOrCtrl+Z'), elsewhere('ctrl z', 'CmdOrCtrl+Z')]).toEqual([false, true])
  })
})

const at = (code: string, written: string): Press => ({ ...press(written), code })

/** What an American keyboard makes of an accelerator. */
function typed(keys: string, isMac: boolean): Press {
  const parts = keys.split('+')
  const key = parts.at(-1) as string
  const command = parts.includes('CmdOrCtrl')
  if (/^Shift\+\d$/.test(keys)) return at(`Digit${key}`, `shift ${')!@#$%^&*('.charAt(Number(key))}`)
  return {
    key: key === 'Plus' ? '+' : key.replace(/^(Up|Down|Left|Right)$/, 'Arrow$1'),
    code: '',
    ctrlKey: command && !isMac,
    metaKey: command && isMac,
    shiftKey: parts.includes('Shift') || key === '?' || key === 'Plus',
    altKey: parts.includes('Alt'),
  }
}

describe.each([
  ['a Mac', true],
  ['any other computer', false],
])('on %s', (_, isMac) => {
  const all = commandsFor(ACA_1, { isMac, bindings: {} }).flatMap(({ keys }) => keys)

  it.each(all)('%s is pressed by its own keys and by those of no other command', (keys) => {
    expect(all.filter((other) => isPress(typed(other, isMac), keys, isMac))).toEqual([keys])
  })
})

describe('a keyboard that is not American', () => {
  it.each([
    ['о', 'KeyJ', ['О', 'J']],
    ['shift О', 'KeyJ', ['Shift+О', 'Shift+J']],
    ['ctrl я', 'KeyZ', ['CmdOrCtrl+Я', 'CmdOrCtrl+Z']],
    ['ξ', 'KeyJ', ['Ξ', 'J']],
    ['۱', 'Digit1', ['۱', '1']],
    ['ö', 'Semicolon', ['Ö']],
    ['z', 'KeyY', ['Z']],
    ['q', 'KeyA', ['Q']],
  ])('means by %s at %s %j', (written, code, keys) => {
    expect(pressedKeys(at(code, written), false)).toEqual(keys)
  })

  it.each([
    ['shift !', 'Digit1', ['!', 'Shift+1']],
    ['shift "', 'Digit2', ['"', 'Shift+2']],
    ['shift §', 'Digit3', ['§', 'Shift+3']],
    ['shift 1', 'Digit1', ['Shift+1', '1']],
    ['&', 'Digit1', ['&', '1']],
    ['ctrl &', 'Digit1', ['CmdOrCtrl+&', 'CmdOrCtrl+1']],
    ['1', 'Digit1', ['1']],
    ['ctrl shift =', 'Digit0', ['CmdOrCtrl+=']],
  ])('means by %s at %s, where there is a digit, %j', (written, code, keys) => {
    expect(pressedKeys(at(code, written), false)).toEqual(keys)
  })

  it('is a Mac with Option down, which makes other characters', () => {
    expect(pressedKeys(at('Digit1', 'alt ¡'), true)).toEqual(['Alt+¡', 'Alt+1'])
    expect(pressedKeys(at('KeyN', 'alt Dead'), true)).toEqual(['Alt+N'])
  })
})

describe('no keys of a command', () => {
  it.each(['shift Shift', 'ctrl Control', 'Dead', 'Process', 'Unidentified', 'meta J'])(
    'are pressed by %s',
    (written) => {
      expect(pressedKeys(press(written), false)).toEqual([])
    },
  )
})
