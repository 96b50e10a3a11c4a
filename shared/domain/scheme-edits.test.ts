import { describe, expect, it } from 'vitest'
import { ACA_1 } from './aca-1.ts'
import type { Result } from './result.ts'
import type { Scheme } from './scheme.ts'
import { addItem, addValue, changeActorTypes, changeItem, moveItem, schemeFault } from './scheme-edits.ts'

const outcome = <T>(result: Result<T>): T | string => (result.ok ? result.value : result.problem.sentence)
function added(kind: Parameters<typeof addItem>[1], title: string, scheme: Scheme = ACA_1) {
  const result = addItem(scheme, kind, title)
  if (!result.ok) throw new Error(result.problem.sentence)
  return result.value
}

describe('adding to a scheme', () => {
  it('makes a label’s id of its title, and gives it the next free digit and a hue of its own', () => {
    const { scheme, id } = added('label', '  Démenti officiel ')
    expect(id).toBe('dementi-officiel')
    expect(scheme.labels.at(-1)).toMatchObject({ title: 'Démenti officiel', key: '4', isMention: false })
    expect(ACA_1.labels.map(({ hue }) => hue)).not.toContain(scheme.labels.at(-1)?.hue)
    expect(schemeFault(scheme)).toBeNull()
  })

  it('gives two roles of one title two ids', () => {
    const { scheme } = added('role', 'Witness')
    expect(added('role', 'Witness', scheme).id).toBe('witness-2')
  })

  it('keeps the id when the title is another one later', () => {
    const { scheme, id } = added('label', 'Denial')
    const renamed = changeItem(scheme, 'label', id, { title: 'Rejection' })
    expect(renamed).toMatchObject({ ok: true })
    expect(renamed.ok && renamed.value.labels.at(-1)).toMatchObject({ id: 'denial', title: 'Rejection' })
  })

  it('has no digit left for a tenth label, which then has no key', () => {
    let scheme = ACA_1
    for (let n = 4; n <= 10; n++) scheme = added('label', `Label ${n}`, scheme).scheme
    expect(scheme.labels.map(({ key }) => key)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', ''])
  })

  it.each(['', '   '])('refuses a title of nothing', (title) => {
    expect(outcome(addItem(ACA_1, 'label', title))).toBe('A label needs a title.')
    expect(outcome(addItem(ACA_1, 'link', title))).toBe('A kind of link needs a title.')
  })

  it('refuses a second label of one name', () => {
    expect(outcome(addItem(ACA_1, 'label', 'actor'))).toBe('There is a label “actor” already.')
  })
})

describe('changing a scheme', () => {
  const change = (key: string) => outcome(changeItem(ACA_1, 'label', 'actor', { key }))

  it('refuses a key that is none, or another’s', () => {
    expect(change('12')).toBe('A key is one character that can be seen.')
    expect(change(' ')).toBe('A key is one character that can be seen.')
    expect(change('2')).toBe('2 is the key of “Commitment”.')
    expect(change('D')).toBe('D is the key of “Force”.')
    expect(change('4')).toMatchObject({ labels: [{ key: '4' }, {}, {}] })
    expect(change('')).toMatchObject({ labels: [{ key: '' }, {}, {}] })
  })

  it('lets two attributes share a key that no annotation has both of', () => {
    const keyed = (on: readonly string[]) =>
      outcome(changeItem(ACA_1, 'attribute', 'outcome', { key: 'D', on }))
    expect(keyed(['actor'])).toMatchObject({ id: 'ACA-1' })
    expect(keyed(['actor', 'accusation'])).toBe('D is the key of “Force”.')
  })

  it('refuses a role on a label that there is not', () => {
    expect(outcome(changeItem(ACA_1, 'role', 'victim', { on: ['claim'] }))).toBe(
      'The scheme has no label “claim”.',
    )
  })

  it('refuses values without a name, and the same one twice', () => {
    const polarity = ACA_1.attributes.find(({ id }) => id === 'polarity')
    if (!polarity) throw new Error('ACA-1 has no polarity')
    expect(outcome(addValue(ACA_1, polarity, ' '))).toBe('A value needs a name.')
    expect(outcome(addValue(ACA_1, polarity, 'denied'))).toBe('There is a value “denied” already.')
    expect(outcome(changeItem(ACA_1, 'attribute', 'polarity', { values: [] }))).toBe(
      'The last value of an attribute stays.',
    )
  })

  it('lets an item be changed that has a fault from elsewhere, but for another fault', () => {
    const roles = ACA_1.roles.map((role) => ({ ...role, on: [...role.on, 'claim'] }))
    const merged = { ...ACA_1, roles }
    expect(outcome(changeItem(merged, 'role', 'victim', { title: 'Harmed' }))).toMatchObject({ id: 'ACA-1' })
    expect(outcome(changeItem(merged, 'role', 'victim', { title: '' }))).toBe('A role needs a title.')
  })

  it('moves an item past its neighbour, and an outermost one nowhere', () => {
    const order = (by: 1 | -1) => moveItem(ACA_1, 'label', 'accusation', by).labels.map(({ id }) => id)
    expect(order(-1)).toEqual(['actor', 'accusation', 'commitment'])
    expect(order(1)).toEqual(['actor', 'commitment', 'accusation'])
  })

  it('refuses a type of actor without a name, and the same one twice', () => {
    expect(outcome(changeActorTypes(ACA_1, ['state', '']))).toBe('A type of actor needs a name.')
    expect(outcome(changeActorTypes(ACA_1, ['state', 'state']))).toBe('There is a type “state” already.')
    expect(outcome(changeActorTypes(ACA_1, ['state']))).toMatchObject({ actorTypes: ['state'] })
  })
})

describe('a whole scheme', () => {
  it('can be worked with when it is the one that we ship', () => {
    expect(schemeFault(ACA_1)).toBeNull()
  })

  it('cannot without a label, or with an id that is none', () => {
    expect(schemeFault({ ...ACA_1, labels: [] })).toBe('A scheme has at least one label.')
    const [role] = ACA_1.roles
    if (!role) throw new Error('ACA-1 has no role')
    expect(schemeFault({ ...ACA_1, roles: [{ ...role, id: 'the accuser' }] })).toMatch(/^An id is/)
  })
})
