import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeEdit } from '#shared/review/review-edits.ts'
import { articleText, mark } from '#shared/testing/samples.ts'
import { countsOf, isLeft, type OpenWork, openWork, reviewed, stopFrom } from './open-work.ts'

const TEXT = 'Norland will pay for two new ferries by June.'
const MARKS = [mark('m1', 0, 7), mark('m2', 8, 20), mark('m3', 21, 28), mark('m4', 29, 36)]
const work = openWork(
  articleText(TEXT),
  {
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
          articleText(TEXT),
          {
            records: JSON.stringify([{ annotator: 'Ana', status: 'done', annotations: MARKS }]),
            reviews: JSON.stringify(reviews),
            unread: [],
          },
          { annotator: 'Ana', reviewer: 'Bo' },
        )
        expect(now.standings).toEqual(anew.standings)
        expect(now.own).toEqual(anew.own)
      }),
    ))

  it('is one annotator’s alone, though another has the same marks with the same ids', () => {
    const records = ['Ana', 'Ben'].map((annotator) => ({ annotator, status: 'done', annotations: MARKS }))
    const answered = { records: JSON.stringify(records), reviews: '[]', unread: [] }
    const worked = (annotator: string, reviews: OpenWork['reviews']) =>
      openWork(
        articleText(TEXT),
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
    expect(countsOf(both)).toMatchObject({ rejected: 1 })
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
})
