import { equalJson } from '#shared/domain/equal.ts'
import type { InFile, Refusal } from '#shared/format/interchange/adapter.ts'
import { linesIn } from '#shared/format/interchange/in-file.ts'
import { type RecordPlace, refused } from '#shared/format/interchange/read-values.ts'
import { parseJson } from '#shared/format/json.ts'
import { parquetRows } from './parquet-in.ts'

/** A row of a split, and where it stands; or why there is none. */
export type SplitRow =
  | { readonly kind: 'row'; readonly value: unknown; readonly place: RecordPlace }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

type Rows = AsyncGenerator<SplitRow>

/** Rows of all splits, by their ids: each split is in that order, so that all of them together are, too. */
export async function* rowsById(files: readonly InFile[]): Rows {
  const splits = [...new Set(files.map(splitOf))]
  const rows = splits.map((split) => rowsOfSplit(files.filter((file) => splitOf(file) === split)))
  const heads = await Promise.all(rows.map((one) => one.next()))
  for (let i = firstOf(heads); i >= 0; i = firstOf(heads)) {
    const head = heads[i] as IteratorResult<SplitRow, void>
    if (!head.done) yield head.value
    heads[i] = await (rows[i] as Rows).next()
  }
}

/** `data/train-00000-of-00001.parquet` of `train`. */
function splitOf({ path }: InFile): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return /^[^-.]*/.exec(name)?.[0] ?? ''
}

function firstOf(heads: readonly IteratorResult<SplitRow, void>[]): number {
  let first = -1
  let least = ''
  for (const [i, head] of heads.entries()) {
    if (head.done) continue
    const id = idOf(head.value)
    if (first >= 0 && id >= least) continue
    first = i
    least = id
  }
  return first
}

/** What has none comes first. */
function idOf(row: SplitRow): string {
  const value = row.kind === 'row' ? row.value : null
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : ''
  return typeof id === 'string' ? id : ''
}

/** Where a split is there as Parquet and as JSONL, both must say the same. */
function rowsOfSplit(files: readonly InFile[]): Rows {
  const parquet = files.filter(({ path }) => /\.parquet$/i.test(path))
  const lines = files.filter(({ path }) => /\.jsonl$/i.test(path))
  if (parquet.length === 0) return jsonRows(lines)
  return lines.length === 0 ? rowsOfParquet(parquet) : sameRows(rowsOfParquet(parquet), jsonRows(lines))
}

async function* sameRows(one: Rows, other: Rows): Rows {
  for (;;) {
    const [a, b] = [await one.next(), await other.next()]
    if (a.done && b.done) return
    const found = a.done ? b : a
    if (!found.done) yield a.done || b.done || !areSame(a.value, b.value) ? different(found.value) : a.value
  }
}

const areSame = (a: SplitRow, b: SplitRow): boolean =>
  a.kind === 'row' && b.kind === 'row' && equalJson(a.value, b.value)

const different = (row: SplitRow): SplitRow =>
  row.kind === 'refused'
    ? row
    : { kind: 'refused', refusal: refused(row.place, `Parquet and JSONL differ in “${idOf(row)}”.`) }

async function* rowsOfParquet(files: readonly InFile[]): Rows {
  for (const file of files) {
    let line = 0
    for await (const value of parquetRows(file))
      yield { kind: 'row', value, place: { file: file.path, line: ++line } }
  }
}

async function* jsonRows(files: readonly InFile[]): Rows {
  for (const file of files)
    for await (const { text, number } of linesIn(file)) {
      const place = { file: file.path, line: number }
      const json = parseJson(text)
      yield json.ok
        ? { kind: 'row', value: json.value, place }
        : { kind: 'refused', refusal: refused(place, json.problem.sentence) }
    }
}
