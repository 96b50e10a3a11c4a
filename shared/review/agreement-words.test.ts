import { expect, it } from 'vitest'
import {
  type AgreementReport,
  ASPECTS,
  type AspectAgreement,
  type PairAgreement,
} from './agreement-report.ts'
import { caution, headline, intervalWords, numberWords, verdictOf } from './agreement-words.ts'

const measured = { exactF1: null, overlapF1: null, kappa: null, alpha: null, alphaU: null, gamma: null }
const together = { fleissKappa: null, alpha: null, alphaU: null, gamma: null }

type Kappas = Partial<Record<keyof PairAgreement['aspects'], number>>

function pair(kappas: Kappas, compared: number): PairAgreement {
  const aspects = Object.fromEntries(
    ASPECTS.map((aspect) => [aspect, { compared, agreed: 0, kappa: kappas[aspect] ?? null }]),
  ) as Record<keyof PairAgreement['aspects'], AspectAgreement>
  return { ...measured, a: 'Ana', b: 'Bo', articles: 4, intervals: measured, aspects, byLabel: {} }
}

function report(alphas: Readonly<Record<string, number | null>>, rest: Partial<AgreementReport> = {}) {
  const byLabel = Object.fromEntries(
    Object.entries(alphas).map(([label, alpha]) => [label, { ...together, alpha }]),
  )
  const annotators = ['Ana', 'Bo']
  const base = {
    ...together,
    annotators,
    articles: 4,
    pairs: [],
    intervals: together,
    byArticle: [],
    seed: 1,
  }
  return { ...base, byLabel, ...rest } as AgreementReport
}

const said = (about: AgreementReport): string =>
  headline({ report: about, titleOf: (label) => label.toUpperCase() })

it('judges by Krippendorff’s bounds, which belong to the better side', () => {
  expect([0.8, 0.799, 0.667, 0.666, -1].map(verdictOf)).toEqual([
    'well',
    'fairly',
    'fairly',
    'poorly',
    'poorly',
  ])
})

it('says on what two agree well, and on what less', () => {
  const about = report(
    { actor: 0.7, commitment: 0.9, accusation: 0.85 },
    { pairs: [pair({ labels: 0.81, roles: 0.2 }, 10)] },
  )
  expect(said(about)).toBe(
    'Ana and Bo agree well on what is marked as COMMITMENT or ACCUSATION and on which label a mark has; ' +
      'fairly on what is marked as ACTOR; poorly on who fills the roles.',
  )
})

it('says nothing of what was hardly compared, or of which a measure says nothing', () => {
  const about = report({ actor: 0.9, accusation: null }, { pairs: [pair({ roles: 0.1 }, 9)] })
  expect(said(about)).toBe('Ana and Bo agree well on what is marked as ACTOR.')
})

it('speaks of many annotators and many labels by their number', () => {
  const annotators = ['Ana', 'Bo', 'Cy', 'Di']
  const about = report({ a: 0.9, b: 0.9, c: 0.9, d: 0.9, e: 0.9 }, { annotators })
  expect(said(about)).toBe('The 4 annotators agree well on what is marked as A, B, C or 2 other labels.')
})

it('says that there is too little to say anything', () => {
  expect(said(report({}))).toBe('There is too little marked to say how far Ana and Bo agree.')
})

it('is cautious where the interval reaches over a bound, or articles are few', () => {
  const with95 = (low: number, high: number) =>
    caution(report({}, { articles: 10, alpha: 0.85, intervals: { ...together, alpha: [low, high] } }))
  expect(with95(0.81, 0.9)).toBeNull()
  expect(with95(0.79, 0.9)).toContain('from 0.79 to 0.90')
  expect(caution(report({}, { articles: 9, alpha: 0.85 }))).toContain('fewer than 10 articles')
  expect(caution(report({}))).toBeNull()
})

it('writes numbers with two digits, and a dash for none', () => {
  expect([0.8, -0.126, -0.001, null].map(numberWords)).toEqual(['0.80', '-0.13', '0.00', '–'])
  expect([intervalWords([0.5, 0.75]), intervalWords(null)]).toEqual(['0.50 to 0.75', '–'])
})
