import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recordsWithEdits } from '../testing/edit-sequences.ts'
import { mark, marking, now } from '../testing/samples.ts'
import { ACA_1 } from './aca-1.ts'
import { newActor } from './actor.ts'
import { emptyCleaning } from './cleaning-rule.ts'
import {
  applyEdit,
  applyTo,
  type Change,
  type Documents,
  type Edit,
  invertEdit,
  isDone,
  joinEdits,
  StaleEdit,
  withProgress,
} from './edit.ts'
import { type AnnotationRecord, emptyRecord } from './record.ts'
import { emptyRegistry } from './registry.ts'
import { type Comment, emptyReview, type Judgement } from './review.ts'
import { emptyTeam } from './team.ts'

const shown = (record: AnnotationRecord) => ({ ...record, annotations: [...record.annotations] })
const apply = (record: AnnotationRecord, edits: readonly Edit[]) => edits.reduce(applyEdit, record)
const minister = mark('a', 4, 12)

describe('an edit', () => {
  it('is undone by its inverse: undoing all, the newest first, gives the start again', () =>
    fc.assert(
      fc.property(recordsWithEdits, ({ record, edits }) => {
        const undone = apply(apply(record, edits), edits.map(invertEdit).reverse())
        expect(shown(undone)).toEqual(shown(record))
      }),
    ))

  it('is its own inverse’s inverse: redoing all that was undone gives the end again', () =>
    fc.assert(
      fc.property(recordsWithEdits, ({ record, edits }) => {
        const end = apply(record, edits)
        const start = apply(end, edits.map(invertEdit).reverse())
        expect(shown(apply(start, edits.map(invertEdit).map(invertEdit)))).toEqual(shown(end))
      }),
    ))

  it('leaves the record that it was applied to as it was', () =>
    fc.assert(
      fc.property(recordsWithEdits, ({ record, edits }) => {
        const before = structuredClone(shown(record))
        apply(record, edits)
        expect(shown(record)).toEqual(before)
      }),
    ))

  it.each<[string, Change]>([
    [
      'an annotation that is not there',
      { kind: 'annotation', id: 'b', before: mark('b', 0, 1), after: null },
    ],
    ['an annotation that has changed', { kind: 'annotation', id: 'a', before: mark('a', 4, 8), after: null }],
    ['no annotation where there is one', { kind: 'annotation', id: 'a', before: null, after: minister }],
    ['another status', { kind: 'status', before: 'done', after: 'new' }],
    ['other notes', { kind: 'notes', before: 'Something', after: '' }],
    ['other corrections', { kind: 'corrections', before: { title: 'Truce' }, after: {} }],
  ])('is refused when it was made against %s', (_, change) => {
    const record = applyEdit(emptyRecord, marking(minister))
    expect(() => applyEdit(record, { name: 'Change', changes: [change] })).toThrow(StaleEdit)
  })

  it('is refused whole when one of its changes is stale', () => {
    const stale: Change = { kind: 'notes', before: 'Something', after: '' }
    const edit = { name: 'Change', changes: [...marking(minister).changes, stale] }
    expect(() => applyEdit(emptyRecord, edit)).toThrow(StaleEdit)
    expect(emptyRecord.annotations.size).toBe(0)
  })

  it('may hold changes that build on each other', () => {
    const moved = mark('a', 0, 12)
    const edit = {
      name: 'Change',
      changes: [...marking(minister).changes, ...marking(moved, minister).changes],
    }
    expect([...applyEdit(emptyRecord, edit).annotations]).toEqual([moved])
  })
})

describe('the progress of an article', () => {
  it('moves from new to in progress with the first annotation, and back with its undoing', () => {
    const edit = withProgress(emptyRecord, marking(minister))
    const after = applyEdit(emptyRecord, edit)
    expect(after.status).toBe('in progress')
    expect(shown(applyEdit(after, invertEdit(edit)))).toEqual(shown(emptyRecord))
  })

  it.each<[string, AnnotationRecord, Edit]>([
    ['in work', { ...emptyRecord, status: 'in progress' }, marking(minister)],
    ['done', { ...emptyRecord, status: 'done' }, marking(minister)],
    [
      'given a status by the edit itself',
      emptyRecord,
      {
        name: 'Change',
        changes: [...marking(minister).changes, { kind: 'status', before: 'new', after: 'done' }],
      },
    ],
    [
      'given notes alone',
      emptyRecord,
      { name: 'Change', changes: [{ kind: 'notes', before: '', after: 'A note' }] },
    ],
  ])('stays as it is for an article that is %s', (_, record, edit) => {
    expect(withProgress(record, edit)).toBe(edit)
  })
})

