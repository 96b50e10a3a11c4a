import { describe, expect, it } from 'vitest'
import { applyTo } from '#shared/domain/edit.ts'
import { emptyReview, type Judgement, type Outcome, type Review } from '#shared/domain/review.ts'
import { mark } from '#shared/testing/samples.ts'
import { MarksHere } from './marks-here.ts'
import { takenAnswers } from './taking-answers.ts'

const at = (minute: number): string => `2026-01-02T03:0${minute}:00.000Z`

const judged = (id: string, of: string, minute: number, outcome: Outcome = 'accepted'): Judgement => ({
  id,
  about: [{ annotator: 'ana', id: of, as: mark(of, 0, 7) }],
  outcome,
  by: 'Rita',
  created: at(minute),
})

const said = (...judgements: readonly Judgement[]): Review => ({
  ...emptyReview,
  judgements: new Map(judgements.map((one) => [one.id, one])),
})

const take = (here: Review, answered: Review, saved: number) =>
  takenAnswers(here, { said: answered, prefix: 'file-', saved: at(saved) }, new MarksHere([]))

const left = (here: Review, answered: Review, saved: number): readonly string[] => {
  const edit = { name: 'Take', changes: take(here, answered, saved).changes }
  return [...applyTo('review', here, edit).judgements.keys()]
}

describe('answers that are taken', () => {
  it('bring what is new', () => {
    expect(take(emptyReview, said(judged('file-1', 'm1', 1)), 2).judgements).toHaveLength(1)
  })

  it('change nothing when they are taken again', () => {
    const answered = said(judged('file-1', 'm1', 1))
    expect(take(answered, answered, 2)).toMatchObject({ changes: [], same: 1 })
  })

  it('take the place of what the same reviewer has said of the mark before, wherever that was', () => {
    const here = said(judged('own', 'm1', 1), judged('file-0', 'm2', 1))
    expect(left(here, said(judged('file-1', 'm1', 2), judged('file-2', 'm2', 2)), 3)).toEqual([
      'file-1',
      'file-2',
    ])
  })

  it('take back what is not in them any more, and only what came from that file before they were saved', () => {
    const here = said(judged('file-1', 'm1', 1), judged('own', 'm2', 1), judged('file-3', 'm3', 5))
    expect(left(here, emptyReview, 3)).toEqual(['own', 'file-3'])
  })

  it('give way to what was said later', () => {
    const here = said(judged('file-9', 'm1', 5, 'rejected'))
    const { changes, earlier } = take(here, said(judged('file-1', 'm1', 1)), 2)
    expect(changes).toEqual([])
    expect(earlier.map(({ id }) => id)).toEqual(['file-1'])
  })

  it('leave what the reviewer said of another annotator’s mark of the same id', () => {
    const bens = { ...judged('own', 'm1', 1), about: [{ annotator: 'ben', id: 'm1', as: mark('m1', 0, 7) }] }
    expect(left(said(bens), said(judged('file-1', 'm1', 2)), 3)).toEqual(['own', 'file-1'])
  })

  it('leave what others say alone', () => {
    const here = said({ ...judged('own', 'm1', 1), by: 'Otto' })
    expect(left(here, said(judged('file-1', 'm1', 2)), 3)).toEqual(['own', 'file-1'])
  })
})
