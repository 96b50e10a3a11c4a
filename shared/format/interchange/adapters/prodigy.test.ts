import { expect, test } from 'vitest'
import { annotationsIn, linesOf, refusalsIn } from '#shared/testing/reading.ts'
import { exported } from '#shared/testing/round-trip.ts'
import { smallArticle } from '#shared/testing/small-article.ts'
import { prodigy } from './prodigy.ts'

async function written() {
  const { files } = await exported(prodigy, [smallArticle])
  return JSON.parse(new TextDecoder().decode(files.get('')))
}

test('a task has tokens, spans by token, and relations between spans', async () => {
  const { glosswright: _, ...task } = await written()
  const actor = { start: 4, end: 11, token_start: 2, token_end: 2, label: 'actor' }
  const act = { start: 4, end: 30, token_start: 2, token_end: 6, label: 'commitment' }
  const ends = { head: 6, child: 2, head_span: act, child_span: actor, glosswright: { from: 'm1', to: 'm0' } }
  expect(task).toEqual({
    text: '⛴️🚢 Norland will pay for ships.',
    meta: { title: 'Ferries', source: 'The Harbour Post', published: '2026-01-02' },
    tokens: [
      { id: 0, start: 0, end: 2, text: '⛴️', ws: false },
      { id: 1, start: 2, end: 3, text: '🚢', ws: true },
      { id: 2, start: 4, end: 11, text: 'Norland', ws: true },
      { id: 3, start: 12, end: 16, text: 'will', ws: true },
      { id: 4, start: 17, end: 20, text: 'pay', ws: true },
      { id: 5, start: 21, end: 24, text: 'for', ws: true },
      { id: 6, start: 25, end: 30, text: 'ships', ws: false },
      { id: 7, start: 30, end: 31, text: '.', ws: false },
    ],
    spans: [actor, act],
    relations: [
      { ...ends, label: 'speaker' },
      { ...ends, label: 'link:supports' },
    ],
    answer: 'accept',
    _annotator_id: 'Ada',
    _session_id: 'Ada',
  })
})

const text = 'Norland will pay Vesteria.'
const norland = {
  start: 0,
  end: 7,
  token_start: 0,
  token_end: 0,
  label: 'ORG',
  text: 'Norland',
  type: 'span',
}
const vesteria = { start: 17, end: 25, token_start: 3, token_end: 3, label: 'ORG' }

test('tasks of Prodigy’s own are read, with hashes, without tokens, with relations', async () => {
  const task = {
    text,
    _input_hash: -12,
    _task_hash: 34,
    _view_id: 'relations',
    _session_id: 'harbour-ada',
    answer: 'accept',
    spans: [norland, vesteria],
    relations: [
      { head: 0, child: 3, head_span: norland, child_span: vesteria, color: '#fff', label: 'pays' },
    ],
  }
  expect(await annotationsIn(prodigy, linesOf(task))).toEqual([
    {
      id: 'span-1',
      start: 0,
      end: 7,
      label: 'ORG',
      annotator: 'harbour-ada',
      roles: { pays: [{ mention: 'span-2' }] },
    },
    { id: 'span-2', start: 17, end: 25, label: 'ORG', annotator: 'harbour-ada', roles: {} },
  ])
  expect(await annotationsIn(prodigy, linesOf({ text }))).toEqual([])
})

test('what was changed in Prodigy holds: a relation that went is gone, a new one is there', async () => {
  const task = await written()
  const [speaker] = task.relations
  const { glosswright: _, ...fresh } = { ...speaker, label: 'target' }
  const [, act] = await annotationsIn(prodigy, linesOf({ ...task, relations: [fresh] }))
  expect(act?.roles).toEqual({ speaker: [{ constant: 'author' }], target: [{ mention: 'm0' }] })
  expect(act?.links).toBeUndefined()
})

test.each<readonly [string, unknown]>([
  [
    '1: The answer to this task is “reject”, so what it marks does not hold.',
    { text, spans: [norland], answer: 'reject' },
  ],
  [
    '1: A relation in it joins words that are no spans.',
    { text, relations: [{ label: 'x', head_span: norland, child_span: vesteria }] },
  ],
  [
    '1: The mark “ORG” cannot stand in its text. It ends at 70, but the text has only 26.',
    { text, spans: [{ ...norland, end: 70 }] },
  ],
  [
    '1: Something is wrong at “spans.0.start”: expected number, received string.',
    { text, spans: [{ ...norland, start: '0' }] },
  ],
  ['1: Something is wrong at “text”: expected string, received undefined.', { image: 'x.png' }],
])('refused: %s', async (reason, line) => {
  expect(await refusalsIn(prodigy, linesOf(line))).toEqual([said(reason)])
})

const said = (reason: string): string =>
  /cannot stand|Two marks/.test(reason) ? reason : `${reason} Nothing of this record is taken.`
