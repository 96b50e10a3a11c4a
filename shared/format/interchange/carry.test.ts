import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { datasetArticles } from '#shared/testing/datasets.ts'
import { LONGEST } from '#shared/testing/round-trip.ts'
import type { AnnotationObject } from '../annotation-object.ts'
import type { DatasetArticle } from '../dataset.ts'
import { glosswrightJsonl } from './adapters/glosswright-jsonl.ts'
import { carriedArticle } from './carry.ts'
import { type Carries, EVERYTHING } from './format.ts'
import { type Loss, LossTally } from './losses.ts'
import { LOSS_RULES, type LossSettings } from './overlaps.ts'
import { TOKENS_OPTION } from './tokens.ts'

const POOR: Carries = {
  ...EVERYTHING,
  overlaps: false,
  fragments: false,
  freeEdges: false,
  roles: 'mentions',
  links: false,
  attributes: false,
  actors: false,
  notes: false,
  certainty: false,
}

function carry(article: DatasetArticle, carries: Carries, loss: LossSettings = LONGEST) {
  const tally = new LossTally()
  const format = { ...glosswrightJsonl.format, carries, options: [TOKENS_OPTION] }
  const carried = carriedArticle(article, { adapter: { format }, options: {}, loss, tally })
  return { carried, losses: tally.losses }
}

const countOf = (losses: readonly Loss[], ...kinds: readonly string[]): number =>
  losses.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { count }) => sum + count, 0)

const DROPPED = ['misaligned', 'nested', 'crossing', 'identical']

type Count = (annotation: AnnotationObject) => number
const fillers: Count = ({ roles }) => Object.values(roles).flat().length
const COUNTS: Readonly<Record<string, Count>> = {
  roles: fillers,
  links: ({ links }) => links?.length ?? 0,
  attributes: ({ attributes }) => Object.keys(attributes).length,
  actors: ({ actor }) => (actor === undefined ? 0 : 1),
  notes: ({ note }) => (note === undefined ? 0 : 1),
  unsure: ({ certainty }) => (certainty === 'unsure' ? 1 : 0),
}

describe('what a format carries of an article', () => {
  test('is all of it where it carries everything', () => {
    void fc.assert(
      fc.property(datasetArticles, ([article]) => {
        const whole = article as DatasetArticle
        const { carried, losses } = carry(whole, EVERYTHING)
        // Pointers to what is not there are no part of what can be carried.
        expect(losses.every(({ kind }) => kind === 'roles' || kind === 'links')).toBe(true)
        expect({ ...carried, annotations: [] }).toEqual({ ...whole, annotations: [] })
        expect(carried?.annotations.map(({ text }) => text)).toEqual(
          whole.annotations.map(({ text }) => text),
        )
      }),
    )
  })

  test('what is counted as lost is what is missing', () => {
    const rules = fc.constantFrom(...LOSS_RULES.filter((rule) => rule !== 'split'))
    void fc.assert(
      fc.property(datasetArticles, rules, (articles, rule) => {
        for (const article of articles) {
          const { carried, losses } = carry(article, POOR, { rule, labels: ['actor'] })
          const left = carried?.annotations ?? []
          expect(article.annotations.length - left.length).toBe(countOf(losses, ...DROPPED))
          const keyOf = ({ annotator, id }: AnnotationObject) => `${annotator} ${id}`
          const kept = new Set(left.map(keyOf))
          const before = article.annotations.filter((one) => kept.has(keyOf(one)))
          const sum = (all: readonly AnnotationObject[], count: Count) =>
            all.reduce((total, one) => total + count(one), 0)
          for (const [kind, count] of Object.entries(COUNTS))
            expect([kind, sum(before, count) - sum(left, count)]).toEqual([kind, countOf(losses, kind)])
        }
      }),
    )
  })

  test('every slice of it holds, by every rule', () => {
    void fc.assert(
      fc.property(datasetArticles, fc.constantFrom(...LOSS_RULES), (articles, rule) => {
        for (const article of articles) {
          const { carried } = carry(article, POOR, { rule, labels: [] })
          const characters = Array.from(article.text)
          for (const { start, end, text } of carried?.annotations ?? [])
            expect(characters.slice(start, end).join('')).toBe(text)
        }
      }),
    )
  })
})
