import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mark, now } from '../testing/samples.ts'
import type { Annotation } from './annotation.ts'
import { AnnotationSet } from './annotation-set.ts'
import { applyEdit, invertEdit } from './edit.ts'
import { propagation } from './propagation.ts'
import { emptyRecord } from './record.ts'
import { replacedBy } from './replacing.ts'
import { spanContains } from './span.ts'

const automatic = (id: string, start: number, end: number): Annotation => ({
  ...mark(id, start, end),
  origin: { kind: 'propagated', by: 'first' },
})

const act = (id: string, roles: Annotation['roles']): Annotation => ({
  ...mark(id, 0, 50),
  label: 'commitment',
  roles,
})

const recordOf = (...annotations: readonly Annotation[]) => ({
  ...emptyRecord,
  annotations: AnnotationSet.from(annotations),
})

const idsAfter = (annotation: Annotation, ...there: readonly Annotation[]) => {
  const record = recordOf(...there)
  const after = applyEdit(record, { name: '', changes: replacedBy(annotation, record) })
  return Array.from(after.annotations, ({ id }) => id)
}

describe('a longer mark', () => {
  it('takes the place of a shorter one that was made of itself', () => {
    expect(idsAfter(mark('long', 0, 15), automatic('short', 8, 15))).toEqual([])
  })

  it.each<[string, Annotation]>([
    ['was made by hand', mark('one', 8, 15)],
    ['has another label', { ...automatic('one', 8, 15), label: 'place' }],
    ['covers the same words', automatic('one', 0, 15)],
    ['reaches beyond it', automatic('one', 8, 16)],
    [
      'has a piece outside it',
      {
        ...automatic('one', 8, 20),
        fragments: [
          { start: 8, end: 9 },
          { start: 18, end: 20 },
        ],
      },
    ],
  ])('leaves one alone that %s', (_, one) => {
    expect(idsAfter(mark('long', 0, 15), one)).toEqual(['one'])
  })

  it('fills the roles, and is linked, where the shorter was, each once', () => {
    const target = [{ mention: 'a' }, { mention: 'b' }, { actor: 'norland' }]
    const committer = [{ mention: 'c' }]
    const there = { ...act('act', { target, committer }), links: [{ kind: 'same-as', to: 'a' }] }
    const record = recordOf(there, automatic('a', 1, 2), automatic('b', 3, 4), mark('c', 20, 30))
    const changes = replacedBy({ ...mark('long', 0, 10), updated: '2026-02-02T00:00:00.000Z' }, record)
    const after = applyEdit(record, { name: '', changes }).annotations.get('act')
    expect(after).toEqual({
      ...there,
      roles: { target: [{ mention: 'long' }, { actor: 'norland' }], committer },
      links: [{ kind: 'same-as', to: 'long' }],
      updated: '2026-02-02T00:00:00.000Z',
    })
  })

  const spans = fc
    .tuple(fc.nat(30), fc.integer({ min: 1, max: 8 }))
    .map(([start, length]) => ({ start, end: start + length }))

  it('leaves nothing that names what is gone, and undone all is as it was', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(spans, { maxLength: 6, selector: JSON.stringify }),
        fc.array(spans, { maxLength: 3 }),
        (small, large) => {
          const marks = small.map(({ start, end }, i) => automatic(`m${i}`, start, end))
          const fillers = marks.map(({ id }) => ({ mention: id }))
          const record = recordOf(...marks, act('act', { target: fillers, committer: fillers.slice(0, 1) }))
          const sought = { label: 'actor', actor: 'norland', by: 'm0', forms: [], namesakes: [], skips: [] }
          let id = 0
          const changes = propagation(record, large, sought, { now, newId: () => `new${id++}` })
          const edit = { name: '', changes }
          const after = applyEdit(record, edit)
          const named = Object.values(after.annotations.get('act')?.roles ?? {}).flat()
          for (const filler of named)
            expect('mention' in filler && after.annotations.get(filler.mention)).toBeTruthy()
          for (const one of after.annotations)
            if (one.id.startsWith('m'))
              expect(
                large.some((span) => spanContains(span, one) && span.end - span.start > one.end - one.start),
              ).toBe(false)
          expect(new Set(changes.map((change) => 'id' in change && change.id)).size).toBe(changes.length)
          expect([...applyEdit(after, invertEdit(edit)).annotations]).toEqual([...record.annotations])
        },
      ),
    ))
})

it('marks made of themselves say what they come from and whom they name', () => {
  const sought = {
    label: 'actor',
    actor: 'norland',
    by: 'first',
    forms: ['Norland'],
    namesakes: [],
    skips: [],
  }
  const changes = propagation(emptyRecord, [{ start: 2, end: 9 }], sought, { now, newId: () => 'new' })
  const after = { ...automatic('new', 2, 9), actor: 'norland' }
  expect(changes).toEqual([{ kind: 'annotation', id: 'new', before: null, after }])
})
