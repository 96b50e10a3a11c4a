import { UnreadableFile } from '../../adapter.ts'
import { keyOf } from './article-heads.ts'
import { type BrokenRow, type FoundRow, type FoundTables, isBroken, type TableName } from './table.ts'

type Row = FoundRow | BrokenRow

/** Rows of a table that is not in the articles' order are all held; more than these would take too much room. */
const MOST_HELD = 200_000

/**
 * A table's rows, article by article. Where they stand in the order of the articles they are read along with them, so that
 * the table may be as long as it likes; a table that somebody sorted otherwise is gone through once and held.
 */
export class RowsByArticle {
  readonly #places: ReadonlyMap<string, number>
  readonly #rows: AsyncIterator<Row>
  /** Of a table in another order. */
  readonly #held: Map<string, FoundRow[]> | null
  readonly #strangers: Row[] = []
  #next: FoundRow | null = null

  private constructor(
    places: ReadonlyMap<string, number>,
    rows: AsyncIterator<Row>,
    held: Map<string, FoundRow[]> | null,
  ) {
    this.#places = places
    this.#rows = rows
    this.#held = held
  }

  /** @param places of the articles, by their keys. @throws {UnreadableFile} */
  static async open(tables: FoundTables, name: TableName, places: ReadonlyMap<string, number>) {
    const rows = () => (tables.has(name) ? tables.rows(name) : nothing())
    const isSorted = await isInOrder(rows(), places)
    const opened = new RowsByArticle(places, rows()[Symbol.asyncIterator](), isSorted ? null : new Map())
    if (isSorted) await opened.#advance()
    else await opened.#holdAll()
    return opened
  }

  /** To be asked for each article once, in their order. */
  async take(key: string): Promise<readonly FoundRow[]> {
    if (this.#held) return this.#held.get(key) ?? []
    const taken: FoundRow[] = []
    while (this.#next && keyOf(this.#next) === key) {
      taken.push(this.#next)
      await this.#advance()
    }
    return taken
  }

  /** Rows of no article, and rows that are none, when all articles were asked for. */
  async rest(): Promise<readonly Row[]> {
    return this.#strangers
  }

  /** To the next row of an article that is there. */
  async #advance(): Promise<void> {
    for (;;) {
      const { done, value } = await this.#rows.next()
      this.#next = null
      if (done) return
      if (isBroken(value) || !this.#places.has(keyOf(value))) this.#strangers.push(value)
      else {
        this.#next = value
        return
      }
    }
  }

  async #holdAll(): Promise<void> {
    let count = 0
    for (await this.#advance(); this.#next; await this.#advance()) {
      if (++count > MOST_HELD) {
        const { file, line } = this.#next
        throw new UnreadableFile(`“${file}” is too long to be read in this order: sort it by article.`, line)
      }
      const rows = this.#held?.get(keyOf(this.#next))
      if (rows) rows.push(this.#next)
      else this.#held?.set(keyOf(this.#next), [this.#next])
    }
  }
}

async function* nothing(): AsyncGenerator<Row> {}

async function isInOrder(rows: AsyncIterable<Row>, places: ReadonlyMap<string, number>): Promise<boolean> {
  let last = -1
  for await (const row of rows) {
    const place = isBroken(row) ? undefined : places.get(keyOf(row))
    if (place === undefined) continue
    if (place < last) return false
    last = place
  }
  return true
}
