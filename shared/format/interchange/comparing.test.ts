import { describe, expect, test } from 'vitest'
import { someFrame } from '#shared/testing/datasets.ts'
import type { AnnotationObject } from '../annotation-object.ts'
import type { DatasetArticle } from '../dataset.ts'
import type { ReadAnnotation, ReadArticle } from './adapter.ts'
import { differenceFrom } from './comparing.ts'
import { type Carries, EVERYTHING } from './format.ts'
import { registryOf } from './named-actors.ts'

const now = '2026-01-02T03:04:05Z'

const annotation = (part: Partial<AnnotationObject>): AnnotationObject => ({
  id: 'a',
  label: 'actor',
  start: 0,
  end: 2,
  text: 'Bo',
  attributes: {},
  roles: {},
  certainty: 'sure',
  annotator: 'Ada',
  origin: { kind: 'manual' },
  created: now,
  updated: now,
  ...part,
})

const act = annotation({
  id: 'b',
  label: 'commitment',
  end: 9,
  text: 'Bo 😀 pays',
  fragments: [
    { start: 0, end: 2, text: 'Bo' },
    { start: 5, end: 9, text: 'pays' },
  ],
  attributes: { force: 'pledged' },
  roles: { committer: [{ mention: 'a' }, { constant: 'author' }] },
  links: [{ kind: 'same-as', to: 'a' }],
  note: 'a note',
})

const written: DatasetArticle = {
  id: 'bo-pays',
  title: 'Bo pays',
  byline: 'Ada Quill',
  source: null,
  publisher: null,
  published: null,
  dateline: null,
  language: null,
  url: null,
  text: 'Bo 😀 pays. Bo',
  sha256: 'ab'.repeat(32),
  status: 'done',
  boilerplate: [],
  annotations: [act, annotation({ actor: 'bo' })],
}

const { text, annotations, ...head } = written
const read: ReadArticle = {
  kind: 'article',
  file: 'f',
  article: head,
  text,
  annotations: [act, annotations[1] as ReadAnnotation],
}

const withFirst = (change: Partial<ReadAnnotation>): ReadArticle => ({
  ...read,
  annotations: [{ ...(act as ReadAnnotation), ...change }, annotations[1] as ReadAnnotation],
})

const NOBODY = registryOf({ actors: [] })

const difference = (one: ReadArticle, carries: Carries = EVERYTHING) =>
  differenceFrom(written, [one], carries, NOBODY)

describe('what is read back is compared with what was written', () => {
  test('and it is the same', () => {
    expect(difference(read)).toBeNull()
  })

  test('in parts, too', () => {
    const parts = annotations.map((one) => ({ ...read, annotations: [one as ReadAnnotation] }))
    expect(differenceFrom(written, parts, EVERYTHING, NOBODY)).toBeNull()
  })

  test.each<[string, Partial<ReadAnnotation>]>([
    ['label', { label: 'accusation' }],
    [
      'words',
      {
        fragments: [
          { start: 0, end: 2 },
          { start: 4, end: 9 },
        ],
      },
    ],
    ['quoted', { end: 8 }],
    ['quoted', { text: 'Bo pays' }],
    ['attributes', { attributes: { force: 'urged' } }],
    ['roles', { roles: { committer: [{ mention: 'b' }, { constant: 'author' }] } }],
    ['roles', { roles: {} }],
    ['links', { links: [] }],
    ['note', { note: '' }],
    ['certainty', { certainty: 'unsure' }],
    ['annotator', { annotator: 'Bo' }],
    ['id', { id: 'c' }],
    ['origin', { origin: { kind: 'imported' } }],
    ['created', { created: '2026-01-02T03:04:06Z' }],
  ])('another %s is told, with the annotation', (key, change) => {
    const sentence = difference(withFirst(change))
    expect(sentence).toContain('in “bo-pays”')
    if (key !== 'id' && key !== 'annotator') expect(sentence).toContain(`it differs in its ${key}`)
  })

  test('and so is one that is missing, another text, another title, a byline that is gone', () => {
    expect(difference({ ...read, annotations: [] })).toBe('“bo-pays” has 2 annotations, but 0 were read back')
    expect(difference({ ...read, text: `${text} ` })).toBe('the text of “bo-pays” is another one')
    expect(difference({ ...read, article: { ...head, title: 'Bo' } })).toBe(
      '“title” of “bo-pays” is another one',
    )
    const { byline: _, ...rest } = head
    expect(difference({ ...read, article: rest })).toBe('“byline” of “bo-pays” is missing')
  })

  test('ids that the format does not carry may be others, as long as they point to the same', () => {
    const carries = { ...EVERYTHING, ids: false }
    const renamed = (target: string): ReadArticle => ({
      ...read,
      annotations: [
        {
          ...(act as ReadAnnotation),
          id: 'T1',
          roles: { committer: [{ mention: target }, { constant: 'author' }] },
          links: [{ kind: 'same-as', to: target }],
        },
        { ...(annotations[1] as ReadAnnotation), id: 'T2' },
      ],
    })
    expect(difference(renamed('T2'), carries)).toBeNull()
    expect(difference(renamed('T1'), carries)).toContain('it differs in its roles')
  })

  test('and the names of those whom marks name, where the format has no registry', () => {
    const registry = registryOf({ actors: someFrame.actors.map((one) => ({ ...one, id: 'bo', name: 'Bo' })) })
    const differing = (actors: NonNullable<ReadArticle['actors']>) =>
      differenceFrom(written, [{ ...read, actors }], EVERYTHING, registry)
    expect(differing([{ id: 'bo', name: 'Bo' }])).toBeNull()
    const untold = 'the name of the actor “bo” in “bo-pays” was not read back'
    expect(differing([{ id: 'bo', name: 'bo' }])).toBe(untold)
    expect(differing([])).toBe(untold)
  })

  test('and white space where it is loose', () => {
    const carries = { ...EVERYTHING, text: false }
    const loose: ReadArticle = {
      ...read,
      isLoose: true,
      text: 'Bo\n\n😀pays.Bo',
      annotations: [
        {
          ...(act as ReadAnnotation),
          end: 9,
          fragments: [
            { start: 0, end: 2 },
            { start: 5, end: 9 },
          ],
        },
        annotations[1] as ReadAnnotation,
      ],
    }
    expect(difference(loose, carries)).toBeNull()
    expect(difference({ ...loose, text: 'Bo pays. Bo' }, carries)).toBe(
      'the words of “bo-pays” are other ones',
    )
  })
})
