import { type InFile, UnreadableFile } from '#shared/format/interchange/adapter.ts'
import { LONGEST_RECORD } from '#shared/format/interchange/in-file.ts'
import type { ZipMember } from '../../zip-directory.ts'
import { columnIndex, textOfCell } from './cell-text.ts'
import { type XmlEvent, xmlEvents } from './xml-events.ts'

export type SheetRow = {
  /** As the sheet counts, from 1. */
  readonly line: number
  /** By the index of their column; without those that are empty. */
  readonly cells: ReadonlyMap<number, string>
}

/** What the cells of a workbook may point to: its texts, each kept once. @throws {UnreadableFile} */
export async function sharedStrings(file: InFile, member: ZipMember): Promise<readonly string[]> {
  const texts = new SharedTexts(file.path)
  for await (const events of xmlEvents(file, member)) for (const event of events) texts.take(event)
  return texts.all
}

class SharedTexts {
  readonly all: string[] = []
  readonly #path: string
  #words = ''
  #length = 0
  #isIn = false

  constructor(path: string) {
    this.#path = path
  }

  take(event: XmlEvent): void {
    if (event.kind === 'text') this.#add(event.text)
    else if (event.name === 't') this.#isIn = event.kind === 'open'
    else if (event.name === 'si' && event.kind === 'close') {
      this.all.push(textOfCell(this.#words))
      this.#words = ''
    }
  }

  #add(text: string): void {
    if (!this.#isIn) return
    this.#words += text
    this.#length += text.length
    if (this.#length > LONGEST_RECORD)
      throw new UnreadableFile(`“${this.#path}” has more text than can be held.`)
  }
}

/** The rows of a sheet that hold anything. @throws {UnreadableFile} */
export async function* sheetRows(
  file: InFile,
  member: ZipMember,
  strings: readonly string[],
): AsyncGenerator<SheetRow> {
  const row = new RowReader(file.path, strings)
  for await (const events of xmlEvents(file, member))
    for (const event of events) {
      const finished = row.take(event)
      if (finished && finished.cells.size > 0) yield finished
    }
}

class RowReader {
  readonly #path: string
  readonly #strings: readonly string[]
  #line = 0
  #column = -1
  #type = 'n'
  #words = ''
  #isIn = false
  #cells = new Map<number, string>()

  constructor(path: string, strings: readonly string[]) {
    this.#path = path
    this.#strings = strings
  }

  /** The row that ends here. */
  take(event: XmlEvent): SheetRow | null {
    if (event.kind === 'close') return this.#close(event.name)
    if (event.kind === 'text') this.#text(event.text)
    else this.#open(event.name, event.attributes)
    return null
  }

  #text(text: string): void {
    if (!this.#isIn) return
    this.#words += text
    if (this.#words.length > LONGEST_RECORD)
      throw new UnreadableFile(`“${this.#path}” has a cell that is too long.`, this.#line)
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') this.#openRow(attributes)
    if (name === 'c') {
      this.#column = columnIndex(attributes.r ?? '') ?? this.#column + 1
      this.#type = attributes.t ?? 'n'
      this.#words = ''
    }
    if (name === 'v' || name === 't') this.#isIn = true
  }

  #openRow({ r }: Readonly<Record<string, string>>): void {
    this.#line = r && /^\d{1,7}$/.test(r) ? Number(r) : this.#line + 1
    this.#column = -1
    this.#cells = new Map()
  }

  #close(name: string): SheetRow | null {
    if (name === 'v' || name === 't') this.#isIn = false
    if (name === 'c' && this.#words !== '') this.#cells.set(this.#column, this.#value())
    return name === 'row' ? { line: this.#line, cells: this.#cells } : null
  }

  #value(): string {
    if (this.#type === 'n') return `${Number(this.#words)}`
    if (this.#type === 'b') return this.#words === '1' ? 'TRUE' : 'FALSE'
    if (this.#type !== 's') return textOfCell(this.#words)
    const shared = this.#strings[Number(this.#words)]
    if (shared === undefined)
      throw new UnreadableFile(`“${this.#path}” has a cell whose text is not there.`, this.#line)
    return shared
  }
}
