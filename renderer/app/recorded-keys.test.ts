import { describe, expect, it } from 'vitest'
import { type BoundCommand, commandsFor } from '#shared/commands.ts'
import { ACA_1 } from '#shared/domain/aca-1.ts'
import { recordedKeys } from './recorded-keys.ts'
import type { Press } from './shortcut.ts'

const commandOf = (id: string) => commandsFor(ACA_1).find((command) => command.id === id) as BoundCommand

function recorded(written: string, { id = 'select.widen', code = '', isMac = false } = {}) {
  const parts = written.split(' ')
  const press: Press = {
    key: parts.at(-1) as string,
    code,
    ctrlKey: parts.includes('ctrl'),
    metaKey: parts.includes('meta'),
    shiftKey: parts.includes('shift'),
    altKey: parts.includes('alt'),
  }
  return recordedKeys(press, commandOf(id), isMac)
}

describe('where new keys are asked for', () => {
  it.each([
    ['q', 'Q'],
    ['ctrl shift Q', 'CmdOrCtrl+Shift+Q'],
    ['Delete', 'Delete'],
    ['shift ?', '?'],
    ['ctrl Tab', 'CmdOrCtrl+Tab'],
  ])('%s is taken for %j', (written, keys) => {
    expect(recorded(written)).toEqual({ kind: 'taken', keys })
  })

  it('a letter of another alphabet is taken for that of its place, which both keyboards have', () => {
    expect(recorded('й', { code: 'KeyQ' })).toEqual({ kind: 'taken', keys: 'Q' })
    expect(recorded('alt œ', { code: 'KeyQ', isMac: true })).toEqual({ kind: 'taken', keys: 'Alt+Q' })
  })

  it.each([
    ['ctrl Control', 'Ctrl+…'],
    ['ctrl shift Shift', 'Ctrl+Shift+…'],
  ])('%s shows %s and waits', (written, shown) => {
    expect(recorded(written)).toEqual({ kind: 'held', shown })
  })

  it('Escape takes it back and Tab goes on, unless the command comes with them', () => {
    expect([recorded('Escape'), recorded('Tab'), recorded('shift Tab')]).toEqual([
      { kind: 'cancelled' },
      { kind: 'left' },
      { kind: 'left' },
    ])
    expect(recorded('Escape', { id: 'select.none' })).toEqual({ kind: 'taken', keys: 'Escape' })
    expect(recorded('Tab', { id: 'go.under-caret' })).toEqual({ kind: 'taken', keys: 'Tab' })
  })

  it.each(['ctrl c', 'Enter', 'meta j', 'Dead', 'ArrowUp'])('%s is refused with a sentence', (written) => {
    expect(recorded(written)).toMatchObject({ kind: 'refused', sentence: expect.stringMatching(/\.$/) })
  })
})