it('joins edits into one that does what they do, and undoes what they did', () =>
  fc.assert(
    fc.property(recordsWithEdits, ({ record, edits }) => {
      const joined = edits.reduce(joinEdits, { name: 'Nothing', changes: [] })
      const after = edits.reduce(applyEdit, record)
      expect(shown(applyEdit(record, joined))).toEqual(shown(after))
      expect(shown(applyEdit(after, invertEdit(joined)))).toEqual(shown(record))
    }),
  ))

describe('an edit of several documents', () => {
  const norland = newActor({ id: 'norland', name: 'Norland', now })
  const rule = { id: 'r', source: 'Strait Post', as: 'line', words: 'Ad', kind: 'ad', created: now } as const
  const judgement: Judgement = {
    id: 'j',
    about: [{ annotator: 'Ana', id: minister.id, as: minister }],
    outcome: 'accepted',
    by: 'Bo',
    created: now,
  }
  const about = { annotator: 'Ana', id: null }
  const comment: Comment = { id: 'c', about, kind: 'said', text: 'Well done.', by: 'Bo', created: now }
  const linked: Edit = {
    name: 'Link',
    changes: [
      { kind: 'annotation', id: minister.id, before: null, after: { ...minister, actor: 'norland' } },
      { kind: 'actor', id: 'norland', before: null, after: norland },
      { kind: 'skips', before: [], after: ['us'] },
      { kind: 'scheme', before: ACA_1, after: { ...ACA_1, title: 'Ours' } },
      { kind: 'rule', id: rule.id, before: null, after: rule },
      { kind: 'judgement', id: judgement.id, before: null, after: judgement },
      { kind: 'comment', id: comment.id, before: null, after: comment },
      { kind: 'sight', before: 'layer', after: 'blind' },
      { kind: 'assignment', id: 'truce-0a1b2c3d', before: null, after: ['Ana'] },
    ],
  }
  const before: Documents = {
    record: emptyRecord,
    registry: emptyRegistry,
    scheme: ACA_1,
    cleaning: emptyCleaning,
    review: emptyReview,
    team: emptyTeam,
  }
  const apply = (documents: Documents, edit: Edit): Documents => ({
    record: applyTo('record', documents.record, edit),
    registry: applyTo('registry', documents.registry, edit),
    scheme: applyTo('scheme', documents.scheme, edit),
    cleaning: applyTo('cleaning', documents.cleaning, edit),
    review: applyTo('review', documents.review, edit),
    team: applyTo('team', documents.team, edit),
  })

  it('changes in each what is meant for it, and is undone in each', () => {
    const after = apply(before, linked)
    expect(after.record.annotations.get(minister.id)?.actor).toBe('norland')
    expect(after.registry).toEqual({ actors: new Map([['norland', norland]]), skips: ['us'] })
    expect(after.scheme.title).toBe('Ours')
    expect(after.cleaning.rules).toEqual(new Map([[rule.id, rule]]))
    expect(after.review).toEqual({
      judgements: new Map([['j', judgement]]),
      comments: new Map([['c', comment]]),
    })
    expect(after.team).toEqual({ sight: 'blind', assignments: new Map([['truce-0a1b2c3d', ['Ana']]]) })
    expect(isDone(after, linked)).toBe(true)
    const undone = apply(after, invertEdit(linked))
    expect(shown(undone.record)).toEqual(shown(emptyRecord))
    expect(undone.registry).toEqual(emptyRegistry)
    expect(undone.scheme).toEqual(ACA_1)
    expect(undone.cleaning).toEqual(emptyCleaning)
    expect(undone.review).toEqual(emptyReview)
    expect(undone.team).toEqual(emptyTeam)
  })

  it('is not done where one of them is not as it would leave it', () => {
    const after = apply(before, linked)
    expect(isDone({ ...after, registry: emptyRegistry }, linked)).toBe(false)
  })

  it('is refused by the document that has changed meanwhile', () => {
    const after = apply(before, linked)
    expect(() => applyTo('registry', after.registry, linked)).toThrow(StaleEdit)
    expect(() => applyTo('scheme', after.scheme, linked)).toThrow(StaleEdit)
  })
})
