import * as fc from 'fast-check'
import type { Annotation, Filler } from '../domain/annotation.ts'
import { AnnotationSet } from '../domain/annotation-set.ts'
import { type AnnotationRecord, type Corrections, STATUSES } from '../domain/record.ts'
import { hullOf, type Span } from '../domain/span.ts'
import { now } from './samples.ts'

/** Characters that shift offsets, join with their neighbours, run from right to left or end lines. */
const TROUBLE = [
  'a',
  'é',
  'e\u0301',
  '😀',
  '👩‍👩‍👧',
  '𝒜',
  'שלום',
  '\u200f',
  '\r\n',
  '\n',
  '\r',
  ' ',
  '\u00a0',
  '“',
  '\\',
  '\u0000',
]

export const texts: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...TROUBLE), fc.string({ unit: 'binary', maxLength: 3 })), {
    minLength: 2,
    maxLength: 40,
  })
  .map((parts) => `a${parts.join('')}z`)

/** Offsets between whole characters, where annotations can begin and end. */
function edgesOf(text: string): number[] {
  const edges = [0]
  for (const character of text) edges.push((edges.at(-1) as number) + character.length)
  return edges
}

function spansIn(text: string): fc.Arbitrary<readonly Span[]> {
  const all = edgesOf(text)
  const edges = fc.subarray(all, { minLength: 2, maxLength: Math.min(6, all.length) })
  return edges.map((chosen) => {
    const spans: Span[] = []
    for (let i = 0; i + 1 < chosen.length; i += 2) {
      spans.push({ start: chosen[i] as number, end: chosen[i + 1] as number })
    }
    return spans
  })
}

const ids = fc.stringMatching(/^[a-z0-9]{1,8}$/)
const dictionary = <T>(values: fc.Arbitrary<T>) =>
  fc.dictionary(ids, values, { maxKeys: 3, noNullPrototype: true })

const fillers: fc.Arbitrary<Filler> = fc.oneof(
  ids.map((mention) => ({ mention })),
  ids.map((actor) => ({ actor })),
  fc.constantFrom('author' as const, 'unknown' as const).map((constant) => ({ constant })),
)

const said = fc.record(
  {
    actor: ids,
    links: fc.array(fc.record({ kind: ids, to: ids }), { maxLength: 2 }),
    note: fc.string({ unit: 'binary' }),
  },
  { requiredKeys: [] },
)

export function annotationsOf(text: string): fc.Arbitrary<Annotation> {
  const required = fc.record({
    id: ids,
    label: fc.constantFrom('actor', 'commitment', 'accusation'),
    spans: spansIn(text),
    attributes: dictionary(fc.string()),
    roles: dictionary(fc.array(fillers, { maxLength: 3 })),
    certainty: fc.constantFrom('sure' as const, 'unsure' as const),
    origin: fc.constantFrom({ kind: 'manual' as const }, { kind: 'rule' as const, by: 'a rule' }),
    created: fc.constant(now),
    updated: fc.constant(now),
  })
  return fc.tuple(required, said).map(([{ spans, ...rest }, optional]) => ({
    ...rest,
    ...optional,
    ...hullOf(spans),
    ...(spans.length > 1 ? { fragments: spans } : {}),
  }))
}

export function correctionsOf(text: string): fc.Arbitrary<Corrections> {
  const choice = fc
    .tuple(spansIn(text), fc.constantFrom('ad', 'tags', null))
    .map(([[span], kind]) => ({ ...(span as Span), kind }))
  const field = fc.option(fc.string())
  return fc.record(
    { title: fc.string(), byline: field, published: field, boilerplate: fc.array(choice, { maxLength: 3 }) },
    { requiredKeys: [] },
  )
}

export function recordsOf(text: string): fc.Arbitrary<AnnotationRecord> {
  return fc.record({
    status: fc.constantFrom(...STATUSES),
    notes: fc.string({ unit: 'binary' }),
    corrections: correctionsOf(text),
    earlier: fc.option(fc.record({ article: ids, dropped: fc.array(ids, { maxLength: 3 }) })),
    later: fc.option(ids),
    annotations: fc
      .uniqueArray(annotationsOf(text), { selector: ({ id }) => id, maxLength: 8 })
      .map((annotations) => AnnotationSet.from(annotations)),
  })
}

export const textsWithRecords = texts.chain((text) => recordsOf(text).map((record) => ({ text, record })))
