import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commentEdit, judgeEdit } from '#shared/review/review-edits.ts'
import { mark } from '#shared/testing/samples.ts'
import { aboutStop, isLeft, type OpenWork, openWork, reviewed, stopFrom, WHOLE } from './open-work.ts'

const TEXT = 'Norland will pay for two new ferries by June.'
const MARKS = [mark('m1', 0, 7), mark('m2', 8, 20), mark('m3', 21, 28), mark('m4', 29, 36)]
const work = openWork(
  { articleId: 'ferries', text: TEXT },
  {
    annotators: ['Ana', 'Bo'],
    records: JSON.stringify([{ annotator: 'Ana', status: 'done', annotations: MARKS }]),
    reviews: '[]',
    unread: [],
  },
  { annotator: 'Ana', reviewer: 'Bo' },
)

const verdicts = fc.array(
  fc.record({
    mark: fc.constantFrom(...MARKS),
    outcome: fc.constantFrom('accepted' as const, 'rejected' as const, null),
  }),
  { maxLength: 10 },
)

const judged = (
  all: readonly { mark: (typeof MARKS)[number]; outcome: 'accepted' | 'rejected' | null }[],
) => {
  let id = 0
  return all.reduce((now, verdict) => {
    const speaker = { by: 'Bo', now: '2026-02-01T00:00:00.000Z', newId: () => `j${id++}` }
    return reviewed(now, judgeEdit(now.own, [{ annotator: 'Ana', ...verdict }], speaker, now.here))
  }, work)
}

describe('the work under review', () => {
  it('stands after edits as it would if it were read anew', () =>
    fc.assert(
      fc.property(verdicts, (all) => {
        const now = judged(all)
        const reviews = now.reviews
        const anew = openWork(
          { articleId: 'ferries', text: TEXT },
          {
            annotators: ['Ana', 'Bo'],
            records: JSON.stringify([{ annotator: 'Ana', status: 'done', annotations: MARKS }]),
            reviews: JSON.stringify(reviews),
            unread: [],
          },
          { annotator: 'Ana', reviewer: 'Bo' },
        )
        expect(now.standings).toEqual(anew.standings)
        expect(now.counts).toEqual(anew.counts)
        expect(now.own).toEqual(anew.own)
      }),
    ))

  it('is one annotator’s alone, though another has the same marks with the same ids', () => {
    const records = ['Ana', 'Ben'].map((annotator) => ({ annotator, status: 'done', annotations: MARKS }))
    const annotators = ['Ana', 'Ben', 'Bo']
    const answered = { annotators, records: JSON.stringify(records), unread: [] }
    const worked = (annotator: string, reviews: OpenWork['reviews']) =>
      openWork(
        { articleId: 'ferries', text: TEXT },
        { ...answered, reviews: JSON.stringify(reviews) },
        { annotator, reviewer: 'Bo' },
      )
    const speaker = { by: 'Bo', now: '2026-02-01T00:00:00.000Z', newId: () => crypto.randomUUID() }
    const verdict = { mark: MARKS[0] as never, outcome: 'rejected' as const }
    const anas = worked('Ana', [])
    const after = reviewed(anas, judgeEdit(anas.own, [{ annotator: 'Ana', ...verdict }], speaker, anas.here))
    const bens = worked('Ben', after.reviews)
    expect(worked('Ana', after.reviews).standings.get('m1')?.outcome).toBe('rejected')
    expect(bens.standings.get('m1')?.outcome).toBe('open')
    const both = reviewed(bens, judgeEdit(bens.own, [{ annotator: 'Ben', ...verdict }], speaker, bens.here))
    expect(both.own.judgements.size).toBe(2)
    expect(both.counts).toMatchObject({ rejected: 1 })
  })

  it('is walked in reading order, over all marks or over what is left', () => {
    const now = judged([{ mark: MARKS[1] as never, outcome: 'accepted' }])
    const walk = (onlyLeft: boolean, direction: 1 | -1) => {
      const stops: string[] = []
      for (
        let at = stopFrom(now, null, { direction, onlyLeft });
        at !== null;
        at = stopFrom(now, at, { direction, onlyLeft })
      )
        stops.push(at)
      return stops
    }
    expect(walk(false, 1)).toEqual(['m1', 'm2', 'm3', 'm4'])
    expect(walk(true, 1)).toEqual(['m1', 'm3', 'm4'])
    expect(walk(true, -1)).toEqual(['m4', 'm3', 'm1'])
    expect(isLeft(now, 'm2')).toBe(false)
  })

  it('is talked of as a whole, and where a mark is gone, behind all marks', () => {
    const speaker = { by: 'Bo', now: '2026-02-01T00:00:00.000Z', newId: () => crypto.randomUUID() }
    const whole = reviewed(work, commentEdit(aboutStop(work, WHOLE), 'Well done', speaker))
    const both = reviewed(whole, commentEdit(aboutStop(work, 'gone'), 'Why not?', speaker))
    const step = (from: string | null, direction: 1 | -1) =>
      stopFrom(both, from, { direction, onlyLeft: false })
    expect(step('m4', 1)).toBe('gone')
    expect(step('gone', 1)).toBe(WHOLE)
    expect(step(WHOLE, 1)).toBeNull()
    expect(step(null, -1)).toBe(WHOLE)
    expect(step(WHOLE, -1)).toBe('gone')
    expect(stopFrom(work, WHOLE, { direction: -1, onlyLeft: false })).toBe('m4')
    expect(isLeft(both, WHOLE)).toBe(false)
    const answer = commentEdit(aboutStop(work, WHOLE), 'Thank you', {
      ...speaker,
      by: 'Ana',
      now: '2026-02-02T00:00:00.000Z',
    })
    expect(isLeft(reviewed(both, answer), WHOLE)).toBe(true)
  })
})
