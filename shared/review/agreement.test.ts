import { describe, expect, test } from 'vitest'
import type { Annotation } from '#shared/domain/annotation.ts'
import { codedArticle as article, coding, reportOn } from '../testing/agreement-reports.ts'
import { mark } from '../testing/samples.ts'
import { randomFrom } from './agreement/random.ts'
import { MEASURES } from './agreement-report.ts'

const TEXT_LENGTH = 4 * 70
const labelled = (label: string, one: Annotation): Annotation => ({ ...one, label })

/** Marks of one to four words' length anywhere. */
function marksAnywhere(random: () => number, prefix: string): readonly Annotation[] {
  return Array.from({ length: 6 }, (_, i) => {
    const start = Math.floor(random() * (TEXT_LENGTH - 16))
    const label = random() < 0.5 ? 'actor' : 'commitment'
    return labelled(label, mark(`${prefix}${i}`, start, start + 4 + Math.floor(random() * 12)))
  })
}

test('agreement of marks made anywhere is that of chance', () => {
  const random = randomFrom(3)
  const corpus = Array.from({ length: 60 }, (_, i) =>
    article(
      `article-${i}`,
      ...['Ada', 'Ben', 'Cem'].map((name) => coding(name, ...marksAnywhere(random, `${name}${i}-`))),
    ),
  )
  const report = reportOn(corpus, ['Ada', 'Ben', 'Cem'])
  for (const pair of report.pairs) {
    expect(pair.exactF1).toBeLessThan(0.1)
    for (const measure of ['kappa', 'alpha', 'alphaU', 'gamma'] as const) {
      expect(Math.abs(pair[measure] as number)).toBeLessThan(0.1)
    }
  }
  const { fleissKappa, alpha, alphaU, gamma } = report
  for (const value of [fleissKappa, alpha, alphaU, gamma]) expect(Math.abs(value as number)).toBeLessThan(0.1)
})

describe('a report', () => {
  test('of nothing says nothing', () => {
    const { pairs, articles, alpha, gamma, byArticle } = reportOn([], ['Ada', 'Ben'])
    expect({ articles, alpha, gamma, byArticle }).toEqual({
      articles: 0,
      alpha: null,
      gamma: null,
      byArticle: [],
    })
    expect(MEASURES.map((measure) => pairs[0]?.[measure])).toEqual(MEASURES.map(() => null))
  })

  test('of articles without marks knows them, and says nothing of agreement', () => {
    const { articles, pairs, intervals } = reportOn(
      [article('one', coding('Ada'), coding('Ben'))],
      ['Ada', 'Ben'],
    )
    expect([articles, pairs[0]?.articles]).toEqual([1, 1])
    expect(MEASURES.map((measure) => pairs[0]?.[measure])).toEqual(MEASURES.map(() => null))
    expect(intervals.alpha).toBeNull()
  })

  test('counts labels of later articles in those before them', () => {
    const both = (id: string) => [coding('Ada', mark(`${id}a`, 4, 12)), coding('Ben', mark(`${id}b`, 4, 12))]
    const act = labelled('commitment', mark('c', 0, 3))
    const articles = [
      article('first', ...both('1')),
      article('second', coding('Ada', act), coding('Ben', { ...act, id: 'd' })),
    ]
    const { pairs, byLabel } = reportOn(articles, ['Ada', 'Ben'])
    expect(pairs[0]?.byLabel.commitment).toMatchObject({ exactF1: 1, kappa: 1, alpha: 1 })
    expect(byLabel.actor).toMatchObject({ fleissKappa: 1, alpha: 1 })
  })

  test('says on what of aligned marks annotators agree', () => {
    const act = (id: string, rest: Partial<Annotation>): Annotation => ({
      ...labelled('commitment', mark(id, 21, 69)),
      ...rest,
    })
    const ada = coding(
      'Ada',
      { ...mark('a1', 0, 21), actor: 'x' },
      act('a2', { attributes: { force: 'weak' }, roles: { by: [{ mention: 'a1' }] } }),
    )
    const ben = coding(
      'Ben',
      { ...mark('b1', 4, 21), actor: 'y' },
      act('b2', { attributes: { force: 'firm' }, roles: { by: [{ actor: 'y' }] } }),
      mark('b3', 40, 46),
    )
    const { pairs, byArticle } = reportOn([article('one', ada, ben)], ['Ada', 'Ben'], () => 'the minister')
    expect(pairs[0]?.aspects).toMatchObject({
      spans: { compared: 3, agreed: 1, kappa: null },
      labels: { compared: 2, agreed: 2, kappa: 1 },
      roles: { compared: 1, agreed: 1 },
      attributes: { compared: 1, agreed: 0, kappa: 0 },
      actors: { compared: 1, agreed: 1 },
    })
    expect(byArticle[0]).toMatchObject({ differences: 3, groups: 3 })
  })

  test('begins with the article that differs most', () => {
    const same = (id: string) => [coding('Ada', mark(`${id}a`, 4, 12)), coding('Ben', mark(`${id}b`, 4, 12))]
    const { byArticle } = reportOn(
      [article('alike', ...same('1')), article('unlike', coding('Ada', mark('a', 4, 12)), coding('Ben'))],
      ['Ada', 'Ben'],
    )
    expect(byArticle.map(({ articleId }) => articleId)).toEqual(['unlike', 'alike'])
  })

  test('has intervals around its values, from ten articles on', () => {
    const random = randomFrom(5)
    const corpus = Array.from({ length: 10 }, (_, i) => {
      const marks = marksAnywhere(random, `a${i}-`)
      return article(`${i}`, coding('Ada', ...marks), coding('Ben', ...marks.slice(0, 3 + (i % 4))))
    })
    const { pairs, alpha, intervals } = reportOn(corpus, ['Ada', 'Ben'])
    for (const measure of MEASURES) {
      const [pair] = pairs as readonly [(typeof pairs)[number]]
      const [low, high] = pair.intervals[measure] as readonly [number, number]
      expect(low).toBeLessThan(pair[measure] as number)
      expect(high).toBeGreaterThan(pair[measure] as number)
    }
    expect(intervals.alpha?.[0]).toBeLessThan(alpha as number)
    expect(reportOn(corpus.slice(1), ['Ada', 'Ben']).intervals.alpha).toBeNull()
    expect(reportOn(corpus, ['Ada', 'Ben']).pairs[0]?.gamma).toBe(reportOn(corpus, ['Ada', 'Ben']).gamma)
  })
})
