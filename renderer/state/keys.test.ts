import { describe, expect, it } from 'vitest'
import { ACA_1 } from '#shared/domain/aca-1.ts'
import type { Bindings } from '#shared/domain/accelerator.ts'
import { desk } from './desk.ts'
import { type Bound, boundIn, keysIn, withKeys } from './keys.ts'

const { preferences } = desk.getInitialState()
const state = (keys: Bindings, platform = 'linux') => ({
  workspace: null,
  platform,
  preferences: { ...preferences, keys },
})

describe('the commands with their keys', () => {
  it('are made once for as long as nothing of it changes', () => {
    const given = state({ 'mark.actor': ['Q'] })
    const bound = boundIn(given)
    expect(boundIn({ ...given })).toBe(bound)
    expect(boundIn({ ...given, platform: 'darwin' })).not.toBe(bound)
    expect(boundIn(state({}))).not.toBe(bound)
  })

  it('are those of the labels of the workspace, or else of the scheme that comes with the app', () => {
    expect(boundIn(state({})).scheme).toBe(ACA_1)
  })

  it('are found by the keys that they were given, and no more by those they came with', () => {
    const { byKeys } = boundIn(state({ 'annotation.unsure': ['Q'] }))
    expect([byKeys.get('Q')?.id, byKeys.get('U')?.id]).toEqual(['annotation.unsure', undefined])
  })

  it('of which two were given one key by a file are found by it as the list has them, the first first', () => {
    expect(boundIn(state({ 'help.keys': ['Q'], 'select.widen': ['Q'] })).byKeys.get('Q')?.id).toBe(
      'select.widen',
    )
  })
})

describe('the keys that are shown', () => {
  const shown = (bound: Bound) => keysIn(bound, 'export.dataset')

  it('are the first of a command, as the system writes them', () => {
    expect(shown(boundIn(state({})))).toEqual({ shown: 'Ctrl+E', spoken: 'Control+E' })
    expect(shown(boundIn(state({}, 'darwin')))).toEqual({ shown: '⌘E', spoken: 'Meta+E' })
  })

  it('are left out where there are none', () => {
    const none = shown(boundIn(state({ 'export.dataset': [] })))
    expect([withKeys('Export', none), withKeys('Export', shown(boundIn(state({}))))]).toEqual([
      'Export',
      'Export (Ctrl+E)',
    ])
  })
})
