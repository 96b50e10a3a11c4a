import { describe, expect, it } from 'vitest'
import type { Annotation } from '#shared/domain/annotation.ts'
import { AnnotationSet } from '#shared/domain/annotation-set.ts'
import { linesOf } from '#shared/domain/lines.ts'
import { mark } from '#shared/testing/samples.ts'
import type { OtherMark } from '../../../state/others.ts'
import { otherLooks } from './other-look.ts'

const TEXT = 'Norland will pay for the ships of Vesteria.'

function made(sign: string, ...annotations: readonly Annotation[]): readonly OtherMark[] {
  const by = { annotator: sign, sign, annotations: AnnotationSet.from(annotations), isDashed: sign === 'An' }
  return annotations.map((annotation) => ({ key: `${sign} ${annotation.id}`, annotation, by }))
}

const looksOf = (marks: readonly OtherMark[], cuts: readonly number[] = []) =>
  otherLooks(marks, { window: { start: 0, end: TEXT.length }, lines: linesOf(TEXT), cuts })

describe('others’ marks below one’s own', () => {
  it('lie on a line each, also where two have the same id and the same words', () => {
    const looks = looksOf([...made('An', mark('a', 0, 7)), ...made('Bo', mark('a', 0, 7))])
    expect(looks.map(({ key, drop, className }) => [key, drop, className.split(' ').at(-1)])).toEqual([
      ['An a', 0, 'dashed'],
      ['Bo a', 1, 'dotted'],
    ])
  })

  it('are cut where one’s own begin and end, and signed once', () => {
    const looks = looksOf(made('An', mark('a', 0, 16)), [8, 12])
    expect(looks.map(({ start, end, sign }) => [start, end, sign])).toEqual([
      [0, 8, null],
      [8, 12, null],
      [12, 16, 'An'],
    ])
  })

  it('share a sign where they end together, which counts those that are too many', () => {
    const all = ['An', 'Bo', 'Cy', 'Di', 'Ed'].flatMap((sign) => made(sign, mark('a', 0, 7)))
    const looks = looksOf(all)
    expect(looks.flatMap(({ sign }) => sign ?? [])).toEqual(['An Bo Cy +2'])
    expect(Math.max(...looks.map(({ drop }) => drop))).toBe(3)
  })

  it('leave gaps between fragments alone, and sign each fragment', () => {
    const fragments = [
      { start: 0, end: 7 },
      { start: 13, end: 16 },
    ]
    const looks = looksOf(made('An', { ...mark('a', 0, 16), fragments }))
    expect(looks.map(({ start, end, sign }) => [start, end, sign])).toEqual([
      [0, 7, 'An'],
      [13, 16, 'An'],
    ])
  })
})
