import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mark } from '../testing/samples.ts'
import type { Annotation } from './annotation.ts'
import { AnnotationSet } from './annotation-set.ts'
import type { Span } from './span.ts'

/** The plainest thing that an AnnotationSet may be held against: an array that is sorted again each time. */
const sorted = (annotations: readonly Annotation[]): readonly Annotation[] =>
  annotations.toSorted((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1))
const without = (model: readonly Annotation[], id: string) => model.filter((other) => other.id !== id)
const withOne = (model: readonly Annotation[], annotation: Annotation) =>
  sorted([...without(model, annotation.id), annotation])
const overlapping = (model: readonly Annotation[], span: Span) =>
  model.filter(({ start, end }) => start < span.end && span.start < end)

const areSame = (a: readonly Annotation[], b: readonly Annotation[]): boolean =>
  a.length === b.length && a.every((annotation, i) => annotation === b[i])

/** So few ids that many annotations share one, and so few places that many lie in the same. */
const annotations: fc.Arbitrary<Annotation> = fc
  .tuple(fc.nat(500), fc.nat(800), fc.integer({ min: 1, max: 90 }))
  .map(([id, start, length]) => mark(`id-${id}`, start, start + length))
const many = (maxLength: number) => fc.array(annotations, { maxLength, size: 'max' })

type Act = { readonly kind: 'with' | 'without'; readonly annotation: Annotation }
const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.record({ kind: fc.constantFrom('with' as const, 'without' as const), annotation: annotations }),
  { maxLength: 60, size: 'max' },
)
const spans: fc.Arbitrary<Span> = fc
  .tuple(fc.nat(900), fc.nat(60))
  .map(([start, length]) => ({ start, end: start + length }))

/** Every version of a set that `acts` leads through, each beside its model. */
function versions(start: readonly Annotation[], acts: readonly Act[]) {
  const model = start.reduce(withOne, [] as readonly Annotation[])
  const history = [{ set: AnnotationSet.from(start), model }]
  for (const { kind, annotation } of acts) {
    const { set, model } = history.at(-1) as (typeof history)[number]
    history.push(
      kind === 'with'
        ? { set: set.with(annotation), model: withOne(model, annotation) }
        : { set: set.without(annotation.id), model: without(model, annotation.id) },
    )
  }
  return history
}

describe('a set of annotations', () => {
  it('holds what a sorted array would, after any changes, and no change alters an older version', () =>
    fc.assert(
      fc.property(many(600), acts, (start, acts) => {
        for (const { set, model } of versions(start, acts)) {
          expect(set.size).toBe(model.length)
          expect(areSame([...set], model)).toBe(true)
          expect(
            acts.every(({ annotation: { id } }) => set.get(id) === model.find((one) => one.id === id)),
          ).toBe(true)
        }
      }),
      { numRuns: 25, endOnFailure: true },
    ))

  it('holds the same whether it was built at once or one by one', () =>
    fc.assert(
      fc.property(many(600), (start) => {
        const oneByOne = start.reduce((set, annotation) => set.with(annotation), AnnotationSet.empty)
        const atOnce = AnnotationSet.from(start)
        expect(oneByOne.size).toBe(atOnce.size)
        expect(areSame([...oneByOne], [...atOnce])).toBe(true)
      }),
      // It takes more than a block to fail: shrinking so many would take minutes and tell no more.
      { numRuns: 20, endOnFailure: true },
    ))

  it('gives each by its id and its rank, and nothing where there is none', () =>
    fc.assert(
      fc.property(many(400), acts, (start, acts) => {
        const { set, model } = versions(start, acts).at(-1) as ReturnType<typeof versions>[number]
        model.forEach((annotation, rank) => {
          expect(set.get(annotation.id)).toBe(annotation)
          expect(set.at(rank)).toBe(annotation)
          expect(set.rankOf(annotation)).toBe(rank)
        })
        for (const { annotation } of acts)
          expect(set.get(annotation.id)).toBe(model.find(({ id }) => id === annotation.id))
        expect([set.at(-1), set.at(model.length), set.get('nobody')]).toEqual([
          undefined,
          undefined,
          undefined,
        ])
      }),
      { numRuns: 25 },
    ))

  it('ranks one that it does not hold where it would lie', () =>
    fc.assert(
      fc.property(many(400), annotations, (start, stranger) => {
        const set = AnnotationSet.from(start).without(stranger.id)
        expect(set.rankOf(stranger)).toBe(set.with(stranger).rankOf(stranger))
      }),
      { numRuns: 50 },
    ))

  it('finds those that share a character with a span, in reading order', () =>
    fc.assert(
      fc.property(many(600), acts, spans, (start, acts, span) => {
        const { set, model } = versions(start, acts).at(-1) as ReturnType<typeof versions>[number]
        const edges = model.flatMap(({ start, end }) => [
          { start, end: start + 1 },
          { start: end - 1, end },
          { start: end, end: end + 1 },
        ])
        const isFound = (asked: Span) => areSame(set.overlapping(asked), overlapping(model, asked))
        expect([span, ...edges].filter((asked) => !isFound(asked))).toEqual([])
      }),
      { numRuns: 20 },
    ))

  it('tells what differs between any two of its versions, and between strangers', () =>
    fc.assert(
      fc.property(many(400), acts, fc.nat(), fc.nat(), (start, acts, one, other) => {
        const history = versions(start, acts)
        const [a, b] = [history[one % history.length], history[other % history.length]]
        const rebuilt = AnnotationSet.from(b?.model ?? [])
        const missing = (model: readonly Annotation[] = [], others: readonly Annotation[] = []) =>
          model.filter((annotation) => !others.includes(annotation))
        const wanted = { removed: missing(a?.model, b?.model), added: missing(b?.model, a?.model) }
        const before = a?.set ?? AnnotationSet.empty
        for (const after of [b?.set, rebuilt]) {
          const { removed, added } = (after as AnnotationSet).differenceFrom(before)
          expect(areSame(removed, wanted.removed)).toBe(true)
          expect(areSame(added, wanted.added)).toBe(true)
        }
      }),
      { numRuns: 40, endOnFailure: true },
    ))

  it('keeps the last of several with one id', () => {
    const set = AnnotationSet.from([mark('a', 0, 9), mark('b', 3, 4), mark('a', 5, 6)])
    expect([...set]).toEqual([mark('b', 3, 4), mark('a', 5, 6)])
    expect(set.size).toBe(2)
    expect([...set.without('a')]).toEqual([mark('b', 3, 4)])
  })

  it('is unchanged when one is taken out that it does not hold', () => {
    const set = AnnotationSet.from([mark('a', 0, 1)])
    expect(set.without('b')).toBe(set)
    expect(AnnotationSet.empty.size).toBe(0)
  })
})
