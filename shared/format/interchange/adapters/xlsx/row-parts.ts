import { type BrokenRow, type FoundRow, isBroken } from '#shared/format/interchange/adapters/tables/table.ts'
import { PART } from './sheet-xml.ts'

type Row = FoundRow | BrokenRow

/** Rows that were written in parts, since a cell was too long, as one again. */
export async function* wholeRows(rows: AsyncIterable<Row>): AsyncGenerator<Row> {
  const parts = new Parts()
  for await (const row of rows) yield* parts.take(row)
  yield* parts.end()
}

class Parts {
  /** Those of a row that is not whole yet. */
  #begun: FoundRow[] = []

  take(row: Row): readonly Row[] {
    const place = isBroken(row) ? null : placeOf(row)
    const isNext = place?.number === this.#begun.length + 1
    const before = isNext ? [] : this.end()
    if (isBroken(row) || !place) return [...before, row]
    if (!isNext && place.number !== 1) return [...before, broken(row)]
    this.#begun.push(row)
    return this.#begun.length === place.count ? [...before, joined(this.#begun.splice(0))] : before
  }

  end(): readonly Row[] {
    return this.#begun.splice(0).map(broken)
  }
}

type Place = { readonly number: number; readonly count: number }

function placeOf({ cells }: FoundRow): Place | null {
  const [, number, count] = /^(\d{1,6}) of (\d{1,6})$/.exec(cells.get(PART) ?? '') ?? []
  return number && count ? { number: Number(number), count: Number(count) } : null
}

function joined(parts: readonly FoundRow[]): FoundRow {
  const [first] = parts as [FoundRow]
  const words = new Map<string, string[]>()
  for (const [column, piece] of parts.flatMap(({ cells }) => [...cells])) {
    const pieces = words.get(column)
    if (pieces) pieces.push(piece)
    else words.set(column, [piece])
  }
  return { ...first, cells: new Map(Array.from(words, ([column, pieces]) => [column, pieces.join('')])) }
}

const broken = ({ file, line }: Row): BrokenRow => ({
  file,
  line,
  fault: 'It is one of several parts that do not stand one below the other.',
})
