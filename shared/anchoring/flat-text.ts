/**
 * A text without its typography, so that two copies of the same words are the same. White space and characters that show
 * nothing fall away, quotation marks and dashes are of one kind, letters are composed (NFC). Each character that is left
 * knows which part of the text it stands for, so that a place in the flat text leads back to one in the real one. Line
 * feeds part blocks; a block is a line that holds something.
 */
export type FlatText = {
  /** The characters that are left. */
  readonly chars: string
  /** For each of them where its part of the text begins and ends, in UTF-16 offsets. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** Where each block begins, and as the last one the length of `chars`. */
  readonly blocks: Int32Array
  /** Where each word, or character that is no part of one, begins, and as the last one the length of `chars`. */
  readonly tokens: Int32Array
}

const SPACE = 1
const FEED = 2
const NOTHING = 3
const OTHER = 4
const LETTER = 5

const kinds = new Uint8Array(0x10000)
const REPLACED = new Map<number, string>()

function setKind(chars: string, kind: number): void {
  for (const char of chars) kinds[char.charCodeAt(0)] = kind
}

function replaceAll(chars: string, by: string): void {
  for (const char of chars) {
    kinds[char.charCodeAt(0)] = OTHER
    REPLACED.set(char.charCodeAt(0), by)
  }
}

for (let code = 0; code < 0x10000; code++) {
  const char = String.fromCharCode(code)
  if (/\s/u.test(char)) kinds[code] = SPACE
  else if (/[\p{L}\p{N}\p{M}]/u.test(char) && !isWordless(code)) kinds[code] = LETTER
}
setKind('\n\u2028\u2029', FEED)
setKind('\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff', NOTHING)
replaceAll('‘’‚‛′`´', "'")
replaceAll('“”„‟″«»', '"')
replaceAll('‐‑‒–—―−', '-')
replaceAll('…', '...')

/** Of scripts that are written without spaces between words: there each character is a token. */
function isWordless(code: number): boolean {
  return code >= 0x2e80 || (code >= 0x0e00 && code <= 0x0eff) || (code >= 0x1000 && code <= 0x109f)
}

/** Runs in time and room that grow with the text alone. */
export function flatten(text: string): FlatText {
  const flat = new Flattening(text.length)
  if (text.normalize('NFC') === text) flat.take(text, 0, text.length)
  else flat.takeComposing(text)
  return flat.done()
}

/** Letters with what is put on them, and the parts of Korean syllables. */
const COMPOSABLE = /[^\p{M}\s]\p{M}+|[\u1100-\u11ff]{2,}/gu

class Flattening {
  readonly #codes: Uint16Array[] = []
  #page = new Uint16Array(PAGE)
  #filled = 0
  #starts: Int32Array
  #ends: Int32Array
  #length = 0
  readonly #blocks: number[] = []
  readonly #tokens: number[] = []
  #newBlock = true
  #inWord = false
  #lastCode = 0

  constructor(length: number) {
    this.#starts = new Int32Array(length + 16)
    this.#ends = new Int32Array(length + 16)
  }

  take(text: string, from: number, to: number): void {
    for (let at = from; at < to; at++) this.#takeUnit(text.charCodeAt(at), at, at + 1)
  }

  takeComposing(text: string): void {
    let at = 0
    for (const { 0: cluster, index } of text.matchAll(COMPOSABLE)) {
      this.take(text, at, index)
      at = index + cluster.length
      const composed = cluster.normalize('NFC')
      for (let i = 0; i < composed.length; i++) this.#takeUnit(composed.charCodeAt(i), index, at)
    }
    this.take(text, at, text.length)
  }

  #takeUnit(code: number, start: number, end: number): void {
    const kind = kinds[code]
    if (kind === SPACE || kind === FEED) {
      this.#inWord = false
      if (kind === FEED) this.#newBlock = true
    } else if (kind === OTHER) this.#takeReplaced(REPLACED.get(code) as string, start, end)
    else if (kind !== NOTHING) this.#push(code, start, end, kind === LETTER)
  }

  #takeReplaced(by: string, start: number, end: number): void {
    for (let i = 0; i < by.length; i++) this.#push(by.charCodeAt(i), start, end, false)
  }

  #push(code: number, start: number, end: number, isLetter: boolean): void {
    if (code === DASH && this.#continuesDash(start)) {
      this.#ends[this.#length - 1] = end
      return
    }
    this.#lastCode = code
    if (this.#newBlock) this.#blocks.push(this.#length)
    if (!(isLetter && this.#inWord)) this.#tokens.push(this.#length)
    this.#newBlock = false
    this.#inWord = isLetter
    if (this.#length === this.#starts.length) this.#grow()
    this.#starts[this.#length] = start
    this.#ends[this.#length] = end
    this.#length++
    if (this.#filled === PAGE) this.#turn()
    this.#page[this.#filled++] = code
  }

  /** Two hyphens are a dash to many keyboards. */
  #continuesDash(start: number): boolean {
    return this.#lastCode === DASH && !this.#newBlock && this.#ends[this.#length - 1] === start
  }

  #grow(): void {
    const [starts, ends] = [this.#starts, this.#ends]
    this.#starts = new Int32Array(starts.length * 2)
    this.#ends = new Int32Array(ends.length * 2)
    this.#starts.set(starts)
    this.#ends.set(ends)
  }

  #turn(): void {
    this.#codes.push(this.#page)
    this.#page = new Uint16Array(PAGE)
    this.#filled = 0
  }

  done(): FlatText {
    const pages = [...this.#codes, this.#page.subarray(0, this.#filled)]
    return {
      chars: pages.map((page) => String.fromCharCode(...page)).join(''),
      starts: this.#starts.subarray(0, this.#length),
      ends: this.#ends.subarray(0, this.#length),
      blocks: Int32Array.from([...this.#blocks, this.#length]),
      tokens: tokensWith(this.#tokens, this.#length),
    }
  }
}

const PAGE = 8_192
const DASH = 0x2d

function tokensWith(tokens: readonly number[], length: number): Int32Array {
  const all = new Int32Array(tokens.length + 1)
  all.set(tokens)
  all[tokens.length] = length
  return all
}
