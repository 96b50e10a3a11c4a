import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recordsOf } from '../testing/arbitraries.ts'
import { recordsWithEdits } from '../testing/edit-sequences.ts'
import { mark } from '../testing/samples.ts'
import type { Annotation } from './annotation.ts'
import { AnnotationSet } from './annotation-set.ts'
import { applyEdit } from './edit.ts'
import { equalJson } from './equal.ts'
import { mergeRecords, OTHER_VERSION_NOTE } from './merge.ts'
import { type AnnotationRecord, emptyRecord } from './record.ts'

const shown = (record: AnnotationRecord) => ({ ...record, annotations: [...record.annotations] })
const holding = (...annotations: Annotation[]): AnnotationRecord => ({
  ...emptyRecord,
  annotations: AnnotationSet.from(annotations),
})
const merged = (base: AnnotationRecord, ours: AnnotationRecord, theirs: AnnotationRecord) => [
  ...mergeRecords(base, ours, theirs).annotations,
]

/** A base, and what two sides made of it. */
const forks = recordsWithEdits.chain(({ record: base, edits }) => {
  const after = (count: number) => edits.slice(0, count).reduce(applyEdit, base)
  const stages = fc.nat(edits.length).map(after)
  const strangers = recordsOf('a text of another side')
  const side = fc.oneof(stages, strangers)
  return fc.record({ base: fc.constant(base), ours: side, theirs: side })
})

describe('merging a record that was changed elsewhere', () => {
  it('takes the other side whole where one did not change', () =>
    fc.assert(
      fc.property(forks, ({ base, ours, theirs }) => {
        expect(shown(mergeRecords(base, base, theirs))).toEqual(shown(theirs))
        expect(shown(mergeRecords(base, ours, base))).toEqual(shown(ours))
      }),
    ))

  it('takes what both say where both say the same', () =>
    fc.assert(
      fc.property(forks, ({ base, ours }) => {
        expect(shown(mergeRecords(base, ours, ours))).toEqual(shown(ours))
      }),
    ))

  it('keeps every annotation that a side added or changed, word for word or as the other version', () =>
    fc.assert(
      fc.property(forks, ({ base, ours, theirs }) => {
        const kept = merged(base, ours, theirs)
        for (const side of [ours, theirs]) {
          for (const annotation of side.annotations) {
            if (equalJson(annotation, base.annotations.get(annotation.id))) continue
            expect(kept.some((other) => saysTheSame(other, annotation))).toBe(true)
          }
        }
      }),
    ))

  it('brings nothing back that one side removed and the other left alone, and invents nothing', () =>
    fc.assert(
      fc.property(forks, ({ base, ours, theirs }) => {
        for (const annotation of merged(base, ours, theirs)) {
          const sources = [...ours.annotations, ...theirs.annotations]
          expect(sources.some((source) => saysTheSame(annotation, source))).toBe(true)
        }
        for (const annotation of base.annotations) {
          const versions = [ours, theirs].map((side) => side.annotations.get(annotation.id))
          const isRemoved = versions.some((version) => !version)
          const isChanged = versions.some((version) => version && !equalJson(version, annotation))
          if (isRemoved && !isChanged)
            expect(mergeRecords(base, ours, theirs).annotations.get(annotation.id)).toBeUndefined()
        }
      }),
    ))

  it('gives both sides the same annotations, but for which of two versions is the other', () => {
    const places = (annotations: readonly Annotation[]) =>
      annotations
        .map(({ label, start, end, fragments }) => JSON.stringify([label, start, end, fragments]))
        .sort()
    return fc.assert(
      fc.property(forks, ({ base, ours, theirs }) => {
        expect(places(merged(base, ours, theirs))).toEqual(places(merged(base, theirs, ours)))
      }),
    )
  })

  it('changes nothing when it is merged once more with the side that it took in', () =>
    fc.assert(
      fc.property(forks, ({ base, ours, theirs }) => {
        const once = mergeRecords(base, ours, theirs)
        expect(shown(mergeRecords(theirs, once, theirs))).toEqual(shown(once))
        expect(shown(mergeRecords(ours, ours, once))).toEqual(shown(once))
      }),
    ))
})

/** True when `kept` is `said`, or is kept beside it as the other version. */
function saysTheSame(kept: Annotation, said: Annotation): boolean {
  if (equalJson(kept, said)) return true
  const note = said.note ? `${said.note}\n${OTHER_VERSION_NOTE}` : OTHER_VERSION_NOTE
  return equalJson(kept, { ...said, id: kept.id, certainty: 'unsure', note })
}

describe('an annotation that both sides changed', () => {
  const base = holding(mark('a', 0, 5))

  it('is kept twice: ours as it is, theirs unsure, with a note of why', () => {
    const [ours, theirs] = [mark('a', 0, 6), { ...mark('a', 2, 5), note: 'Whose?' }]
    expect(merged(base, holding(ours), holding(theirs))).toEqual([
      ours,
      { ...theirs, id: 'a-other', certainty: 'unsure', note: `Whose?\n${OTHER_VERSION_NOTE}` },
    ])
  })

  it('is kept once when both changed it alike', () => {
    const alike = mark('a', 0, 6)
    expect(merged(base, holding(alike), holding(alike))).toEqual([alike])
  })

  it('is kept in its changed form when the other side removed it', () => {
    const changed = mark('a', 0, 6)
    expect(merged(base, holding(changed), holding())).toEqual([changed])
    expect(merged(base, holding(), holding(changed))).toEqual([changed])
  })

  it('is kept twice too when both added it, under one id, without having known of it', () => {
    const ids = merged(holding(), holding(mark('a', 0, 6)), holding(mark('a', 1, 2))).map(({ id }) => id)
    expect(ids).toEqual(['a', 'a-other'])
  })

  it('has an id of its own beside another version that both sides changed as well', () => {
    const both = (end: number) => holding(mark('a', 0, end), mark('a-other', 1, end))
    const ids = merged(both(5), both(6), both(7)).map(({ id }) => id)
    expect([ids.length, new Set(ids).size]).toEqual([4, 4])
  })

  it('has an id of its own in every version, however often it happens', () => {
    let ours = holding(mark('a', 0, 1))
    for (let round = 1; round <= 4; round++) {
      const theirs = holding(...without(ours, 'a'), mark('a', 50, 50 + round))
      const mine = holding(...without(ours, 'a'), mark('a', 0, 1 + round))
      ours = mergeRecords(ours, mine, theirs)
      expect(ours.annotations.size).toBe(round + 1)
    }
  })

  const without = ({ annotations }: AnnotationRecord, id: string) => annotations.without(id)
})

describe('what is said of the whole article', () => {
  const base: AnnotationRecord = { ...emptyRecord, notes: 'Draft', corrections: { title: 'Truce' } }

  it('is taken from the side that changed it', () => {
    const ours: AnnotationRecord = { ...base, status: 'done' }
    const theirs: AnnotationRecord = { ...base, notes: 'Checked', corrections: {} }
    const expected = { ...base, status: 'done', notes: 'Checked', corrections: {} }
    expect(mergeRecords(base, ours, theirs)).toEqual(expected)
    expect(mergeRecords(base, theirs, ours)).toEqual(expected)
  })

  it('is ours where both changed it, except for notes: there both stay', () => {
    const ours: AnnotationRecord = { ...base, status: 'done', notes: 'Ours' }
    const theirs: AnnotationRecord = { ...base, status: 'in progress', notes: 'Theirs' }
    expect(mergeRecords(base, ours, theirs)).toMatchObject({ status: 'done', notes: 'Ours\n\nTheirs' })
  })
})
