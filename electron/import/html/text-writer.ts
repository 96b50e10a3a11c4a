/**
 * Writes the words of a page as lines. White space is held back until a word follows it, so that none stands at a
 * line's edge, and so are line ends: of several that meet, the largest gap counts.
 */
export class TextWriter {
  readonly #chunks: string[] = []
  #length = 0
  #atLineStart = true
  #ends = 0
  #gap = ''
  readonly #onWrite: (at: number) => void

  /** @param onWrite called before words are written, with the offset at which they will stand. */
  constructor(onWrite: (at: number) => void) {
    this.#onWrite = onWrite
  }

  /** How long the text is by now. */
  get length(): number {
    return this.#length
  }

  toString(): string {
    return this.#chunks.join('')
  }

  /** Words with white space as browsers show it: any run of it is one space, but non-breaking spaces stay. */
  words(text: string): void {
    const collapsed = text.replace(/[ \t\n\f\r]+/g, ' ')
    const isSpaced = collapsed.startsWith(' ')
    if (isSpaced) this.space()
    const words = isSpaced ? collapsed.slice(1) : collapsed
    this.#put(words.endsWith(' ') ? words.slice(0, -1) : words)
    if (words.endsWith(' ')) this.space()
  }

  /** Words with their white space and line ends as they are. */
  preformatted(text: string): void {
    const lines = text.split(/\r\n?|\n/)
    for (const [i, line] of lines.entries()) {
      if (i > 0) this.#endLine(this.#ends + 1)
      this.#put(line)
    }
  }

  space(): void {
    if (!this.#atLineStart && this.#gap === '') this.#gap = ' '
  }

  /** The edge between two cells of a row. */
  tab(): void {
    this.#gap = `${this.#gap.replaceAll(' ', '')}\t`
  }

  /** What follows stands on a line of its own; with 2, an empty line lies between. */
  breakLine(ends: 1 | 2): void {
    this.#endLine(Math.max(this.#ends, ends))
  }

  /** As `<br>` does it. More than one empty line is never left. */
  endLine(): void {
    this.#endLine(Math.max(this.#ends, Math.min(2, this.#ends + 1)))
  }

  #endLine(ends: number): void {
    this.#ends = ends
    this.#gap = ''
    this.#atLineStart = true
  }

  #put(words: string): void {
    if (words === '') return
    if (this.#atLineStart && !/[^\s\p{Cf}]/u.test(words)) {
      this.#gap += words
      return
    }
    const before = (this.#length === 0 ? '' : '\n'.repeat(this.#ends)) + this.#gap
    this.#length += before.length
    this.#onWrite(this.#length)
    this.#chunks.push(before, words)
    this.#length += words.length
    this.#ends = 0
    this.#gap = ''
    this.#atLineStart = false
  }
}
