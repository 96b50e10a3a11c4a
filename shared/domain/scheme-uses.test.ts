import { expect, test } from 'vitest'
import { mark } from '../testing/samples.ts'
import { ACA_1 } from './aca-1.ts'
import { countOf, UseCount, unknownLabelled, unknownUses } from './scheme-uses.ts'

const said = {
  ...mark('a', 0, 1),
  label: 'claim',
  roles: { victim: [], witness: [{ constant: 'unknown' as const }] },
  attributes: { voice: 'sung', tone: 'calm' },
  links: [
    { kind: 'same-as', to: 'b' },
    { kind: 'same-as', to: 'c' },
    { kind: 'against', to: 'b' },
  ],
}

function counted() {
  const count = new UseCount()
  count.add([said, said, mark('b', 1, 2)], 'own')
  count.add([mark('c', 1, 2), { ...said, label: 'rumour' }], 'others')
  return count.uses
}

test('an annotation counts once for each thing that it says', () => {
  const of = (kind: 'label' | 'link', id: string) => countOf(counted(), { kind, attribute: null, id })
  expect(of('label', 'actor')).toMatchObject({ own: 1, others: 1 })
  expect(of('link', 'same-as')).toMatchObject({ own: 2, others: 1 })
  expect(of('label', 'commitment')).toEqual({ own: 0, others: 0 })
})

test('unknown is what the annotator’s own annotations say and the scheme has not, and no value of what it has not', () => {
  const names = unknownUses(ACA_1, counted()).map(({ kind, attribute, id }) => [kind, attribute, id])
  expect(names).toEqual([
    ['label', null, 'claim'],
    ['role', null, 'witness'],
    ['attribute', null, 'tone'],
    ['value', 'voice', 'sung'],
    ['link', null, 'against'],
  ])
})

test('annotations of unknown labels are counted over the articles', () => {
  const articles = [{ counts: { actor: 3, claim: 2 } }, { counts: {} }, { counts: { rumour: 1 } }]
  expect(unknownLabelled(ACA_1, articles)).toBe(3)
})
