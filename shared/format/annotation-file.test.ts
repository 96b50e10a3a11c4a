import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { AnnotationSet } from '../domain/annotation-set.ts'
import { type AnnotationRecord, emptyRecord } from '../domain/record.ts'
import { textsWithRecords } from '../testing/arbitraries.ts'
import { articleText, mark } from '../testing/samples.ts'
import { readAnnotationOutline, readRecordFile, recordWriter } from './annotation-file.ts'

const TEXT = '😀 Ana Ruiz promised 𝒜 help.'
const ana = mark('a1', 3, 11)
const parted = { ...mark('a2', 3, 24), fragments: [ana, { start: 21, end: 24 }] as const }

/** No file may hold an empty title. */
const keepable = textsWithRecords.filter(({ record }) => record.corrections.title?.trim() !== '')

const recordOf = (...annotations: Parameters<typeof AnnotationSet.from>[0][]): AnnotationRecord => ({
  ...emptyRecord,
  annotations: AnnotationSet.from(annotations.flatMap((some) => [...some])),
})
const written = (record: AnnotationRecord, text = TEXT) => recordWriter(articleText(text), 'Ana')(record)
const read = (json: string, text = TEXT) =>
  readRecordFile(json, { source: articleText(text), annotator: 'Ana', file: 'f.json' })

/** The file of one annotation after a person's careless hand. */
function tampered(
  change: (file: Record<string, never>, annotation: Record<string, unknown>) => void,
): string {
  const file = JSON.parse(written(recordOf([ana])))
  change(file, file.annotations[0])
  return JSON.stringify(file)
}

test('a record comes back from its file, whatever the text is made of', () =>
  fc.assert(
    fc.property(keepable, ({ text, record }) => {
      const back = read(written(record, text), text)
      if (back.kind !== 'current') throw new Error(back.sentence)
      expect({ ...back.value, annotations: [...back.value.annotations] }).toEqual({
        ...record,
        annotations: [...record.annotations],
      })
      expect(written(back.value, text)).toBe(written(record, text))
    }),
  ))

test('slices by code point, as Python takes them, are the annotation’s text', () =>
  fc.assert(
    fc.property(keepable, ({ text, record }) => {
      const points = Array.from(text)
      for (const object of JSON.parse(written(record, text)).annotations) {
        for (const span of [object, ...(object.fragments ?? [])]) {
          expect(points.slice(span.start, span.end).join('')).toBe(span.text)
        }
      }
    }),
  ))

test('each annotation has a line of its own, and nothing else moves when one is added', () => {
  const one = written(recordOf([ana])).split('\n')
  const two = written(recordOf([ana, mark('b', 12, 20)])).split('\n')
  expect(two).toHaveLength(one.length + 1)
  expect(two.filter((line) => line.includes('"id":"a1"'))).toEqual([`${one[2]},`])
  expect(two.slice(4)).toEqual(one.slice(3))
})

test('no annotations are an empty list, and brackets in the notes stay in the notes', () => {
  const file = written({ ...emptyRecord, notes: '[] and “[]”' })
  expect(JSON.parse(file)).toMatchObject({ annotations: [], notes: '[] and “[]”' })
  expect(JSON.parse(written({ ...recordOf([ana]), notes: '[]' })).annotations).toHaveLength(1)
})

test('optional keys are absent when nothing is said, and parts carry their text', () => {
  const [whole, parts] = JSON.parse(written(recordOf([ana, parted]))).annotations.toReversed()
  expect(Object.keys(whole)).not.toContain('note')
  expect(Object.keys(whole)).not.toContain('fragments')
  expect(whole).toMatchObject({ start: 2, end: 10, text: 'Ana Ruiz', annotator: 'Ana' })
  expect(parts.fragments).toEqual([
    { start: 2, end: 10, text: 'Ana Ruiz' },
    { start: 20, end: 22, text: '𝒜 ' },
  ])
})

