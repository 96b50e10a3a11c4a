import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { recordsWithEdits } from '../testing/edit-sequences.ts'
import { REAL_ARGUMENTS, wholeAnnotation } from '../testing/real-arguments.ts'
import { ARGUMENTS } from './arguments.ts'
import { REQUESTS, type RequestChannel } from './channels.ts'

const accepts = (channel: RequestChannel, args: unknown) => ARGUMENTS[channel].safeParse(args).success

describe.each(REQUESTS)('the arguments of %s', (channel) => {
  const parse = ARGUMENTS[channel]

  it('are taken as the renderer sends them, unchanged', () => {
    for (const args of REAL_ARGUMENTS[channel]) expect(parse.parse(args)).toEqual(args)
  })

  it('are refused with one more or one less', () => {
    for (const args of REAL_ARGUMENTS[channel]) {
      expect(accepts(channel, [...args, null])).toBe(false)
      if (args.length > 0) expect(accepts(channel, args.slice(0, -1))).toBe(false)
    }
  })

  it('are refused with a key that nobody knows, wherever it is', () => {
    for (const args of REAL_ARGUMENTS[channel])
      for (const odd of withOddKeys(args)) expect(accepts(channel, odd)).toBe(false)
  })

  it('are refused by an error of the schema, whatever junk they are', () =>
    fc.assert(
      fc.property(junkLike(REAL_ARGUMENTS[channel]), (junk) => {
        try {
          parse.parse(junk)
        } catch (error) {
          expect(error).toBeInstanceOf(z.ZodError)
        }
      }),
    ))
})

/** Copies of `value` with an unknown key in one of the objects in it, but for those that may hold any key. */
function withOddKeys(value: unknown): unknown[] {
  if (Array.isArray(value))
    return value.flatMap((inner, i) => withOddKeys(inner).map((odd) => value.with(i, odd)))
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.entries(value)
    .filter(([key]) => !['attributes', 'roles', 'places'].includes(key))
    .flatMap(([key, inner]) => withOddKeys(inner).map((odd) => ({ ...value, [key]: odd })))
  return [{ ...value, odd: 1 }, ...inside]
}

/** Anything at all, and real arguments with anything at all in one place. */
function junkLike(args: readonly unknown[]): fc.Arbitrary<unknown> {
  const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true })
  const spoilt = fc.tuple(fc.constantFrom(...args), fc.array(fc.nat(12), { maxLength: 6 }), anything)
  return fc.oneof(
    anything,
    fc.array(anything, { maxLength: 3 }),
    spoilt.map(([real, path, junk]) => spoil(real, path, junk)),
  )
}

/** `value` with `junk` at the place that `path` leads to. */
function spoil(value: unknown, [step, ...path]: readonly number[], junk: unknown): unknown {
  if (step === undefined || typeof value !== 'object' || value === null) return junk
  const keys = Object.keys(value)
  const key = keys[step % Math.max(1, keys.length)]
  if (key === undefined) return junk
  const inner = spoil((value as Record<string, unknown>)[key], path, junk)
  return Array.isArray(value) ? value.with(Number(key), inner) : { ...value, [key]: inner }
}

describe('an edit that crosses to the main process', () => {
  it('is taken unchanged, whatever the domain makes of it', () =>
    fc.assert(
      fc.property(recordsWithEdits, ({ edits }) => {
        for (const edit of edits) {
          const args = ['an-article', edit, { kind: 'do' }]
          expect(ARGUMENTS['edit:make'].parse(structuredClone(args))).toEqual(args)
        }
      }),
    ))

  const edited = (annotation: object) => [
    'an-article',
    { name: 'Mark', changes: [{ kind: 'annotation', id: 'a', before: null, after: annotation }] },
    { kind: 'do' },
  ]

  it('may say all that can be said of an annotation', () => {
    expect(accepts('edit:make', edited(wholeAnnotation))).toBe(true)
  })

  it.each<[string, object]>([
    ['a negative offset', { start: -1 }],
    ['half an offset', { start: 2.5 }],
    ['an offset that is no number', { end: Number.NaN }],
    ['an offset without end', { end: Number.POSITIVE_INFINITY }],
    ['an offset that is a word', { start: '2' }],
    ['a single fragment', { fragments: [{ start: 2, end: 9 }] }],
    [
      'a fragment with a negative offset',
      {
        fragments: [
          { start: -2, end: 3 },
          { start: 4, end: 9 },
        ],
      },
    ],
    ['no id', { id: '' }],
    ['an id beyond measure', { id: 'a'.repeat(1_001) }],
    ['a certainty that there is not', { certainty: 'perhaps' }],
    ['an origin that there is not', { origin: { kind: 'oracle' } }],
    ['a filler of two kinds', { roles: { target: [{ mention: 'b', actor: 'c' }] } }],
    ['a filler that there is not', { roles: { target: [{ constant: 'reader' }] } }],
    ['a moment that is none', { updated: 'yesterday' }],
    ['an undefined note', { note: undefined }],
    ['a note that is null', { note: null }],
  ])('is refused for %s', (_, fault) => {
    expect(accepts('edit:make', edited({ ...wholeAnnotation, ...fault }))).toBe(false)
  })

  it.each<[string, object]>([
    ['of an unknown kind', { kind: 'scheme', before: {}, after: {} }],
    ['of a kind that every object has', { kind: 'constructor', before: '', after: '' }],
    ['to a status that there is not', { kind: 'status', before: 'new', after: 'finished' }],
    ['to notes that are no text', { kind: 'notes', before: '', after: 7 }],
    ['to a title that is no text', { kind: 'corrections', before: {}, after: { title: null } }],
    ['without what was before', { kind: 'annotation', id: 'a', after: null }],
  ])('is refused with a change %s', (_, change) => {
    expect(accepts('edit:make', ['an-article', { name: 'Change', changes: [change] }])).toBe(false)
  })
})

describe('the preferences', () => {
  it.each([
    { theme: 'sepia' },
    { textSize: 11 },
    { textSize: 33 },
    { annotator: 'Ana' },
    { panes: { articles: 300 } },
    { keys: { 'select.widen': 'W' } },
    { keys: { 'select.widen': ['w'] } },
    { keys: { 'select.widen': ['Strg+W'] } },
    { keys: { 'select.widen': Array(11).fill('W') } },
    { keys: Object.fromEntries(Array.from({ length: 2_001 }, (_, i) => [`mark.${i}`, []])) },
  ])('are not changed to %j', (patch) => {
    expect(accepts('preferences:set', [patch])).toBe(false)
  })
})
