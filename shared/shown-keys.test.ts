import { describe, expect, it } from 'vitest'
import { shownKeys, spokenKeys } from './shown-keys.ts'

describe('keys as they are shown', () => {
  it.each([
    ['CmdOrCtrl+Shift+Z', 'Ctrl+Shift+Z', '⇧⌘Z'],
    ['CmdOrCtrl+Plus', 'Ctrl++', '⌘+'],
    ['Alt+Down', 'Alt+Down', '⌥↓'],
    ['Alt+Up', 'Alt+Up', '⌥↑'],
    ['Delete', 'Del', '⌦'],
    ['J', 'J', 'J'],
    ['?', '?', '?'],
  ])('%s is %s, on a Mac %s', (keys, elsewhere, mac) => {
    expect([shownKeys(keys, false), shownKeys(keys, true)]).toEqual([elsewhere, mac])
  })
})

describe('keys as a screen reader is told of them', () => {
  it.each([
    ['CmdOrCtrl+Shift+Z', 'Control+Shift+Z', 'Meta+Shift+Z'],
    ['Alt+Down', 'Alt+ArrowDown', 'Alt+ArrowDown'],
    ['1', '1', '1'],
  ])('%s is %s, on a Mac %s', (keys, elsewhere, mac) => {
    expect([spokenKeys(keys, false), spokenKeys(keys, true)]).toEqual([elsewhere, mac])
  })
})
