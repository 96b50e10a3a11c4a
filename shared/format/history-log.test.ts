import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ACA_1 } from '../domain/aca-1.ts'
import { emptyCleaning } from '../domain/cleaning-rule.ts'
import { applyEdit } from '../domain/edit.ts'
import { afterMove, emptyHistory, type History, type Move, type Step, undoing } from '../domain/history.ts'
import { emptyRecord } from '../domain/record.ts'
import { emptyRegistry } from '../domain/registry.ts'
import { emptyReview } from '../domain/review.ts'
import { emptyTeam } from '../domain/team.ts'
import { recordsWithEdits } from '../testing/edit-sequences.ts'
import { HISTORY_HEAD, historyLine, readHistoryLog, writeHistoryLog } from './history-log.ts'

/** What an analyst does and takes back, in any order. */
const moves: fc.Arbitrary<readonly Move[]> = recordsWithEdits.chain(({ edits }) =>
  fc
    .array(fc.tuple(fc.nat(4), fc.constantFrom('undo' as const, 'redo' as const)), { maxLength: 20 })
    .map((choices) =>
      choices.map(([choice, kind], i): Move => {
        const edit = edits[choice]
        const typing = i % 3 === 0 ? { typing: 'a field' } : {}
        return edit ? { kind: 'do', step: { articleId: 'an-article', edit, ...typing } } : { kind }
      }),
    ),
)

/** What a kill may have left the record in the midst of is beside the point here. */
const read = (content: string) => {
  const { history, lines } = readHistoryLog(content)
  const whole = ({ parts: _, ...step }: Step): Step => step
  return { history: { done: history.done.map(whole), undone: history.undone.map(whole) }, lines }
}

const historyOf = (all: readonly Move[]): History => all.reduce(afterMove, emptyHistory)
const fileOf = (all: readonly Move[]): string => HISTORY_HEAD + all.map(historyLine).join('')

describe('the history’s file', () => {
  it('line by line gives the history that was', () =>
    fc.assert(
      fc.property(moves, (all) => {
        expect(read(fileOf(all))).toEqual({ history: historyOf(all), lines: all.length })
      }),
    ))

  it('written anew gives the same history', () =>
    fc.assert(
      fc.property(moves, (all) => {
        const history = historyOf(all)
        expect(read(writeHistoryLog(history)).history).toEqual(history)
      }),
    ))

  it('cut off anywhere by a kill gives the history of its whole lines', () =>
    fc.assert(
      fc.property(moves, fc.nat(100), (all, cut) => {
        const file = fileOf(all)
        const torn = file.slice(0, Math.max(HISTORY_HEAD.length, file.length - cut))
        const whole = torn.split('\n').length - 2
        expect(read(torn)).toEqual({ history: historyOf(all.slice(0, whole)), lines: whole })
      }),
    ))

  it.each([
    ['nothing', ''],
    ['something else', 'hello\n'],
    ['a newer version', HISTORY_HEAD.replace('1', '2')],
  ])('that holds %s is no history', (_, content) => {
    expect(readHistoryLog(content)).toEqual({ history: emptyHistory, lines: 0 })
  })

  it('forgets what came before a line that cannot be read', () => {
    const step = (name: string): Move => ({
      kind: 'do',
      step: { articleId: 'an-article', edit: { name, changes: [] } },
    })
    for (const spoilt of ['{"kind":"do"}', '{"kind":', '']) {
      const content = `${fileOf([step('before')])}${spoilt}\n${historyLine(step('after'))}`
      expect(readHistoryLog(content).history).toEqual(historyOf([step('after')]))
    }
  })

  it('knows what the newest steps were joined of, so that as much is undone as a kill left of them', () => {
    const note = (before: string, after: string): Move => ({
      kind: 'do',
      step: {
        articleId: 'an-article',
        edit: { name: 'Change notes', changes: [{ kind: 'notes', before, after }] },
        typing: 'the notes',
      },
    })
    const [step] = readHistoryLog(fileOf([note('', 'a'), note('a', 'ab'), note('ab', 'abc')])).history.done
    for (const notes of ['a', 'ab', 'abc']) {
      const left = { ...emptyRecord, notes }
      const documents = {
        record: left,
        registry: emptyRegistry,
        scheme: ACA_1,
        cleaning: emptyCleaning,
        review: emptyReview,
        team: emptyTeam,
      }
      expect(applyEdit(left, undoing(step as Step, documents)).notes).toBe('')
    }
  })
})
