import * as fc from 'fast-check'
import type { Annotation, Filler } from '../domain/annotation.ts'
import type { Coding } from '../review/codings.ts'
import { mark } from './samples.ts'

type Drawn = {
  readonly start: number
  readonly length: number
  readonly gap: number
  readonly label: string
  readonly force: string
  readonly names: number
  readonly actor: string | null
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  start: fc.nat(40),
  length: fc.integer({ min: 1, max: 9 }),
  gap: fc.nat(2),
  label: fc.constantFrom('actor', 'commitment', 'accusation'),
  force: fc.constantFrom('', 'weak'),
  names: fc.nat(12),
  actor: fc.constantFrom(null, 'x', 'y'),
})

/** One annotator's marks in so few places that many are stacked, nested or crossing, and refer to each other. */
const codingOf = (annotator: string): fc.Arbitrary<Coding> =>
  fc.array(drawn, { maxLength: 12 }).map((all) => ({
    annotator,
    annotations: all.map((one, index) => markOf(one, index, { annotator, count: all.length })),
  }))

type Of = { readonly annotator: string; readonly count: number }

function markOf(one: Drawn, index: number, { annotator, count }: Of): Annotation {
  const { start, length, gap } = one
  const end = start + length + gap + 1
  const fragments = [
    { start, end: start + length },
    { start: end - 1, end },
  ]
  const named: Filler = { mention: `${annotator}-${one.names % count}` }
  return {
    ...mark(`${annotator}-${index}`, start, gap > 0 ? end : start + length),
    ...(gap > 0 ? { fragments } : {}),
    label: one.label,
    attributes: one.force ? { force: one.force } : {},
    roles: one.names < count ? { by: [named] } : {},
    ...(one.actor ? { actor: one.actor } : {}),
  }
}

/** What two to four annotators made of one article. */
export const codings: fc.Arbitrary<readonly Coding[]> = fc
  .integer({ min: 2, max: 4 })
  .chain((count) => fc.tuple(...['Ada', 'Ben', 'Cem', 'Dia'].slice(0, count).map(codingOf)))
