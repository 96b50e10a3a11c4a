import { describe, expect, it } from 'vitest'
import { type BoundCommand, commandsFor, SECTIONS } from './commands.ts'
import { ACA_1 } from './domain/aca-1.ts'

const commands = commandsFor(ACA_1)
const onMac = commandsFor(ACA_1, { isMac: true, bindings: {} })
const repeated = (values: readonly string[]) => values.filter((value, i) => values.indexOf(value) !== i)

describe('the list of commands', () => {
  it('names each once', () => {
    expect(repeated(commands.map(({ id }) => id))).toEqual([])
  })

  it('gives no two of them one key', () => {
    const keysOf = (all: readonly BoundCommand[]) =>
      all.flatMap(({ keys }) => keys).map((key) => key.toLowerCase())
    expect(repeated(keysOf(commands))).toEqual([])
    expect(repeated(keysOf(onMac))).toEqual([])
  })

  it('gives no two of one menu one title', () => {
    expect(repeated(commands.map(({ menu, title }) => `${menu}: ${title}`))).toEqual([])
  })

  it('fills every section, and no other', () => {
    expect(new Set(commands.map(({ menu }) => menu))).toEqual(new Set(SECTIONS))
  })

  it('writes its keys as modifiers in one order and a key', () => {
    const accelerator =
      /^(CmdOrCtrl\+)?(Alt\+)?(Shift\+)?(F\d+|Plus|Up|Down|Left|Right|Home|End|Tab|Enter|Escape|Delete|Backspace|[^+a-z])$/
    expect(
      [...commands, ...onMac].flatMap(({ keys }) => keys).filter((key) => !accelerator.test(key)),
    ).toEqual([])
  })

  it('has one command for each label of the scheme, in its order, with its title and its key', () => {
    const marks = commands.filter(({ id }) => id.startsWith('mark.'))
    expect(marks.map(({ id, title, keys }) => [id, title, keys])).toEqual([
      ['mark.actor', 'Actor', ['1']],
      ['mark.commitment', 'Commitment', ['2']],
      ['mark.accusation', 'Accusation', ['3']],
    ])
  })

  it('has one command for each role, attribute and link, with the keys that the scheme gives them', () => {
    const said = commands.filter(({ id }) => /^(role|attribute|link)\./.test(id))
    expect(said.map(({ id, keys }) => `${id} ${keys.join()}`.trim())).toEqual([
      ...ACA_1.roles.map(({ id }) => `role.${id}`),
      'attribute.commitment-force D',
      'attribute.outcome O',
      'attribute.polarity P',
      'attribute.voice V',
      'link.responds-to T',
      'link.same-as Y',
    ])
  })

  it('has one command for attributes of different labels that share a key, and one each for those without', () => {
    const [force, outcome] = ACA_1.attributes
    const attributes = [force, { ...outcome, id: 'a', key: '' }, { ...outcome, id: 'b', key: '' }]
    const ids = commandsFor({ ...ACA_1, attributes: attributes as typeof ACA_1.attributes })
      .map(({ id }) => id)
      .filter((id) => id.startsWith('attribute.'))
    expect(ids).toEqual(['attribute.commitment-force', 'attribute.a', 'attribute.b'])
  })

  it('follows the scheme: without labels there is nothing to mark with', () => {
    const others = commandsFor({ ...ACA_1, labels: [] })
    expect(others).toEqual(commands.filter(({ id }) => !id.startsWith('mark.')))
  })

  it('has for every motion of the caret one that selects on the way, on the same key with Shift', () => {
    const keysOf = (id: string) => onMac.find((command) => command.id === id)?.keys
    const motions = onMac.map(({ id }) => id).filter((id) => id.startsWith('caret.'))
    expect(motions).toHaveLength(10)
    for (const id of motions) {
      const shifted = keysOf(id)?.map((key) => key.replace(/([^+]+)$/, 'Shift+$1'))
      expect(keysOf(id.replace('caret', 'extend'))).toEqual(shifted)
    }
  })

  it('has the keys that an analyst gave it, in the place of its own; none is possible too', () => {
    const bindings = { 'find.open': ['CmdOrCtrl+Alt+F'], 'mark.actor': ['Q'], 'go.reader': [] }
    const bound = commandsFor(ACA_1, { isMac: false, bindings })
    const changed = bound.filter(({ keys }, i) => keys.join() !== commands[i]?.keys.join())
    expect(changed.map(({ id, keys }) => [id, keys])).toEqual([
      ['mark.actor', ['Q']],
      ['find.open', ['CmdOrCtrl+Alt+F']],
      ['go.reader', []],
    ])
  })
})
