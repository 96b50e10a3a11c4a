import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BoundCommand, commandsFor } from './commands.ts'
import { ACA_1 } from './domain/aca-1.ts'
import type { Bindings } from './domain/accelerator.ts'
import { refusalOf, withKeys } from './rebinding.ts'

const shipped = commandsFor(ACA_1)
const commandOf = (id: string) => shipped.find((command) => command.id === id) as BoundCommand
const rebound = (id: string, keys: readonly string[], bindings: Bindings = {}) =>
  withKeys(ACA_1, { isMac: false, bindings }, { id, keys })
const refused = (keys: string, id = 'select.widen') => refusalOf(keys, commandOf(id), false)

describe('a command that is given other keys', () => {
  it('has them in the place of its own', () => {
    expect(rebound('select.widen', ['9'])).toEqual({
      bindings: { 'select.widen': ['9'] },
      sentence: '“Widen: word, clause, sentence, paragraph” has 9 now.',
    })
  })

  it('takes them from the command that has them, and says so', () => {
    expect(rebound('mark.actor', ['U'])).toEqual({
      bindings: { 'mark.actor': ['U'], 'annotation.unsure': [] },
      sentence: 'U was “Unsure”; it is “Actor” now, and “Unsure” has no key.',
    })
  })

  it('leaves that command its other keys', () => {
    expect(rebound('mark.actor', ['/'])).toEqual({
      bindings: { 'mark.actor': ['/'], 'find.open': ['CmdOrCtrl+F'] },
      sentence: '/ was “Find in article”; it is “Actor” now, and “Find in article” keeps Ctrl+F.',
    })
  })

  it('may have none', () => {
    expect(rebound('annotation.unsure', [])).toEqual({
      bindings: { 'annotation.unsure': [] },
      sentence: '“Unsure” has no key now.',
    })
  })

  it('is bound no more once it has the keys it came with', () => {
    const { bindings } = rebound('annotation.unsure', ['9'])
    expect(rebound('annotation.unsure', ['U'], bindings).bindings).toEqual({})
  })

  it('takes its own keys back from the command that was given them', () => {
    const { bindings } = rebound('mark.actor', ['U'])
    expect(rebound('annotation.unsure', ['U'], bindings)).toEqual({
      bindings: { 'mark.actor': [] },
      sentence: 'U was “Actor”; it is “Unsure” now, and “Actor” has no key.',
    })
  })

  it('leaves the bindings of labels that another workspace has', () => {
    expect(rebound('annotation.unsure', ['9'], { 'mark.promise': ['P'] }).bindings).toEqual({
      'mark.promise': ['P'],
      'annotation.unsure': ['9'],
    })
  })

  it('never shares a key with another, whatever is changed in whatever order', () => {
    const changes = fc.array(
      fc.tuple(
        fc.constantFrom(...shipped.map(({ id }) => id)),
        fc.constantFrom(...shipped.flatMap(({ keys }) => keys), '9'),
      ),
    )
    void fc.assert(
      fc.property(changes, fc.boolean(), (all, isMac) => {
        const bindings = all.reduce<Bindings>(
          (before, [id, key]) => withKeys(ACA_1, { isMac, bindings: before }, { id, keys: [key] }).bindings,
          {},
        )
        const keys = commandsFor(ACA_1, { isMac, bindings }).flatMap((command) => command.keys)
        expect(new Set(keys).size).toBe(keys.length)
        for (const [id, key] of all.slice(-1))
          expect(commandsFor(ACA_1, { isMac, bindings }).find((command) => command.id === id)?.keys).toEqual([
            key,
          ])
      }),
    )
  })
})

describe('keys that cannot be given', () => {
  it.each([
    'CmdOrCtrl+C',
    'CmdOrCtrl+Q',
    'F11',
    'Tab',
    'Shift+Tab',
    'Escape',
    'Enter',
    'Shift+Enter',
    'Space',
    'Down',
    'Shift+Left',
    'PageUp',
  ])('%s, and a sentence says why', (keys) => {
    expect(refused(keys)).toMatch(/^\S.*[^.]\. Press .*\.$/)
  })

  it.each([
    'Z',
    'Delete',
    'Backspace',
    'Shift+Q',
    'CmdOrCtrl+Enter',
    'Alt+Left',
    'CmdOrCtrl+Space',
    'Ж',
    '?',
    'F12',
    'CmdOrCtrl+H',
  ])('%s is none of them', (keys) => {
    expect(refused(keys)).toBeNull()
  })

  it('are those of the system, which differ', () => {
    expect(refusalOf('CmdOrCtrl+H', commandOf('select.widen'), true)).toMatch(/^⌘H belongs to the system/)
  })

  it('do not count where a command comes with them', () => {
    expect([
      refused('Tab', 'go.under-caret'),
      refused('Escape', 'select.none'),
      refused('Left', 'caret.left'),
    ]).toEqual([null, null, null])
    expect(refused('Escape', 'go.under-caret')).not.toBeNull()
  })

  it('may be arrows where a command works in the text alone', () => {
    expect([refused('Up', 'caret.left'), refused('Shift+Home', 'extend.start')]).toEqual([null, null])
  })

  it('are none of those that commands come with', () => {
    for (const isMac of [false, true])
      for (const command of commandsFor(ACA_1, { isMac, bindings: {} }))
        for (const keys of command.keys) expect(refusalOf(keys, command, isMac)).toBeNull()
  })
})
