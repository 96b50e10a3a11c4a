import { describe, expect, it } from 'vitest'
import type { TableMapping } from '#shared/ipc/importing.ts'
import { type InspectedTable, type KnownTables, TableQuestions } from './table-questions.ts'

const table = (path: string, columns: readonly string[], isSure = false): InspectedTable => ({
  path,
  name: path,
  columns,
  rows: [columns.map((column) => `a ${column}`)],
  guess: null,
  count: 2,
  isSure,
})

const MAPPING: TableMapping = { text: 'body', metadata: { title: 'head' } }
const files = [
  table('a.csv', ['head', 'body']),
  table('b.csv', ['body', 'head']),
  table('c.csv', ['x']),
  table('sure.csv', ['title', 'text'], true),
]
const paths = ['a.csv', 'b.csv', 'c.csv', 'sure.csv', 'd.txt']

function questions(found: readonly InspectedTable[] = files) {
  const kept = new Map<string, TableMapping>()
  const known: KnownTables = {
    of: (key) => kept.get(key),
    remember: (key, mapping) => kept.set(key, mapping),
    count: () => kept.size,
    forgetAll: () => kept.clear(),
  }
  return new TableQuestions(async () => found, known)
}

async function asked(about: TableQuestions) {
  const question = await about.about(paths)
  if (!('tables' in question)) throw new Error('Nothing was asked')
  return question
}

describe('an import with tables', () => {
  it('begins at once where nothing has to be asked', async () => {
    const ready = await questions([files[3] as InspectedTable]).about(paths)
    if ('tables' in ready) throw new Error('It was asked')
    expect(ready.paths).toEqual(paths)
    expect(paths.map(ready.choices)).toEqual(paths.map(() => undefined))
  })

  it('asks once about all files with the same columns, and not about what is sure', async () => {
    const { tables } = await asked(questions())
    expect(tables.map(({ name, files: count, count: rows }) => [name, count, rows])).toEqual([
      ['a.csv', 2, 4],
      ['c.csv', 1, 2],
    ])
  })

  it('is read as it was answered; what was declined is left out', async () => {
    const about = questions()
    const { id } = await asked(about)
    const ready = about.answered(id, [
      { mapping: MAPPING, isRemembered: false },
      { mapping: null, isRemembered: false },
    ])
    const mapped = { columns: MAPPING }
    expect(paths.map((path) => ready?.choices(path))).toEqual([mapped, mapped, 'skip', undefined, undefined])
    expect(about.answered(id, [])).toBeNull()
  })

  it('does not ask again about columns that were settled for good', async () => {
    const about = questions()
    const { id } = await asked(about)
    about.answered(id, [
      { mapping: MAPPING, isRemembered: true },
      { mapping: null, isRemembered: true },
    ])
    const again = await asked(about)
    expect(again.tables.map(({ name }) => name)).toEqual(['c.csv'])
    const ready = about.answered(again.id, [{ mapping: null, isRemembered: false }])
    expect(ready?.choices('b.csv')).toEqual({ columns: MAPPING })
  })

  it('that nobody is there to be asked about is read as far as it is known', async () => {
    const about = questions()
    const { id } = await asked(about)
    about.answered(id, [{ mapping: MAPPING, isRemembered: true }])
    const ready = await about.unasked(paths)
    const mapped = { columns: MAPPING }
    expect(paths.map(ready.choices)).toEqual([mapped, mapped, undefined, undefined, undefined])
  })

  it('that is left before all is answered is read without the tables of which nothing was said', async () => {
    const about = questions()
    const { id } = await asked(about)
    const ready = about.answered(id, [{ mapping: MAPPING, isRemembered: false }])
    const mapped = { columns: MAPPING }
    const nothing = [undefined, undefined]
    expect(paths.map((path) => ready?.choices(path))).toEqual([mapped, mapped, 'not-chosen', ...nothing])
  })

  it('asks anew once what was remembered is forgotten', async () => {
    const about = questions()
    const { id } = await asked(about)
    about.answered(id, [{ mapping: MAPPING, isRemembered: true }])
    expect(about.remembered).toBe(1)
    about.forgetRemembered()
    expect(about.remembered).toBe(0)
    expect((await asked(about)).tables).toHaveLength(2)
  })
})
