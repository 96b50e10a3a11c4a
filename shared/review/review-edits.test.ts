import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '../domain/annotation.ts'
import { applyTo, invertEdit } from '../domain/edit.ts'
import { emptyReview, OUTCOMES } from '../domain/review.ts'
import { mark, now } from '../testing/samples.ts'
import { standingsOf } from './mark-standing.ts'
import { MarksHere } from './marks-here.ts'
import { isWaiting, reviewCounts, waitingFor } from './review-counts.ts'
import { commentEdit, judgeEdit, resolveEdit, type Verdict } from './review-edits.ts'
import { threadsOf } from './threads.ts'

const speaker = (by: string, day = 1) => {
  let last = 0
  return { by, now: `2026-02-0${day}T00:00:00.000Z`, newId: () => `${by}-${day}-${++last}` }
}

const marks = [mark('m1', 0, 4), mark('m2', 5, 9), mark('m3', 10, 14)]
const ana = { annotator: 'Ana', annotations: marks }
const here = new MarksHere([ana, { ...ana, annotator: 'Ben' }])
const outcomes = fc.constantFrom(...OUTCOMES.filter((one) => one !== 'discuss'), null)
const rounds = fc.array(
  fc.array(fc.record({ annotator: fc.constant('Ana'), mark: fc.constantFrom(...marks), outcome: outcomes }), {
    minLength: 1,
    maxLength: 1,
  }),
  { maxLength: 8 },
)

const judged = (all: readonly (readonly Verdict[])[]) =>
  all.reduce(
    (review, verdicts, i) =>
      applyTo('review', review, judgeEdit(review, verdicts, speaker('Bo', i + 1), here)),
    emptyReview,
  )

const asRead = (annotator: string, review = emptyReview) => ({
  annotator,
  judgements: [...review.judgements.values()],
  comments: [...review.comments.values()],
})

describe('edits of a review', () => {
  it('leave the last that was said of each mark, and nothing else', () =>
    fc.assert(
      fc.property(rounds, (all) => {
        const standings = standingsOf(ana, [asRead('Bo', judged(all))], here)
        for (const one of marks) {
          const last = all.flat().findLast((verdict) => verdict.mark === one)
          expect(standings.get(one.id)?.outcome).toBe(last?.outcome ?? 'open')
          expect(standings.get(one.id)?.judgements.length).toBe(last?.outcome ? 1 : 0)
        }
      }),
    ))

  it('are taken back whole', () =>
    fc.assert(
      fc.property(rounds, outcomes, (all, outcome) => {
        const before = judged(all)
        const verdicts = marks.map((one) => ({ annotator: 'Ana', mark: one, outcome }))
        const edit = judgeEdit(before, verdicts, speaker('Bo', 9), here)
        expect(applyTo('review', applyTo('review', before, edit), invertEdit(edit))).toEqual(before)
      }),
    ))

  it('leave what the reviewer said of another annotator’s mark of the same id', () => {
    const [one] = marks as [Annotation, ...Annotation[]]
    const both = judged([
      [{ annotator: 'Ana', mark: one, outcome: 'accepted' }],
      [{ annotator: 'Ben', mark: one, outcome: 'rejected' }],
    ])
    expect([...both.judgements.values()].map(({ outcome }) => outcome)).toEqual(['accepted', 'rejected'])
  })

  it('leave another reviewer’s judgements alone', () => {
    const bo = judged([[{ annotator: 'Ana', mark: marks[0] as never, outcome: 'accepted' }]])
    const edit = judgeEdit(
      bo,
      [{ annotator: 'Ana', mark: marks[0] as never, outcome: null }],
      speaker('Cy'),
      here,
    )
    expect(edit.changes).toEqual([])
  })

  it('say what they do in the words of a menu', () => {
    const verdicts = marks.map((one) => ({ annotator: 'Ana', mark: one, outcome: 'accepted' as const }))
    expect(judgeEdit(emptyReview, verdicts, speaker('Bo'), here).name).toBe('Accept 3 marks')
    expect(judgeEdit(emptyReview, verdicts.slice(2), speaker('Bo'), here).name).toBe('Accept')
  })
})

describe('what an annotator has to answer', () => {
  const about = { annotator: 'Ana', id: 'm1' }
  const [first] = marks
  const rejected = judged([[{ annotator: 'Ana', mark: first as never, outcome: 'rejected' }]])
  const answer = (...edits: readonly ReturnType<typeof commentEdit>[]) =>
    asRead(
      'Ana',
      edits.reduce((review, edit) => applyTo('review', review, edit), emptyReview),
    )
  const waiting = (
    now: readonly (typeof marks)[number][],
    ...reviews: readonly ReturnType<typeof asRead>[]
  ) => waitingFor('Ana', standingsOf({ ...ana, annotations: now }, reviews, here), threadsOf(reviews, here))

  it('is a rejection, until she deletes the mark, changes it or says a word', () => {
    const bo = asRead('Bo', rejected)
    expect(waiting(marks, bo)).toEqual(['m1'])
    expect(waiting(marks.slice(1), bo)).toEqual([])
    expect(waiting([{ ...mark('m1', 0, 6), updated: '2026-02-09' }], bo)).toEqual([])
    expect(waiting([{ ...mark('m1', 0, 6), updated: now }], bo)).toEqual(['m1'])
    expect(waiting(marks, bo, answer(commentEdit(about, 'It stays.', speaker('Ana', 2))))).toEqual([])
    expect(waiting(marks, bo, answer(resolveEdit(about, 'resolved', '', speaker('Ana', 2))))).toEqual([])
  })

  it('is a thread whose last word is another’s, though it is about the whole article', () => {
    const whole = { annotator: 'Ana', id: null }
    const bo = asRead('Bo', applyTo('review', emptyReview, commentEdit(whole, 'Well done', speaker('Bo'))))
    expect(waiting(marks, bo)).toEqual([null])
    expect(waiting(marks, bo, answer(resolveEdit(whole, 'resolved', '', speaker('Ana', 2))))).toEqual([])
    const again = commentEdit(whole, 'One more', speaker('Bo', 3))
    const thanks = answer(commentEdit(whole, 'Thanks', speaker('Ana', 2)))
    expect(waiting(marks, bo, thanks)).toEqual([])
    expect(waiting(marks, bo, thanks, asRead('Cy', applyTo('review', emptyReview, again)))).toEqual([null])
  })

  it('is never what was accepted, or what nobody has spoken of', () => {
    const accepted = judged([[{ annotator: 'Ana', mark: first as never, outcome: 'accepted' }]])
    const standings = standingsOf(ana, [asRead('Bo', accepted)], here)
    for (const standing of standings.values()) expect(isWaiting('Ana', standing, undefined)).toBe(false)
    expect(reviewCounts('Ana', standings, [])).toEqual({
      annotations: 3,
      accepted: 1,
      changed: 0,
      rejected: 0,
      outdated: 0,
      threads: 0,
      waiting: 0,
    })
  })
})
