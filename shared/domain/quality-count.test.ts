import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textsWithRecords } from '../testing/arbitraries.ts'
import { ACA_1 } from './aca-1.ts'
import { type Counted, type CountedMark, QualityCount } from './quality-count.ts'
import type { QualityOf, QualityReport } from './quality-report.ts'

const over = (start: number, end: number, rest: Partial<CountedMark> = {}): CountedMark => ({
  ...{ label: 'actor', start, end, roles: {}, certainty: 'sure' },
  ...rest,
})

const by = (annotator: string, marks: readonly CountedMark[], isDone = false): Counted => ({
  annotator,
  isDone,
  marks,
})

function reportOf(articles: readonly (readonly Counted[])[], apart: string | null = null): QualityReport {
  const count = new QualityCount(ACA_1, apart)
  for (const article of articles) count.addArticle(article)
  return count.report()
}

describe('what a dataset is like', () => {
  it('is told of each annotator, and of all together but for the one who is apart', () => {
    const article = [by('gold', [over(0, 4)]), by('Bo', [over(0, 4), over(5, 9)]), by('Ana', [over(0, 4)])]
    const { all, annotators } = reportOf([article], 'gold')
    expect(all.annotations).toBe(3)
    expect(annotators.map(({ annotator, annotations }) => [annotator, annotations])).toEqual([
      ['Ana', 1],
      ['Bo', 2],
      ['gold', 1],
    ])
  })

  it('counts an article once for all, and as done once everybody who opened it is', () => {
    const { all, annotators } = reportOf([
      [by('Ana', [], true), by('Bo', [], false)],
      [by('Ana', [], true), by('Bo', [], true)],
      [by('Bo', [], true)],
    ])
    expect([all.articles, all.done]).toEqual([3, 2])
    expect(annotators.map(({ articles, done }) => [articles, done])).toEqual([
      [2, 2],
      [3, 2],
    ])
  })

  it('has the quartiles of the lengths of each label, gaps left out', () => {
    const inPieces = over(0, 90, {
      fragments: [
        { start: 0, end: 3 },
        { start: 88, end: 90 },
      ],
    })
    const lengths = [1, 2, 3, 4].map((length, i) => over(100 * i, 100 * i + length))
    const { all } = reportOf([[by('Ana', [...lengths, inPieces])]])
    expect(all.byLabel.actor).toMatchObject({ annotations: 5, lengths: [1, 2, 3, 4, 5] })
    expect(all.discontinuous).toBe(1)
  })

  it('counts acts by the roles that somebody fills, also those that nobody does', () => {
    const act = (roles: CountedMark['roles']) => over(0, 9, { label: 'commitment', roles })
    const filled = act({ committer: [{ constant: 'author' }, { actor: 'x' }], target: [] })
    const { roles } = reportOf([[by('Ana', [filled, act({})])]]).all.byLabel.commitment ?? {}
    expect(roles).toMatchObject({ committer: 1, beneficiary: 0, target: 0 })
  })

  it('counts actors that are meant where marks can mean one, and what is unsure or has a note', () => {
    const act = over(20, 30, { label: 'commitment', certainty: 'unsure', note: 'Is it?' })
    const { all } = reportOf([[by('Ana', [over(0, 4, { actor: 'norland' }), over(5, 9), act])]])
    expect(all).toMatchObject({ linked: 1, linkable: 2, unsure: 1, withNote: 1 })
  })

  it('is nothing at all of nothing', () => {
    expect(reportOf([])).toMatchObject({ all: { articles: 0, annotations: 0, byLabel: {} }, annotators: [] })
  })
})

describe('however the articles come', () => {
  const names = ['Ana', 'Bo', 'gold']
  const marks = textsWithRecords.map(({ record }) => [...record.annotations])
  const articles: fc.Arbitrary<readonly (readonly Counted[])[]> = fc.array(
    fc
      .tuple(fc.subarray(names), fc.array(marks, { minLength: 3, maxLength: 3 }), fc.boolean())
      .map(([who, all, isDone]) => who.map((name, i) => by(name, all[i] ?? [], isDone))),
    { maxLength: 6 },
  )

  it('the report is the same', () =>
    fc.assert(
      fc.property(articles, fc.array(fc.nat(), { minLength: 6, maxLength: 6 }), (all, keys) => {
        const mixed = all
          .map((article, i) => ({ article: article.toReversed(), key: keys[i] as number }))
          .sort((a, b) => a.key - b.key)
        expect(reportOf(mixed.map(({ article }) => article))).toEqual(reportOf(all))
      }),
    ))

  const ADDED = [
    'annotations',
    'unsure',
    'withNote',
    'nested',
    'discontinuous',
    'linked',
    'linkable',
  ] as const
  const added = (parts: readonly QualityOf[]) =>
    ADDED.map((key) => parts.reduce((sum, part) => sum + part[key], 0))

  it('the counts of annotators, of labels and of parts of the dataset add up', () =>
    fc.assert(
      fc.property(articles, fc.nat(6), (all, at) => {
        const { all: whole, annotators } = reportOf(all)
        expect(added(annotators)).toEqual(added([whole]))
        const labels = Object.values(whole.byLabel)
        expect(labels.reduce((sum, { annotations }) => sum + annotations, 0)).toBe(whole.annotations)
        const parts = [reportOf(all.slice(0, at)).all, reportOf(all.slice(at)).all]
        expect(added(parts)).toEqual(added([whole]))
        expect(Math.max(...parts.map(({ deepest }) => deepest))).toBe(whole.deepest)
      }),
    ))
})
