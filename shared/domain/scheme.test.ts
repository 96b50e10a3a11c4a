import { describe, expect, it } from 'vitest'
import { ACA_1 } from './aca-1.ts'
import { labelOf } from './scheme.ts'

describe('the scheme that a workspace starts with', () => {
  it('gives every label an id and a key of its own, a single character', () => {
    const keys = ACA_1.labels.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.every((key) => [...key].length === 1)).toBe(true)
    expect(new Set(ACA_1.labels.map(({ id }) => id)).size).toBe(ACA_1.labels.length)
  })

  it.each(['roles', 'attributes', 'links'] as const)(
    'names in its %s only labels that it has, once each',
    (part) => {
      const ids = ACA_1[part].map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ACA_1[part].flatMap(({ on }) => on).filter((label) => !labelOf(ACA_1, label))).toEqual([])
    },
  )

  it('offers for every attribute several values, each once', () => {
    for (const { values } of ACA_1.attributes) {
      expect(values.length).toBeGreaterThan(1)
      expect(new Set(values).size).toBe(values.length)
    }
  })
})

it('finds a label by its id', () => {
  expect(labelOf(ACA_1, 'commitment')?.title).toBe('Commitment')
  expect(labelOf(ACA_1, 'weather')).toBeUndefined()
})
