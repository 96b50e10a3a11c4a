import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Annotation, fragmentsOf } from '#shared/domain/annotation.ts'
import { annotationsOf, texts } from '#shared/testing/arbitraries.ts'
import { mark } from '#shared/testing/samples.ts'
import { count, emptyMap, rowsOf } from './mark-map.ts'

const LABELS = ['actor', 'commitment', 'accusation']

const scenes = texts.chain((text) =>
  fc.record({
    length: fc.constant(text.length),
    rows: fc.integer({ min: 1, max: 40 }),
    kept: fc.array(annotationsOf(text), { maxLength: 8 }),
    gone: fc.array(annotationsOf(text), { maxLength: 8 }),
  }),
)

describe('the map of marks', () => {
  it('counts in each row the marks that run through it, whatever was there before and is gone', () =>
    fc.assert(
      fc.property(scenes, ({ length, rows, kept, gone }) => {
        const map = emptyMap({ rows, length, labels: LABELS })
        const changed = new Set<number>()
        for (const one of [...gone, ...kept]) count(map, one, 1, changed)
        for (const one of gone) count(map, one, -1, changed)
        const rowAt = (offset: number) => Math.floor((offset / length) * rows)
        const lies = (row: number) => (one: Annotation) =>
          fragmentsOf(one).filter(({ start, end }) => rowAt(start) <= row && row <= rowAt(end - 1)).length
        for (const label of LABELS) {
          const wanted = Array.from({ length: rows }, (_, row) =>
            kept.filter((one) => one.label === label).reduce((sum, one) => sum + lies(row)(one), 0),
          )
          expect([...(map.lanes.get(label) ?? [])]).toEqual(wanted)
        }
      }),
    ))

  it('tells which rows an edit changes, and no others', () => {
    const map = emptyMap({ rows: 10, length: 100, labels: LABELS })
    const changed = new Set<number>()
    count(map, mark('m', 25, 41), 1, changed)
    expect([...changed]).toEqual([2, 3, 4])
    count(map, { ...mark('n', 0, 9), label: 'unknown' }, 1, changed)
    expect(changed.size).toBe(3)
  })

  it('has a row for a place at the very end, and for a text without any length', () => {
    expect(rowsOf({ rows: 10, length: 100 }, { start: 100, end: 100 })).toEqual({ start: 9, end: 10 })
    expect(rowsOf({ rows: 10, length: 0 }, { start: 0, end: 0 })).toEqual({ start: 0, end: 1 })
  })
})
