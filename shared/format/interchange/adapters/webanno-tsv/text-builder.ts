import { LONGEST_RECORD } from '../../in-file.ts'
import { TsvFault } from './tsv-fault.ts'

/**
 * A file's text: its sentences at the offsets of their first tokens. What white space stands between sentences the format
 * does not say, only how much of it: line feeds and spaces are put there.
 */
export class TextBuilder {
  readonly #parts: string[] = []
  #length = 0
  #sentence: { readonly start: number; readonly text: string } = { start: 0, text: '' }

  get text(): string {
    return this.#parts.join('')
  }

  begin(start: number, text: string, line: number): void {
    const gap = start - this.#length
    if (gap < 0) throw new TsvFault(line, `This sentence begins at ${start}, within the one before it.`)
    if (start + text.length > LONGEST_RECORD)
      throw new TsvFault(line, `The offset ${start} is too large to be read.`)
    const isFirst = this.#length === 0
    this.#parts.push(isFirst || gap === 0 ? ' '.repeat(gap) : `\n${' '.repeat(gap - 1)}`, text)
    this.#length = start + text.length
    this.#sentence = { start, text }
  }

  /** The words between two offsets of the sentence; null where they do not lie in it. */
  quote(start: number, end: number): string | null {
    const { start: from, text } = this.#sentence
    return start >= from && end <= from + text.length ? text.slice(start - from, end - from) : null
  }
}
