import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '../domain/annotation.ts'
import { GOLD, type Judgement, type Outcome } from '../domain/review.ts'
import { annotationsOf, texts } from '../testing/arbitraries.ts'
import { mark } from '../testing/samples.ts'
import { standingOf, standingsOf } from './mark-standing.ts'
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
        const standing = standingsOf('Ana', [minister], [reviewOf('Bo', ...judgements)]).get('m1')
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
    expect(standingsOf('Ana', [minister], reviews).get('m1')?.contradicting).toEqual([])
  })

  it('names those who propose different things', () => {
    const propose = (by: string, end: number) =>
      reviewOf(by, judgement('changed', { by, proposal: { ...minister, end } }))
    const contradicting = (end: number) =>
      standingsOf('Ana', [minister], [propose('Bo', 14), propose('Cy', end)]).get('m1')?.contradicting
    expect(contradicting(16)).toEqual(['Bo', 'Cy'])
    expect(contradicting(14)).toEqual([])
  })

  it('is not judged by what was adjudicated', () => {
    expect(standingsOf('Ana', [minister], [reviewOf(GOLD, judgement('rejected'))]).get('m1')?.outcome).toBe(
      'open',
    )
  })

  it('is outdated once its annotator says something else, not when she adds a note or is sure', () => {
    const since = (now: Annotation) => standingOf(now, [judgement('accepted')]).since
    expect(since({ ...minister, note: 'Really?', certainty: 'unsure', updated: at(5) })).toBe('same')
    expect(since({ ...minister, end: 13 })).toBe('outdated')
    expect(since({ ...minister, label: 'commitment' })).toBe('outdated')
    expect(standingOf(minister, [judgement('accepted')], false).since).toBe('outdated')
  })

  it('is followed when it was deleted as rejected, and is kept as it was', () => {
    const standings = standingsOf('Ana', [], [reviewOf('Bo', judgement('rejected'))])
    expect(standings.get('m1')).toMatchObject({ since: 'followed', isThere: false, mark: minister })
  })

  it('leaves marks of others out', () => {
    expect(standingsOf('Cy', [], [reviewOf('Bo', judgement('rejected'))]).size).toBe(0)
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
