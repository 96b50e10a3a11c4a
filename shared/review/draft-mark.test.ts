import { expect, it } from 'vitest'
import { ACA_1 } from '#shared/domain/aca-1.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import { attributesOf } from '#shared/domain/scheme.ts'
import { mark } from '#shared/testing/samples.ts'
import { type Shaped, withClauseEnd, withEndMoved, withLabel, withNextValue } from './draft-mark.ts'

const TEXT = 'Norland will pay for two ferries, the minister said. Vesteria waits.'
const words = (shaped: Shaped): string =>
  shaped.ok ? TEXT.slice(shaped.value.start, shaped.value.end) : shaped.problem.sentence

it('is moved by words, and never ends before it starts', () => {
  const pay = mark('m', 13, 20)
  expect(words(withEndMoved(pay, TEXT, 'start', false))).toBe('will pay for')
  expect(words(withEndMoved(pay, TEXT, 'end', true))).toBe('pay for two')
  expect(words(withEndMoved(pay, TEXT, 'end', false))).toBe('pay')
  expect(words(withEndMoved(mark('m', 13, 16), TEXT, 'start', true))).toMatch(/would end before it starts/)
  expect(words(withClauseEnd(pay, TEXT))).toBe('pay for two ferries')
})

it('has each value of an attribute in turn, whatever the attribute is called', () => {
  for (const { id: label } of ACA_1.labels) {
    const start: Annotation = { ...mark('m', 0, 7), label }
    for (const { id, values } of attributesOf(ACA_1, label)) {
      const end = values.reduce((before, _, i) => {
        const shaped = withNextValue(before, id, ACA_1)
        if (!shaped.ok) throw new Error(shaped.problem.sentence)
        expect(shaped.value.attributes[id] ?? values[0]).toBe(values[(i + 1) % values.length])
        return shaped.value
      }, start)
      expect(end).toEqual(start)
    }
  }
  expect(words(withNextValue(mark('m', 0, 7), 'toString', ACA_1))).toMatch(/no such attribute/)
})

it('loses with its label what the new one has no place for', () => {
  const pledge = { ...mark('m', 8, 16), label: 'commitment', roles: { committer: [{ constant: 'author' }] } }
  const actor = withLabel(pledge as Annotation, 'actor', ACA_1)
  expect(actor).toMatchObject({ label: 'actor', roles: {} })
  expect(withLabel(actor, 'actor', ACA_1)).toBe(actor)
})
