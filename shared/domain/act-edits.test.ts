import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { marker } from '../testing/acts.ts'
import { annotationsOf, recordsOf } from '../testing/arbitraries.ts'
import { now } from '../testing/samples.ts'
import { ACA_1 } from './aca-1.ts'
import {
  attributeValue,
  deletion,
  fillersOf,
  relabelling,
  withAttribute,
  withFiller,
  withLink,
  withoutFiller,
  withoutLink,
} from './act-edits.ts'
import type { Annotation, Filler } from './annotation.ts'
import { AnnotationSet } from './annotation-set.ts'
import { applyEdit, invertEdit } from './edit.ts'
import { emptyRecord } from './record.ts'
import type { Attribute } from './scheme.ts'

const TEXT = 'Vesteria accused Norland of ramming its trawler; Norland denied it.'
const over = marker(TEXT)
const charge = over('accused Norland of ramming its trawler', 'accusation')
const [vesteria, norland] = [{ mention: 'Vesteria' }, { mention: 'Norland' }]
const FORCE = ACA_1.attributes.find(({ id }) => id === 'accusation-force') as Attribute

describe('a role', () => {
  it('takes any number of fillers, each once, and is gone with its last', () => {
    const one = withFiller(charge, 'accuser', vesteria)
    const two = withFiller(one, 'accuser', norland)
    expect(two.roles).toEqual({ accuser: [vesteria, norland] })
    expect(withFiller(two, 'accuser', { ...vesteria })).toBe(two)
    expect(withoutFiller(two, 'accuser', vesteria).roles).toEqual({ accuser: [norland] })
    expect(withoutFiller(one, 'accuser', vesteria).roles).toEqual({})
    expect(withoutFiller(one, 'accused', vesteria)).toBe(one)
  })

  it('is as it was once what filled it is taken out again', () =>
    fc.assert(
      fc.property(annotationsOf(TEXT), fc.string(), (act, role) => {
        const filler: Filler = { mention: 'somebody-new' }
        const filled = withFiller(act, role, filler)
        expect(fillersOf(filled, role)).toContainEqual(filler)
        expect(fillersOf(withoutFiller(filled, role, filler), role)).toEqual(fillersOf(act, role))
      }),
    ))
})

it('an attribute is absent where its value is the first, which holds where nothing is said', () => {
  const charged = withAttribute(charge, FORCE, 'charged')
  expect(charged.attributes).toEqual({ 'accusation-force': 'charged' })
  expect([attributeValue(charge, FORCE), attributeValue(charged, FORCE)]).toEqual(['alleged', 'charged'])
  expect(withAttribute(charged, FORCE, 'alleged').attributes).toEqual({})
  expect(withAttribute(charge, FORCE, 'alleged')).toBe(charge)
})

it('a link is there once, and without any there are no links at all', () => {
  const link = { kind: 'same-as', to: 'other' }
  const linked = withLink(charge, link)
  expect(linked.links).toEqual([link])
  expect(withLink(linked, { ...link })).toBe(linked)
  expect(withoutLink(linked, { ...link })).toEqual(charge)
  expect(withoutLink(charge, link)).toBe(charge)
})

const denial: Annotation = {
  ...over('denied it', 'accusation'),
  roles: { accuser: [norland], accused: [vesteria, norland] },
  attributes: { polarity: 'denied', 'accusation-force': 'charged' },
  links: [{ kind: 'responds-to', to: charge.id }],
}
const set = AnnotationSet.from([charge, denial, over('Norland'), over('Vesteria')])
const later = '2027-01-01T00:00:00.000Z'

describe('deleting', () => {
  it('takes the annotation out of the roles and links of others too', () => {
    const [gone, other, ...more] = deletion(over('Norland'), set, later)
    expect(gone).toMatchObject({ id: 'Norland', after: null })
    expect(other?.after).toMatchObject({ id: denial.id, roles: { accused: [vesteria] }, updated: later })
    expect(more).toEqual([])
    expect(deletion(charge, set, later)[1]?.after).not.toHaveProperty('links')
  })

  it('leaves nothing that names it, and undone all is as it was', () =>
    fc.assert(
      fc.property(recordsOf(TEXT), fc.nat(), (record, pick) => {
        const all = [...record.annotations]
        const annotation = all[pick % Math.max(1, all.length)]
        if (!annotation) return
        const edit = { name: 'Delete', changes: deletion(annotation, record.annotations, later) }
        const after = applyEdit(record, edit)
        for (const { roles, links = [] } of after.annotations) {
          expect(Object.values(roles).flat()).not.toContainEqual({ mention: annotation.id })
          expect(links.map(({ to }) => to)).not.toContain(annotation.id)
        }
        expect([...applyEdit(after, invertEdit(edit)).annotations]).toEqual(all)
      }),
    ))
})

describe('another label', () => {
  const relabel = (annotation: Annotation, label: string) =>
    relabelling(annotation, set, { label, scheme: ACA_1, now: later })

  it('keeps what it has a place for, and says what it drops', () => {
    const said: Annotation = { ...denial, roles: { ...denial.roles, source: [norland] } }
    const { changes, dropped } = relabel(said, 'commitment')
    expect(changes).toHaveLength(1)
    expect(changes[0]?.after).toEqual({
      ...said,
      label: 'commitment',
      roles: { source: [norland] },
      attributes: { polarity: 'denied' },
      updated: later,
    })
    expect(dropped).toEqual(['Accuser', 'Accused', 'Force'])
  })

  it('takes a mention’s actor, and its place in others, where it names nobody any more', () => {
    const mention: Annotation = { ...over('Norland'), actor: 'norland' }
    const { changes, dropped } = relabel(mention, 'commitment')
    expect(changes[0]?.after).not.toHaveProperty('actor')
    expect(changes[1]?.after).toMatchObject({ id: denial.id, roles: { accused: [vesteria] } })
    expect(dropped).toEqual(['its actor', 'its place in another mark'])
  })

  it('takes the links of an act that becomes a mention, and those to it', () => {
    expect(relabel(charge, 'actor').changes[1]?.after).not.toHaveProperty('links')
    expect(relabel(denial, 'actor').changes[0]?.after).toMatchObject({ roles: {}, attributes: {} })
    expect(relabel(denial, 'actor').changes[0]?.after).not.toHaveProperty('links')
  })

  it('never leaves what the label has no place for', () =>
    fc.assert(
      fc.property(annotationsOf(TEXT), fc.constantFrom('actor', 'commitment', 'accusation'), (one, label) => {
        const { changes } = relabelling(one, AnnotationSet.from([one]), { label, scheme: ACA_1, now })
        const record = applyEdit(
          { ...emptyRecord, annotations: AnnotationSet.from([one]) },
          { name: 'Relabel', changes },
        )
        const after = record.annotations.get(one.id) as Annotation
        const known = [...ACA_1.roles, ...ACA_1.attributes].filter(({ on }) => on.includes(label))
        const ids = known.map(({ id }) => id)
        for (const key of [...Object.keys(after.roles), ...Object.keys(after.attributes)])
          expect(ids).toContain(key)
      }),
    ))
})
