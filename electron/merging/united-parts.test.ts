import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Registry } from '#shared/domain/registry.ts'
import { registries } from '#shared/testing/registries.ts'
import { unitedRegistry } from './united-parts.ts'

const plain = ({ actors, skips }: Registry) => ({ actors: [...actors], skips })

it('unites one annotator’s registries alike from both sides, and finds there what it has united before', () => {
  fc.assert(
    fc.property(registries, registries, (a, b) => {
      const united = unitedRegistry(a, b)
      expect(plain(unitedRegistry(b, a))).toEqual(plain(united))
      for (const one of [a, b, united]) expect(plain(unitedRegistry(united, one))).toEqual(plain(united))
      expect([...united.actors.keys()]).toEqual([...new Set([...a.actors.keys(), ...b.actors.keys()])].sort())
    }),
  )
})
