import { describe, expect, it } from 'vitest'
import { ACA_1 } from './aca-1.ts'
import { type Counted, type CountedMark, QualityCount } from './quality-count.ts'
import { qualityFindings } from './quality-findings.ts'

function pledges(count: number, withTarget: number, length = 40): readonly CountedMark[] {
  return Array.from({ length: count }, (_, i) => ({
    ...{ label: 'commitment', start: i * 100, end: i * 100 + length, certainty: 'sure' },
    roles: i < withTarget ? { target: [{ constant: 'unknown' }] } : {},
  }))
}

const by = (annotator: string, marks: readonly CountedMark[]): Counted => ({ annotator, isDone: true, marks })

function found(...all: readonly Counted[]): readonly string[] {
  const count = new QualityCount(ACA_1, 'gold')
  count.addArticle(all)
  return qualityFindings(count.report(), ACA_1, 'gold')
}

describe('what strikes the eye', () => {
  it('is who leaves a role empty that others fill', () => {
    const sentence = 'Bo leaves 40 % of “commitment” without “Target”; others 5 %.'
    const others = [by('Ana', pledges(50, 48)), by('Cy', pledges(50, 47))]
    expect(found(...others, by('Bo', pledges(100, 60)))).toEqual([sentence])
  })

  it('is nothing where there are too few marks, or where it could well be chance', () => {
    expect(found(by('Ana', pledges(50, 48)), by('Bo', pledges(19, 3)))).toEqual([])
    expect(found(by('Ana', pledges(20, 14)), by('Bo', pledges(20, 9)))).toEqual([])
  })

  it('is nothing that one annotator alone does, and nothing of the gold', () => {
    expect(found(by('Ana', pledges(100, 0)))).toEqual([])
    expect(found(by('Ana', pledges(100, 90)), by('gold', pledges(100, 0)))).toEqual([])
  })

  it('is how unsure somebody is, and which label somebody gives more than others', () => {
    const unsure = pledges(50, 50).map((one) => ({ ...one, certainty: 'unsure' as const }))
    expect(found(by('Ana', pledges(50, 50)), by('Bo', unsure))).toContain(
      'Bo is unsure of 100 % of all marks; others are of 0 %.',
    )
    const actors = pledges(50, 0).map((one) => ({ ...one, label: 'actor' }))
    expect(found(by('Ana', pledges(50, 50)), by('Bo', [...actors, ...pledges(50, 50)]))).toContain(
      '“actor” is 50 % of what Bo marks; of what others mark, 0 %.',
    )
  })

  it('is marks that are half as long again as all others’', () => {
    const others = [by('Ana', pledges(30, 30, 40)), by('Cy', pledges(30, 30, 50))]
    expect(found(...others, by('Bo', pledges(30, 30, 90)))).toEqual([
      '“commitment” is mostly about 90 characters long where Bo marks it; 40 to 50 where others do.',
    ])
  })
})
