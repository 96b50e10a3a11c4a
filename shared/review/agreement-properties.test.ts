import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Annotation } from '#shared/domain/annotation.ts'
import { codedArticle as article, reportOn } from '../testing/agreement-reports.ts'
import { codings as fewMarks } from '../testing/codings.ts'
import { type AgreementReport, MEASURES } from './agreement-report.ts'
import type { Coding, Codings } from './codings.ts'

/** All numbers of a report, so rounded that the order of a sum does not matter. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toFixed(9))
  if (Array.isArray(value)) return value.map(rounded)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rounded(one)]))
}

const NAMES = ['Ada', 'Ben', 'Cem']
const RUNS = 12
/** Milliseconds: γ is drawn some hundred times for each corpus. */
const LONG = 60_000
/** Some articles, each opened by two or three of those, and by one whom nobody asked for. */
const corpora: fc.Arbitrary<readonly Codings[]> = fc
  .array(fewMarks, { minLength: 1, maxLength: 3 })
  .map((all) => all.map((annotators, i) => article(`article-${i}`, ...annotators)))
/** Enough of them for intervals. */
const larger: fc.Arbitrary<readonly Codings[]> = fc
  .array(fewMarks, { minLength: 10, maxLength: 11 })
  .map((all) => all.map((annotators, i) => article(`article-${i}`, ...annotators)))

const renamed = (corpus: readonly Codings[], change: (coding: Coding, i: number) => Coding): Codings[] =>
  corpus.map((one) => ({ ...one, annotators: one.annotators.map(change) }))
const marksChanged = (corpus: readonly Codings[], change: (mark: Annotation) => Annotation): Codings[] =>
  renamed(corpus, (one) => ({ ...one, annotations: one.annotations.map(change) }))

const withIds = (one: Annotation, idOf: (id: string) => string): Annotation => ({
  ...one,
  id: idOf(one.id),
  roles: Object.fromEntries(
    Object.entries(one.roles).map(([role, fillers]) => [
      role,
      fillers.map((filler) => ('mention' in filler ? { mention: idOf(filler.mention) } : filler)),
    ]),
  ),
})

const withOtherIds = (one: Annotation): Annotation => withIds(one, (id) => `z${id}`)

