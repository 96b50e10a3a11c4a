import { expect, test } from 'vitest'
import * as z from 'zod'
import { type FileKind, readVersioned, withHeader } from './versioned.ts'

type Shelf = { readonly books: readonly string[] }

/** A kind of file that has changed twice: first it held one book, then many in one string. */
const SHELF: FileKind<Shelf> = {
  format: 'test/shelf',
  version: 3,
  noun: 'shelf',
  schema: z.object({ books: z.array(z.string()) }),
  migrations: [
    (old) => ({ all: (old as { book: string }).book }),
    (old) => ({ books: (old as { all: string }).all.split(',') }),
  ],
}

const read = (content: unknown) => readVersioned(SHELF, JSON.stringify(content), 'my.shelf')

test('a file of the version we know is read', () => {
  expect(read(withHeader(SHELF, { books: ['A'] }))).toEqual({ kind: 'current', value: { books: ['A'] } })
})

test('an older file goes through every migration since', () => {
  expect(read({ format: 'test/shelf', version: 1, book: 'A' })).toEqual({
    kind: 'current',
    value: { books: ['A'] },
  })
  expect(read({ format: 'test/shelf', version: 2, all: 'A,B' })).toEqual({
    kind: 'current',
    value: { books: ['A', 'B'] },
  })
})

test('a newer file is never taken for one we know, even when it looks like one', () => {
  const newer = read({ format: 'test/shelf', version: 4, books: ['A'] })
  expect(newer).toMatchObject({ kind: 'newer', version: 4, value: { books: ['A'] } })
  expect(read({ format: 'test/shelf', version: 4, shelves: [] })).toMatchObject({
    kind: 'newer',
    value: null,
  })
})

test('a file of another kind is foreign, not damaged', () => {
  for (const content of [{ format: 'test/box', version: 3 }, {}, [], 7, null, 'x']) {
    expect(read(content).kind).toBe('foreign')
  }
})

test.each([0, -1, 1.5, '3', null, undefined])('the version %j is damage', (version) => {
  expect(read({ format: 'test/shelf', version, books: [] }).kind).toBe('damaged')
})

test('damage is told in one sentence that names the file and the place', () => {
  const damaged = read({ format: 'test/shelf', version: 3, books: ['A', 5] })
  expect(damaged).toMatchObject({ kind: 'damaged', sentence: expect.stringContaining('“my.shelf”') })
  expect(damaged).toMatchObject({ sentence: expect.stringContaining('books.1') })
  expect(readVersioned(SHELF, '{"format":', 'my.shelf')).toMatchObject({ kind: 'damaged' })
})
