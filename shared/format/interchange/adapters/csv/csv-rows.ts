import { type InFile, UnreadableFile } from '../../adapter.ts'
import { LONGEST_RECORD, textIn } from '../../in-file.ts'

/**
 * The rows of a file of separated values (RFC 4180), read as it comes. Cells are what stands in the file, line ends in
 * quoted ones included; a row ends at a line feed, a carriage return, or both.
 */
export type CsvRow = {
  /** The line on which it begins, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

/** @param separator one character. @throws {UnreadableFile} */
export async function* csvRows(file: InFile, separator: string): AsyncGenerator<CsvRow> {
  const rows = new RowSplitter(file.path, separator)
  for await (const text of textIn(file)) yield* rows.take(text)
  yield* rows.end()
}

const SEPARATORS = [',', ';', '\t'] as const

/** What separates the cells of a file, to judge by its first line. @throws {UnreadableFile} */
export async function separatorOf(file: InFile): Promise<string> {
  let head = ''
  for await (const text of textIn(file)) {
    head += text
    if (head.length > 10_000 || /[\r\n]/.test(head)) break
  }
  const [line = ''] = head.replace(/"[^"]*"/g, '').split(/[\r\n]/)
  const counts = SEPARATORS.map((one) => line.split(one).length)
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ','
}

const QUOTE = '"'

/** Where the next character stands: before a cell's first one, in a plain one, in a quoted one, behind a quote in that. */
type State = 'before' | 'plain' | 'quoted' | 'closed'

class RowSplitter {
  readonly #path: string
  readonly #separator: string
  readonly #stop: RegExp
  readonly #quotedStop = /["\n\r]/g
  #state: State = 'before'
  #cell: string[] = []
  #length = 0
  #cells: string[] = []
  #line = 1
  #rowLine = 1
  #isBehindReturn = false

  constructor(path: string, separator: string) {
    this.#path = path
    this.#separator = separator
    this.#stop = new RegExp(`["\\n\\r${separator}]`, 'g')
  }

  *take(text: string): Generator<CsvRow> {
    let at = 0
    while (at < text.length) {
      const next = this.#stopFrom(text, at)
      if (next > at) this.#add(text.slice(at, next))
      if (next < text.length) yield* this.#meet(text.charAt(next))
      at = next + 1
    }
  }

  *end(): Generator<CsvRow> {
    if (this.#state === 'quoted')
      throw new UnreadableFile(`“${this.#path}” ends within a quoted cell.`, this.#rowLine)
    if (this.#state !== 'before' || this.#cells.length > 0) yield this.#row()
  }

  #stopFrom(text: string, from: number): number {
    const stop = this.#state === 'quoted' ? this.#quotedStop : this.#stop
    stop.lastIndex = from
    return stop.exec(text)?.index ?? text.length
  }

  #add(words: string): void {
    this.#isBehindReturn = false
    if (this.#state === 'closed') this.#stray()
    if (this.#state === 'before') this.#state = 'plain'
    this.#cell.push(words)
    this.#length += words.length
    if (this.#length > LONGEST_RECORD)
      throw new UnreadableFile(`“${this.#path}” has a row that is too long.`, this.#rowLine)
  }

  *#meet(character: string): Generator<CsvRow> {
    const isSecond = this.#isBehindReturn && character === '\n'
    this.#isBehindReturn = character === '\r'
    if ((character === '\n' || character === '\r') && !isSecond) this.#line++
    if (this.#state === 'quoted') this.#meetQuoted(character)
    else if (character === QUOTE) this.#meetQuote()
    else if (character === this.#separator) this.#finishCell()
    else if (isSecond) this.#rowLine = this.#line
    else yield* this.#finishRow()
  }

  #meetQuoted(character: string): void {
    if (character === QUOTE) this.#state = 'closed'
    else this.#cell.push(character)
  }

  #meetQuote(): void {
    if (this.#state === 'before') this.#state = 'quoted'
    else if (this.#state === 'closed') {
      this.#state = 'quoted'
      this.#cell.push(QUOTE)
    } else this.#cell.push(QUOTE)
  }

  #finishCell(): void {
    this.#cells.push(this.#cell.join(''))
    this.#cell = []
    this.#state = 'before'
  }

  *#finishRow(): Generator<CsvRow> {
    const isEmptyLine = this.#state === 'before' && this.#cells.length === 0
    if (!isEmptyLine) yield this.#row()
    this.#rowLine = this.#line
  }

  #row(): CsvRow {
    this.#finishCell()
    const row = { line: this.#rowLine, cells: this.#cells }
    this.#cells = []
    this.#length = 0
    return row
  }

  #stray(): never {
    throw new UnreadableFile(`“${this.#path}” has something behind the quote that ends a cell.`, this.#line)
  }
}
