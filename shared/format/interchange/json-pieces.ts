import { type InFile, UnreadableFile } from './adapter.ts'
import { LONGEST_RECORD, textIn } from './in-file.ts'

/**
 * A JSON document that is too large to be held, as what stands around one of its arrays and that array's elements one by one.
 * Nothing is parsed here: brackets are counted outside of strings, so that each element's text can be given to a parser
 * that looks at it closely. The array is the document itself, or the value of a key of the outermost object.
 */
export type JsonPiece =
  | { readonly kind: 'element'; readonly text: string; readonly line: number }
  /** The document with nothing in that array, last. */
  | { readonly kind: 'frame'; readonly text: string }

/** @param key of the array in the outermost object; null where the document is the array. @throws {UnreadableFile} */
export async function* jsonPieces(file: InFile, key: string | null): AsyncGenerator<JsonPiece> {
  const splitter = new JsonSplitter(file.path, key)
  for await (const text of textIn(file)) yield* splitter.take(text)
  yield splitter.end()
}

/** What matters outside of strings, and in them. */
const OUTSIDE = /["[\]{},:]/g
const IN_STRING = /["\\]/g
const LONGEST_KEY = 100

class JsonSplitter {
  readonly #path: string
  /** As it is written in the document. */
  readonly #key: string | null
  /** How deep the array's elements lie. */
  readonly #depth: number
  readonly #frame: string[] = []
  #frameLength = 0
  readonly #element: string[] = []
  #elementLength = 0
  #elements = 0
  #isIn = false
  #isInString = false
  /** The next character stands behind a backslash. */
  #isEscaped = false
  #level = 0
  #line = 1
  #elementLine = 1
  /** The last string on the outermost object's own level. */
  #string = ''
  /** A value comes next, whose key was `#string`. */
  #isValueNext = false

  constructor(path: string, key: string | null) {
    this.#path = path
    this.#key = key === null ? null : JSON.stringify(key)
    this.#depth = key === null ? 1 : 2
  }

  *take(text: string): Generator<JsonPiece> {
    let from = 0
    for (let at = this.#next(text, 0); at >= 0; at = this.#next(text, at + 1)) {
      const isBorder = this.#isBorder(text.charAt(at))
      if (!isBorder) this.#see(text.charAt(at))
      if (!isBorder) continue
      yield* this.#pass(text.slice(from, at), text.charAt(at))
      from = at + 1
    }
    this.#keep(text.slice(from))
  }

  end(): JsonPiece {
    if (this.#isIn || this.#isInString || this.#level !== 0)
      throw new UnreadableFile(`“${this.#path}” is not JSON, or only a part of it.`, this.#line)
    return { kind: 'frame', text: this.#frame.join('') }
  }

  /** Where the next character stands that matters, or -1; strings are passed over. */
  #next(text: string, from: number): number {
    let at = from
    while (this.#isInString && at < text.length) at = this.#passString(text, at)
    if (this.#isInString) return -1
    OUTSIDE.lastIndex = at
    return OUTSIDE.exec(text)?.index ?? -1
  }

  /** Goes on to the string's end, or to what stands behind its next escape. */
  #passString(text: string, from: number): number {
    const at = this.#isEscaped ? from : matchFrom(IN_STRING, text, from)
    const end = at < 0 ? text.length : at + 1
    if (this.#isKeyPlace && this.#string.length < LONGEST_KEY) this.#string += text.slice(from, end)
    if (this.#isEscaped) this.#isEscaped = false
    else if (at >= 0) {
      this.#isEscaped = text[at] === '\\'
      this.#isInString = this.#isEscaped
    }
    return end
  }

  get #isKeyPlace(): boolean {
    return this.#level === 1 && !this.#isIn && !this.#isValueNext
  }

  /** Whether the character begins or ends the array, or parts its elements. */
  #isBorder(character: string): boolean {
    if (character === '[') return this.#opens()
    if (!this.#isIn || this.#level !== this.#depth) return false
    return character === ',' || character === ']' || character === '}'
  }

  #opens(): boolean {
    if (this.#isIn || this.#level !== this.#depth - 1) return false
    return this.#key === null || (this.#isValueNext && this.#string === this.#key)
  }

  #see(character: string): void {
    if (character === '"') {
      this.#isInString = true
      if (this.#isKeyPlace) this.#string = '"'
    } else if (character === '[' || character === '{') this.#level++
    else if (character === ']' || character === '}') this.#level--
    else if (this.#level === 1) this.#isValueNext = character === ':'
  }

  *#pass(text: string, border: string): Generator<JsonPiece> {
    if (!this.#isIn) {
      this.#keep(`${text}[`)
      this.#level++
      this.#isIn = true
      this.#elements = 0
      this.#elementLine = this.#line
      return
    }
    this.#keep(text)
    yield* this.#finished(border === ',')
    if (border === ',') return
    this.#isIn = false
    this.#level--
    this.#isValueNext = false
    this.#keep(border)
  }

  #keep(text: string): void {
    this.#line += feedsIn(text)
    if (!this.#isIn) {
      this.#frame.push(text)
      this.#frameLength += text.length
      if (this.#frameLength > LONGEST_RECORD)
        throw this.#tooLong('has too much around its records', this.#line)
      return
    }
    this.#element.push(text)
    this.#elementLength += text.length
    if (this.#elementLength > LONGEST_RECORD)
      throw this.#tooLong('has a record that is too long', this.#elementLine)
  }

  #tooLong(how: string, line: number): UnreadableFile {
    return new UnreadableFile(`“${this.#path}” ${how}.`, line)
  }

  /** Nothing is an element, too, where a comma says that there is one: whoever parses it says what is wrong. */
  *#finished(hasNext: boolean): Generator<JsonPiece> {
    const whole = this.#element.join('')
    const text = whole.trim()
    const line = this.#elementLine + feedsIn(whole.slice(0, whole.length - whole.trimStart().length))
    if (text !== '' || hasNext || this.#elements > 0) yield { kind: 'element', text, line }
    this.#elements++
    this.#element.length = 0
    this.#elementLength = 0
    this.#elementLine = this.#line
  }
}

function matchFrom(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from
  return pattern.exec(text)?.index ?? -1
}

function feedsIn(text: string): number {
  let feeds = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) feeds++
  return feeds
}
