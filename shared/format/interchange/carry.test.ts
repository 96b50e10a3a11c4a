import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { equalJson } from '#shared/domain/equal.ts'
import { datasetArticles } from '#shared/testing/datasets.ts'
import { LONGEST } from '#shared/testing/round-trip.ts'
import { smallArticle } from '#shared/testing/small-article.ts'
import type { AnnotationObject } from '../annotation-object.ts'
import type { DatasetArticle } from '../dataset.ts'
import type { Adapter } from './adapter.ts'
import { glosswrightJsonl } from './adapters/glosswright-jsonl.ts'
import { carriedArticle } from './carry.ts'
import { type Carries, EVERYTHING } from './format.ts'
import { type Loss, LossTally } from './losses.ts'
import { LOSS_RULES, type LossSettings } from './overlaps.ts'
import { TOKENS_OPTION } from './tokens-option.ts'

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

function carry(
  article: DatasetArticle,
  carries: Carries,
  loss: LossSettings = LONGEST,
  fit: Adapter['fit'] = (whole) => ({ article: whole, lost: [] }),
) {
  const tally = new LossTally()
  const format = { ...glosswrightJsonl.format, carries, options: [TOKENS_OPTION] }
  const carried = carriedArticle(article, { adapter: { format, fit }, options: {}, loss, tally })
  return { carried, losses: tally.losses, tally }
}

const countOf = (losses: readonly Loss[], ...kinds: readonly string[]): number =>
  losses.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { count }) => sum + count, 0)

const DROPPED = ['misaligned', 'nested', 'crossing', 'identical']

const keyOf = ({ annotator, id }: AnnotationObject): string => `${annotator} ${id}`

/** Fillers of which neither they are left, nor the actor that they mean. */
function unfilled(
  { annotator, id, roles }: AnnotationObject,
  { annotations }: DatasetArticle,
  left: readonly AnnotationObject[],
  carries: Carries,
) {
  const after = left.find((one) => one.annotator === annotator && one.id === id)
  return Object.entries(roles).flatMap(([role, all]) =>
    all.filter((filler) => {
      const same = annotations.find(
        (one) => 'mention' in filler && one.annotator === annotator && one.id === filler.mention,
      )
      const actor = carries.roles === 'all' ? same?.actor : undefined
      const stands = (after?.roles[role] ?? []).some(
        (one) => equalJson(one, filler) || (actor !== undefined && equalJson(one, { actor })),
      )
      return !stands
    }),
  )
}

type Count = (annotation: AnnotationObject) => number
const fillers: Count = ({ roles }) => Object.values(roles).flat().length
const COUNTS: Readonly<Record<string, Count>> = {
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

  /** Of several pieces of a mark the first has its id. */
  const marksIn = (article: DatasetArticle, carried: DatasetArticle | null) => {
    const keys = new Set(article.annotations.map(keyOf))
    return (carried?.annotations ?? []).filter((one) => keys.has(keyOf(one)))
  }

  test('what is counted as lost is what is missing, of dropped marks too, by every rule', () => {
    const rules = fc.constantFrom(...LOSS_RULES)
    const formats = fc.constantFrom(
      POOR,
      { ...POOR, freeEdges: true, links: true, notes: true, actors: true, attributes: true },
      { ...EVERYTHING, overlaps: false, fragments: false },
      { ...EVERYTHING, fragments: false },
    )
    void fc.assert(
      fc.property(datasetArticles, rules, formats, (articles, rule, carries) => {
        for (const article of articles) {
          const { carried, tally } = carry(article, carries, { rule, labels: ['actor'] })
          const left = marksIn(article, carried)
          const sum = (all: readonly AnnotationObject[], count: Count) =>
            all.reduce((total, one) => total + count(one), 0)
          for (const [kind, count] of Object.entries(COUNTS))
            expect([kind, sum(article.annotations, count) - sum(left, count)]).toEqual([
              kind,
              countOf(tally.losses, kind),
            ])
          const missing = article.annotations.flatMap((one) => unfilled(one, article, left, carries))
          expect(missing).toHaveLength(countOf(tally.losses, 'roles'))
          const dropped = article.annotations.length - left.length
          if (rule === 'split') expect(dropped).toBeLessThanOrEqual(countOf(tally.losses, ...DROPPED))
          else expect(dropped).toBe(countOf(tally.losses, ...DROPPED))
          expect(tally.held).toEqual({ articles: 1, annotations: left.length })
        }
      }),
    )
  })

  test('a mark in several pieces says what it says once; each piece has an id of its own', () => {
    const carries = { ...EVERYTHING, fragments: false, overlaps: false }
    void fc.assert(
      fc.property(datasetArticles, (articles) => {
        for (const article of articles) {
          const { carried } = carry(article, carries, { rule: 'split', labels: [] })
          const all = carried?.annotations ?? []
          expect(new Set(all.map(keyOf)).size).toBe(all.length)
          const first = new Set(marksIn(article, carried))
          for (const { roles, attributes, links, note } of all.filter((one) => !first.has(one)))
            expect({ roles, attributes, links, note }).toEqual({ roles: {}, attributes: {} })
        }
      }),
    )
  })

  test('what is not in it beside the annotations is counted where there is any', () => {
    const bare = {
      metadata: false,
      status: false,
      boilerplate: false,
      ids: false,
      history: false,
      text: false,
    }
    void fc.assert(
      fc.property(datasetArticles, (articles) => {
        for (const article of articles) {
          expect(carry(article, EVERYTHING).tally.beside).toEqual([])
          const { tally } = carry(article, { ...EVERYTHING, ...bare })
          const { byline, source, publisher, published, dateline, language, url } = article
          const known = [byline, source, publisher, published, dateline, language, url]
          const expected = {
            metadata: known.some((one) => one !== null) ? 1 : 0,
            status: article.status === 'new' ? 0 : 1,
            boilerplate: article.boilerplate.length,
            texts: 1,
            ids: article.annotations.length,
            history: article.annotations.length,
          }
          const found = Object.fromEntries(tally.beside.map(({ kind, count }) => [kind, count]))
          expect({ ...Object.fromEntries(Object.keys(expected).map((kind) => [kind, 0])), ...found }).toEqual(
            expected,
          )
        }
      }),
    )
  })

  test('an article that it cannot hold is lost with all that its annotations say', () => {
    for (const annotations of [smallArticle.annotations, []]) {
      const article = { ...smallArticle, annotations }
      const fit = () => ({
        article: null,
        lost: annotations.map((annotation) => ({ kind: 'unwritable', annotation })),
      })
      const { carried, tally } = carry(article, EVERYTHING, LONGEST, fit)
      expect(carried).toBeNull()
      expect(countOf(tally.losses, 'articles')).toBe(1)
      expect(countOf(tally.losses, 'unwritable')).toBe(annotations.length)
      expect(countOf(tally.losses, 'roles')).toBe(annotations.map(fillers).reduce((a, b) => a + b, 0))
      expect(tally.held).toEqual({ articles: 0, annotations: 0 })
    }
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