describe('agreement', () => {
  test(
    'does not depend on the order of articles, nor on how they are cut into files',
    () =>
      fc.assert(
        fc.property(larger, (corpus) => {
          const inBatches = function* () {
            for (const from of [4, 0]) yield* corpus.slice(from, from === 0 ? 4 : corpus.length)
          }
          expect(rounded(reportOn(inBatches(), NAMES))).toEqual(rounded(reportOn(corpus, NAMES)))
        }),
        { numRuns: 3 },
      ),
    LONG,
  )

  test(
    'does not depend on the order of annotations',
    () =>
      fc.assert(
        fc.property(corpora, (corpus) => {
          const turned = renamed(corpus, (one) => ({ ...one, annotations: one.annotations.toReversed() }))
          expect(rounded(reportOn(turned, NAMES))).toEqual(rounded(reportOn(corpus, NAMES)))
        }),
        { numRuns: RUNS },
      ),
    LONG,
  )

  test(
    'does not depend on the order of annotators',
    () =>
      fc.assert(
        fc.property(corpora, (corpus) => {
          const turned = corpus.map((one) => ({ ...one, annotators: one.annotators.toReversed() }))
          const [there, back] = [reportOn(corpus, NAMES), reportOn(turned, NAMES.toReversed())]
          const { annotators: _, pairs, byArticle, ...group } = there
          const { annotators: __, pairs: others, byArticle: articles, ...rest } = back
          expect(rounded(rest)).toEqual(rounded(group))
          const same = ({ annotators: ___, ...one }: (typeof byArticle)[number]) => rounded(one)
          expect(articles.map(same)).toEqual(byArticle.map(same))
          for (const { a, b, ...pair } of pairs) {
            const other = others.find((one) => one.a === b && one.b === a)
            expect(rounded({ ...other, a, b })).toEqual(rounded({ ...pair, a, b }))
          }
        }),
        { numRuns: RUNS },
      ),
    LONG,
  )

  test(
    'does not depend on what annotators and marks are called',
    () =>
      fc.assert(
        fc.property(corpora, (corpus) => {
          const called = (name: string) => `${[...NAMES, 'Dia'].indexOf(name)} of them`
          const changed = renamed(corpus, ({ annotator, annotations }) => ({
            annotator: called(annotator),
            annotations: annotations.map(withOtherIds),
          }))
          const [there, here] = [reportOn(corpus, NAMES), reportOn(changed, NAMES.map(called))]
          const text = JSON.stringify(rounded(here))
          const back = NAMES.reduce((all, name) => all.replaceAll(called(name), name), text)
          expect(JSON.parse(back)).toEqual(rounded(there))
        }),
        { numRuns: RUNS },
      ),
    LONG,
  )

  test(
    'does not depend on whether marks of several have the same ids',
    () =>
      fc.assert(
        fc.property(corpora, (corpus) => {
          const unprefixed = (id: string) => id.replace(/^[A-Z][a-z]+-/, 'm')
          expect(
            rounded(
              reportOn(
                marksChanged(corpus, (one) => withIds(one, unprefixed)),
                NAMES,
              ),
            ),
          ).toEqual(rounded(reportOn(corpus, NAMES)))
        }),
        { numRuns: RUNS },
      ),
    LONG,
  )

  test(
    'does not depend on what labels are called',
    () =>
      fc.assert(
        fc.property(corpora, (corpus) => {
          const names: Record<string, string> = { actor: 'z', commitment: 'y', accusation: 'x' }
          const changed = marksChanged(corpus, (one) => ({ ...one, label: names[one.label] as string }))
          const [there, here] = [reportOn(corpus, NAMES), reportOn(changed, NAMES)]
          expect(rounded({ ...here, byLabel: null, pairs: null })).toEqual(
            rounded({ ...there, byLabel: null, pairs: null }),
          )
          for (const [label, values] of Object.entries(there.byLabel)) {
            expect(rounded(here.byLabel[names[label] as string])).toEqual(rounded(values))
          }
        }),
        { numRuns: RUNS },
      ),
    LONG,
  )

  test(
    'with a copy of oneself is full, or says nothing',
    () =>
      fc.assert(
        fc.property(corpora, (corpus) => {
          const copied = corpus.map((one) => {
            const [ada] = one.annotators as readonly [Coding, ...Coding[]]
            return { ...one, annotators: [ada, { ...ada, annotator: 'Copy' }] }
          })
          const { pairs, byArticle, ...group } = reportOn(copied, ['Ada', 'Copy'])
          for (const measure of MEASURES) expect([null, 1]).toContain(pairs[0]?.[measure])
          for (const aspect of Object.values(pairs[0]?.aspects ?? {}))
            expect(aspect.agreed).toBe(aspect.compared)
          expect([null, 1]).toContain(group.fleissKappa)
          expect(byArticle.every(({ differences }) => differences === 0)).toBe(true)
        }),
        { numRuns: RUNS },
      ),
    LONG,
  )

  test(
    'is not changed by an article that only one has opened',
    () =>
      fc.assert(
        fc.property(corpora, fewMarks, (corpus, [ada]) => {
          const more = [...corpus, article('unopened', ada as Coding)]
          expect(rounded(reportOn(more, NAMES))).toEqual(rounded(reportOn(corpus, NAMES)))
        }),
        { numRuns: RUNS },
      ),
    LONG,
  )

  test(
    'of two is not changed by an article that one of them has not opened',
    () =>
      fc.assert(
        fc.property(corpora, fewMarks, (corpus, [ada, ben]) => {
          const other = article('theirs', ada as Coding, { ...(ben as Coding), annotator: 'Cem' })
          const pairOf = (report: AgreementReport) => report.pairs.find(({ b }) => b === 'Ben')
          const [there, here] = [reportOn(corpus, NAMES), reportOn([...corpus, other], NAMES)]
          expect(rounded(pairOf(here))).toEqual(rounded(pairOf(there)))
        }),
        { numRuns: RUNS },
      ),
    LONG,
  )
})
