import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isAccelerator, isChord, isKey, partsOf, writtenKeys } from './accelerator.ts'

describe('keys', () => {
  it.each([
    'J',
    'Shift+J',
    'CmdOrCtrl+Alt+Shift+Left',
    '?',
    '1',
    'Shift+1',
    'CmdOrCtrl+Plus',
    'F24',
    'Ж',
    'É',
    '/',
    'PageUp',
  ])('may be written as %s', (written) => {
    expect(isAccelerator(written)).toBe(true)
  })

  it.each([
    '',
    'j',
    'Ctrl+K',
    'CmdOrCtrl',
    'CmdOrCtrl+',
    'Shift+CmdOrCtrl+Z',
    'Alt+Alt+A',
    '+',
    'F25',
    'F0',
    'Up+Down',
    'Hyper+A',
    'Shift+?',
    ' ',
    '\u0301',
    '\n',
    'AB',
    'J ',
    'CmdOrCtrl+Plus+Plus',
    '__proto__',
  ])('may not be written as %j', (written) => {
    expect(isAccelerator(written)).toBe(false)
  })

  it('come back as they went, written and taken apart', () => {
    const key = fc.oneof(
      fc.constantFrom('Up', 'Plus', 'F3', 'Tab'),
      fc.string({ unit: 'grapheme' }).filter(isKey),
    )
    const keys = fc.record({ command: fc.boolean(), alt: fc.boolean(), shift: fc.boolean(), key })
    void fc.assert(
      fc.property(keys, (parts) => {
        const written = writtenKeys(parts)
        expect(isAccelerator(written)).toBe(true)
        expect(writtenKeys(partsOf(written))).toBe(written)
      }),
    )
  })
})

describe('a chord', () => {
  it.each(['CmdOrCtrl+Z', 'Alt+1', 'F6', 'Shift+F6'])('is %s, which is never text', (keys) => {
    expect(isChord(keys)).toBe(true)
  })

  it.each(['J', '1', '?', 'Tab', 'Delete', 'Backspace', 'F'])('is not %s', (keys) => {
    expect(isChord(keys)).toBe(false)
  })
})
