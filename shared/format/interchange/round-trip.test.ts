import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { datasetArticles } from '#shared/testing/datasets.ts'
import { exported, readBack } from '#shared/testing/round-trip.ts'
import type { Adapter } from './adapter.ts'
import { ADAPTERS } from './adapters.ts'
import type { OptionValues } from './format.ts'
import { LOSS_RULES } from './overlaps.ts'

/** A busy machine is no failure. */
const PATIENCE = 120_000

/** Every value of every option once, the others at their defaults. */
const choicesOf = ({ format }: Adapter): readonly OptionValues[] => [
  {},
  ...format.options.flatMap(({ id, values }) => values.slice(1).map((value) => ({ [id]: value.id }))),
]

describe.each(ADAPTERS.filter(({ read }) => read).map((adapter) => [adapter.format.id, adapter] as const))(
  '%s: what was written is read back, all of it that the format carries',
  (_, adapter) => {
    test.each(choicesOf(adapter))(
      '%o',
      async (options) => {
        const rules = fc.constantFrom(...LOSS_RULES)
        await fc.assert(
          fc.asyncProperty(datasetArticles, rules, async (articles, rule) => {
            const written = await exported(adapter, articles, {
              options,
              loss: { rule, labels: ['commitment', 'actor'] },
            })
            expect(await readBack(adapter, written)).toBeNull()
          }),
        )
      },
      PATIENCE,
    )

    test(
      'the same articles give the same bytes',
      async () => {
        await fc.assert(
          fc.asyncProperty(datasetArticles, async (articles) => {
            const [first, second] = [await exported(adapter, articles), await exported(adapter, articles)]
            expect([...second.files]).toEqual([...first.files])
          }),
          { numRuns: 10 },
        )
      },
      PATIENCE,
    )
  },
)
