import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { emptyHistory, type History, remember, type Step, stepBack, stepForward } from './history.ts'

const step = (name: string): Step => ({ articleId: 'an-article', edit: { name, changes: [] } })
const names = ({ done, undone }: History) => ({
  done: done.map(({ edit }) => edit.name),
  undone: undone.map(({ edit }) => edit.name),
})

it('behaves as a tape: a cursor among the steps that stepping moves and a new step cuts off', () => {
  const moves = fc.array(fc.constantFrom('remember', 'back', 'forward'), { maxLength: 40, size: 'max' })
  return fc.assert(
    fc.property(moves, (moves) => {
      let history = emptyHistory
      let tape: string[] = []
      let cursor = 0
      moves.forEach((move, i) => {
        if (move === 'remember') {
          history = remember(history, step(`${i}`))
          tape = [...tape.slice(0, cursor), `${i}`]
          cursor = tape.length
        } else {
          history = move === 'back' ? stepBack(history) : stepForward(history)
          cursor = Math.min(tape.length, Math.max(0, cursor + (move === 'back' ? -1 : 1)))
        }
        expect(names(history)).toEqual({ done: tape.slice(0, cursor), undone: tape.slice(cursor).reverse() })
      })
    }),
  )
})

it('forgets the oldest beyond a thousand steps', () => {
  let history = emptyHistory
  for (let i = 0; i < 1002; i++) history = remember(history, step(`${i}`))
  const { done } = names(history)
  expect([done.length, done[0], done.at(-1)]).toEqual([1000, '2', '1001'])
})

it('undoes in one go what was typed in one go', () => {
  const typing = 'the note'
  const typed = (before: string, after: string, going = typing): Step => ({
    articleId: 'a',
    edit: { name: 'Change notes', changes: [{ kind: 'notes', before, after }] },
    typing: going,
  })
  const history = [typed('', 'h'), typed('h', 'hi'), typed('hi', 'hi!', 'another')].reduce(
    remember,
    emptyHistory,
  )
  expect(history.done.map(({ edit }) => edit.changes)).toEqual([
    [{ kind: 'notes', before: '', after: 'hi' }],
    [{ kind: 'notes', before: 'hi', after: 'hi!' }],
  ])
})
