import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Annotation } from '#shared/domain/annotation.ts'
import { AnnotationSet } from '#shared/domain/annotation-set.ts'
import { OTHER_VERSION_NOTE } from '#shared/domain/merge.ts'
import { type AnnotationRecord, emptyRecord } from '#shared/domain/record.ts'
import { recordsOf, texts } from '#shared/testing/arbitraries.ts'
import { mark } from '#shared/testing/samples.ts'
import { unitedRecord } from './united-record.ts'

const plain = (record: AnnotationRecord) => ({ ...record, annotations: [...record.annotations] })

/** Two records that grew apart: of what both have some is the same, and some is told otherwise. */
const apart = texts.chain((text) =>
  fc
    .tuple(
      recordsOf(text),
      recordsOf(text),
      fc.nat(),
      fc.constantFrom('2020-01-01T00:00:00.000Z', '2030-01-01T00:00:00.000Z'),
    )
    .map(([a, b, n, updated]) => {
      const shared = [...a.annotations].map((one, i) =>
        (n >> i) % 2 ? { ...one, note: 'Otherwise.', updated } : one,
      )
      return [a, { ...b, annotations: AnnotationSet.from([...b.annotations, ...shared]) }] as const
    }),
)

it('is the same whoever’s record is united with whose', () => {
  fc.assert(
    fc.property(apart, ([a, b]) => {
      expect(plain(unitedRecord(a, b))).toEqual(plain(unitedRecord(b, a)))
    }),
  )
})

it('finds there what it has united before', () => {
  fc.assert(
    fc.property(apart, ([a, b]) => {
      const united = unitedRecord(a, b)
      for (const one of [a, b, united]) expect(plain(unitedRecord(united, one))).toEqual(plain(united))
    }),
  )
})

it('loses no mark and no version of one', () => {
  const saying = ({ id: _, certainty: __, note, ...rest }: Annotation) =>
    JSON.stringify({ ...rest, note: note?.replace(OTHER_VERSION_NOTE, '').trim() || undefined })
  fc.assert(
    fc.property(apart, ([a, b]) => {
      const kept = new Set(Array.from(unitedRecord(a, b).annotations, saying))
      for (const one of [...a.annotations, ...b.annotations]) expect(kept).toContain(saying(one))
    }),
  )
})

it('takes what was done further, all notes, and corrections that were made last', () => {
  const [early, late] = ['2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z']
  const recordAt = (updated: string, rest: Partial<AnnotationRecord>): AnnotationRecord => ({
    ...emptyRecord,
    annotations: AnnotationSet.from([{ ...mark(`m${updated}`, 0, 1), updated }]),
    ...rest,
  })
  const a = recordAt(late, { notes: 'Look again.', corrections: { title: 'Later', byline: 'Ana' } })
  const b = recordAt(early, { status: 'done', notes: 'Fine.', corrections: { title: 'Earlier', url: null } })
  expect(unitedRecord(a, b)).toMatchObject({
    status: 'done',
    notes: 'Fine.\n\nLook again.',
    corrections: { title: 'Later', byline: 'Ana', url: null },
  })
})
