import { describe, expect, it } from 'vitest'
import { commandsFor, MENUS } from './commands.ts'
import { ACA_1 } from './domain/aca-1.ts'

const commands = commandsFor(ACA_1)
const repeated = (values: readonly string[]) => values.filter((value, i) => values.indexOf(value) !== i)

describe('the list of commands', () => {
  it('names each once', () => {
    expect(repeated(commands.map(({ id }) => id))).toEqual([])
  })

  it('gives no two of them one key', () => {
    expect(repeated(commands.flatMap(({ keys }) => keys).map((key) => key.toLowerCase()))).toEqual([])
  })

  it('gives no two of one menu one title', () => {
    expect(repeated(commands.map(({ menu, title }) => `${menu}: ${title}`))).toEqual([])
  })

  it('fills every menu, and no other', () => {
    expect(new Set(commands.map(({ menu }) => menu))).toEqual(new Set(MENUS))
  })

  it('writes its keys as modifiers in one order and a key', () => {
    const accelerator =
      /^(CmdOrCtrl\+)?(Alt\+)?(Shift\+)?(F\d+|Plus|Up|Down|Tab|Enter|Delete|Backspace|[^+a-z])$/
    expect(commands.flatMap(({ keys }) => keys).filter((key) => !accelerator.test(key))).toEqual([])
  })

  it('has one command for each label of the scheme, in its order, with its title and its key', () => {
    const marks = commands.filter(({ id }) => id.startsWith('mark.'))
    expect(marks.map(({ id, title, keys }) => [id, title, keys])).toEqual([
      ['mark.actor', 'Actor', ['1']],
      ['mark.commitment', 'Commitment', ['2']],
      ['mark.accusation', 'Accusation', ['3']],
    ])
  })

  it('follows the scheme: without labels there is nothing to mark with', () => {
    const others = commandsFor({ ...ACA_1, labels: [] })
    expect(others).toEqual(commands.slice(ACA_1.labels.length))
  })
})
