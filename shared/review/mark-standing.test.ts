import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '../domain/annotation.ts'
import { GOLD, type Judgement, type Outcome } from '../domain/review.ts'
import { annotationsOf, texts } from '../testing/arbitraries.ts'
import { mark } from '../testing/samples.ts'
import { rejudged, standingOf, standingsOf } from './mark-standing.ts'
import { MarksHere } from './marks-here.ts'
import { saysTheSame, withProposal } from './proposals.ts'
import type { ReviewOf } from './review-of.ts'

const at = (second: number) => `2026-02-01T00:00:0${second}.000Z`
const minister = mark('m1', 4, 12)

type Said = { readonly by?: string; readonly second?: number; readonly as?: Annotation } & Pick<
  Partial<Judgement>,
  'proposal'
>

const judgement = (outcome: Outcome, { by = 'Bo', second = 1, as = minister, ...rest }: Said = {}) => ({
  id: `${by}-${second}`,
  about: [{ annotator: 'Ana', id: as.id, as }],
  outcome,
  by,
  created: at(second),
  ...rest,
})

const reviewOf = (annotator: string, ...judgements: readonly Judgement[]): ReviewOf => ({
  annotator,
  judgements,
  comments: [],
})

/** Ben has copied Ana's work, ids and all. */
const copied = ['Ana', 'Ben'].map((annotator) => ({ annotator, annotations: [minister] }))
const standings = (annotations: readonly Annotation[], reviews: readonly ReviewOf[], annotator = 'Ana') =>
  standingsOf({ annotator, annotations }, reviews, new MarksHere(copied, ['Cy']))

describe('how a mark stands in review', () => {
  it('is open until somebody judges it', () => {
    expect(standingOf(minister, [])).toMatchObject({ outcome: 'open', since: 'same', isThere: true })
  })

  it('has the outcome of the latest judgement of each reviewer, in whatever order they come', () => {
    const said = [
      judgement('accepted', { second: 1 }),
      judgement('rejected', { second: 3 }),
      judgement('accepted', { by: 'Cy', second: 2 }),
    ]
    return fc.assert(
      fc.property(fc.shuffledSubarray(said, { minLength: 3 }), (judgements) => {
        const standing = standings([minister], [reviewOf('Bo', ...judgements)]).get('m1')
        expect(standing).toMatchObject({ outcome: 'rejected', contradicting: ['Bo', 'Cy'] })
        expect(standing?.judgements.map(({ by }) => by)).toEqual(['Bo', 'Cy'])
      }),
    )
  })

  it('names nobody where reviewers say the same', () => {
    const reviews = [
      reviewOf('Bo', judgement('accepted')),
      reviewOf('Cy', judgement('accepted', { by: 'Cy' })),
    ]
    expect(standings([minister], reviews).get('m1')?.contradicting).toEqual([])
  })

  it('names those who propose different things', () => {
    const propose = (by: string, end: number) =>
      reviewOf(by, judgement('changed', { by, proposal: { ...minister, end } }))
    const contradicting = (end: number) =>
      standings([minister], [propose('Bo', 14), propose('Cy', end)]).get('m1')?.contradicting
    expect(contradicting(16)).toEqual(['Bo', 'Cy'])
    expect(contradicting(14)).toEqual([])
  })

  it('is not judged by what was adjudicated', () => {
    expect(standings([minister], [reviewOf(GOLD, judgement('rejected'))]).get('m1')?.outcome).toBe('open')
  })

  it('is outdated once its annotator says something else, not when she adds a note or is sure', () => {
    const since = (now: Annotation) => standingOf(now, [judgement('accepted')]).since
    expect(since({ ...minister, note: 'Really?', certainty: 'unsure', updated: at(5) })).toBe('same')
    expect(since({ ...minister, end: 13 })).toBe('outdated')
    expect(since({ ...minister, label: 'commitment' })).toBe('outdated')
    expect(standingOf(minister, [judgement('accepted')], false).since).toBe('outdated')
  })

  it('is followed when it was deleted as rejected, and is kept as it was', () => {
    const gone = standings([], [reviewOf('Bo', judgement('rejected'))])
    expect(gone.get('m1')).toMatchObject({ since: 'followed', isThere: false, mark: minister })
  })

  it('is the same judged one by one as all at once', () => {
    const said = [judgement('accepted'), judgement('rejected', { by: 'Cy', second: 2 })]
    const one = said.reduce((standing, next) => rejudged(standing, next.by, next), standingOf(minister, []))
    expect(one).toEqual(standings([minister], [reviewOf('Bo', ...said)]).get('m1'))
    expect(rejudged(one, 'Cy', null)).toEqual(standingOf(minister, said.slice(0, 1)))
  })

  it('is not judged by what was said of another annotator’s mark of the same id', () => {
    const reviews = [reviewOf('Bo', judgement('rejected'))]
    expect(standings([minister], reviews).get('m1')?.outcome).toBe('rejected')
    expect(standings([minister], reviews, 'Ben').get('m1')?.outcome).toBe('open')
    expect(standings([], reviews, 'Ben').size).toBe(0)
  })

  it('is judged by what was said of it when its annotator had another name, where that can be told', () => {
    const of = (annotator: string, ...others: readonly string[]) => {
      const here = [annotator, ...others].map((name) => ({ annotator: name, annotations: [minister] }))
      const reviews = [reviewOf('Bo', judgement('rejected'))]
      return standingsOf({ annotator, annotations: [minister] }, reviews, new MarksHere(here)).get('m1')
    }
    expect(of('Ana Ruiz')?.outcome).toBe('rejected')
    expect(of('Ana Ruiz', 'Ben')?.outcome).toBe('open')
  })

  it('leaves marks of others out', () => {
    expect(standings([], [reviewOf('Bo', judgement('rejected'))], 'Cy').size).toBe(0)
  })
})

const proposed = texts.chain((text) =>
  fc.record({ now: annotationsOf(text), judged: annotationsOf(text), proposal: annotationsOf(text) }),
)

describe('a proposal', () => {
  it('is followed by whoever takes it, whatever else was changed since', () =>
    fc.assert(
      fc.property(proposed, ({ now, judged, proposal }) => {
        const as = { ...judged, id: now.id }
        const taken = withProposal(now, as, proposal)
        const standing = standingOf(taken, [judgement('changed', { as, proposal })])
        expect(standing.since).toBe('followed')
      }),
    ))

  it('is the mark that it proposes where the judged one is still there, but for what is its annotator’s own', () =>
    fc.assert(
      fc.property(proposed, ({ judged, proposal }) => {
        const taken = withProposal(judged, judged, proposal)
        expect(saysTheSame(taken, proposal)).toBe(true)
        expect([taken.id, taken.note, taken.certainty, taken.created]).toEqual([
          judged.id,
          judged.note,
          judged.certainty,
          judged.created,
        ])
      }),
    ))

  it('leaves alone what it does not speak of', () => {
    const relabelled = { ...minister, label: 'commitment' }
    expect(withProposal(relabelled, minister, { ...minister, end: 20 })).toEqual({ ...relabelled, end: 20 })
  })

  it('waits while neither it nor anything else was done', () => {
    const waiting = judgement('changed', { proposal: { ...minister, end: 20 } })
    expect(standingOf(minister, [waiting]).since).toBe('same')
    expect(standingOf({ ...minister, end: 15 }, [waiting]).since).toBe('outdated')
  })
})
