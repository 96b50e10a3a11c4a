import { describe, expect, it } from 'vitest'
import { commandsFor } from '#shared/commands.ts'
import { ACA_1 } from '#shared/domain/aca-1.ts'
import { fitsKeys } from './keyboard-filter.ts'

const all = commandsFor(ACA_1)
const found = (typed: string) =>
  all.filter((command) => fitsKeys(command, typed, false)).map(({ title }) => title)

describe('the filter of the keyboard sheet', () => {
  it.each([
    ['w', ['Widen: word, clause, sentence, paragraph']],
    ['ctrl+e', ['End of the article', 'Export dataset as JSON…', 'Done, and on to the next article']],
    ['unsure', ['Unsure', 'Next unsure annotation, anywhere']],
    ['GO next article', ['Next article']],
    ['shift+w', ['Narrow again']],
    ['zzz', []],
  ])('finds by “%s” %j', (typed, titles) => {
    expect(found(typed).toSorted()).toEqual(titles.toSorted())
  })

  it('leaves all in when nothing is typed', () => {
    expect(found(' ')).toHaveLength(all.length)
  })
})
