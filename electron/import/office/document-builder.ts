import { type Block, rowOf } from '#electron/import/document/block.ts'

/**
 * Builds the blocks of an office document while its XML is walked through. What stands in a paragraph goes to the innermost
 * open holder when the paragraph ends: a note, a cell of a table, or the text itself.
 */
export class DocumentBuilder {
  readonly blocks: Block[] = []
  /** The lines of each note and each cell that is open. */
  readonly #holders: string[][] = []
  /** The words of each paragraph that is open: one lies in another where a note or a text box stands in a line. */
  readonly #open: string[] = []
  readonly #rows: string[][] = []

  openParagraph(): void {
    this.#open.push('')
  }

  closeParagraph(kind: 'paragraph' | 'item'): void {
    const text = this.#open.pop() ?? ''
    const holder = this.#holders.at(-1)
    if (holder) holder.push(text)
    else this.blocks.push({ kind, text })
  }

  openRow(): void {
    this.#rows.push([])
  }

  /** A table in a cell of another is lines of that cell. */
  closeRow(): void {
    const row = rowOf(this.#rows.pop() ?? [])
    const holder = this.#holders.at(-1)
    if (holder) holder.push(row.text)
    else this.blocks.push(row)
  }

  openCell(): void {
    this.#holders.push([])
  }

  closeCell(): void {
    this.#rows.at(-1)?.push(this.closeHolder())
  }

  /** Until it is closed, paragraphs are its lines and none of the text. */
  openHolder(): void {
    this.#holders.push([])
  }

  closeHolder(): string {
    return this.#holders.pop()?.join('\n') ?? ''
  }

  /** What stands in no paragraph is none of the text. */
  write(words: string): void {
    const last = this.#open.length - 1
    if (last >= 0) this.#open[last] += words
  }
}

/** A note behind the text, under the number that stands in the text. */
export const noteBlock = (number: number, text: string): Block => ({
  kind: 'paragraph',
  text: `[${number}] ${text.trim()}`,
})