test('an annotation is put into words once, however often the record is written', () => {
  let readings = 0
  const counted = {
    ...ana,
    get label() {
      readings++
      return 'actor'
    },
  }
  const write = recordWriter(articleText(TEXT), 'Ana')
  const record = recordOf([counted])
  readings = 0
  write(record)
  const once = readings
  write(recordOf(record.annotations, [parted]))
  expect(once).toBeGreaterThan(0)
  expect(readings).toBe(once)
})

test('a quote that the article does not have there is damage, told with both', () => {
  const wrong = read(tampered((_, annotation) => Object.assign(annotation, { start: 3 })))
  expect(wrong).toMatchObject({ kind: 'damaged', sentence: expect.stringContaining('a1') })
  expect(wrong).toMatchObject({ sentence: expect.stringContaining('“na Ruiz”') })
})

test.each([
  ['outside the article', { end: 999 }],
  ['empty', { start: 2, end: 2, text: '' }],
  ['with one part', { fragments: [{ start: 2, end: 10, text: 'Ana Ruiz' }] }],
  [
    'with overlapping parts',
    {
      fragments: [
        { start: 2, end: 6, text: 'Ana ' },
        { start: 5, end: 10, text: ' Ruiz' },
      ],
    },
  ],
  [
    'whose parts do not reach its end',
    {
      fragments: [
        { start: 2, end: 4, text: 'An' },
        { start: 5, end: 6, text: ' ' },
      ],
    },
  ],
  ['of another annotator', { annotator: 'Ben' }],
  ['with an unknown certainty', { certainty: 'perhaps' }],
])('an annotation %s is damage', (_, change) => {
  expect(read(tampered((_, annotation) => Object.assign(annotation, change))).kind).toBe('damaged')
})

test.each(['', ' \t\u00a0'])('a title that is corrected to %j is damage', (title) => {
  const file = tampered((content) => Object.assign(content, { corrections: { title } }))
  expect(read(file)).toMatchObject({
    kind: 'damaged',
    sentence: '“f.json” is damaged: something is wrong at “corrections.title”: a title cannot be empty.',
  })
})

test('two annotations of one id are damage', () => {
  const file = JSON.parse(written(recordOf([ana])))
  file.annotations.push(file.annotations[0])
  expect(read(JSON.stringify(file))).toMatchObject({
    kind: 'damaged',
    sentence: expect.stringContaining('a1'),
  })
})

test('a file in the wrong place is damage: another article, another text, another annotator', () => {
  for (const change of [{ article: { id: 'b', sha256: 'ab'.repeat(32) } }, { annotator: 'Ben' }]) {
    expect(read(tampered((file) => Object.assign(file, change))).kind).toBe('damaged')
  }
  const other = { source: articleText(TEXT, { sha256: 'cd'.repeat(32) }), annotator: 'Ana', file: 'f.json' }
  expect(readRecordFile(written(recordOf([ana])), other).kind).toBe('damaged')
})

test('a name that differs in case alone is the same annotator: some disks do not tell', () => {
  expect(
    read(
      tampered((file, annotation) => [file, annotation].map((o) => Object.assign(o, { annotator: 'ANA' }))),
    ).kind,
  ).toBe('current')
})

test('a file cut off anywhere is damage, never a shorter record', () => {
  const whole = written(recordOf([ana, parted]))
  for (let length = 0; length < whole.length - 1; length++) {
    expect(read(whole.slice(0, length)).kind).toBe('damaged')
  }
})

test('the outline has what a list needs, and does not ask for the text', () => {
  const json = written({ ...recordOf([ana, parted]), status: 'done', corrections: { title: 'T' } })
  expect(readAnnotationOutline(json, 'f.json')).toEqual({
    kind: 'current',
    value: {
      status: 'done',
      corrections: { title: 'T' },
      later: null,
      annotations: [{ label: 'actor' }, { label: 'actor' }],
    },
  })
})
