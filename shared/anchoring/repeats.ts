/**
 * Which passages stand in a text just once. Every stretch of 24 characters is hashed into a table of small counters; a
 * passage that holds a stretch counted once stands there once. Stretches that meet in the table by chance make a passage
 * look repeated, never the other way round.
 */
export class Repeats {
  readonly #counts: Uint8Array
  readonly #shift: number
  readonly #chars: string

  constructor(chars: string) {
    this.#chars = chars
    const bits = Math.min(26, Math.max(10, Math.ceil(Math.log2(chars.length + 1)) + 6))
    this.#shift = 32 - bits
    this.#counts = new Uint8Array(2 ** bits)
    for (const slot of this.#slots(0, chars.length))
      this.#counts[slot] = Math.min(2, (this.#counts[slot] as number) + 1)
  }

  /** True when `[start, end)` is known to stand nowhere else. */
  isOnce(start: number, end: number): boolean {
    if (end - start < STRETCH) return this.#standsOnce(this.#chars.slice(start, end))
    for (const slot of this.#slots(start, end)) if (this.#counts[slot] === 1) return true
    return false
  }

  /** True when all of `[start, end)`, as far as it lies in the text and is long enough to tell, stands elsewhere too. */
  isTwice(start: number, end: number): boolean {
    const [from, to] = [Math.max(0, start), Math.min(end, this.#chars.length)]
    return to - from >= STRETCH && !this.isOnce(from, to)
  }

  /** Of passages that reach from edge to edge of a short text. */
  #standsOnce(passage: string): boolean {
    const first = this.#chars.indexOf(passage)
    return first >= 0 && this.#chars.indexOf(passage, first + 1) < 0
  }

  *#slots(start: number, end: number): Generator<number> {
    let hash = 0
    for (let i = start; i < end; i++) {
      hash = (Math.imul(hash, FACTOR) + this.#chars.charCodeAt(i)) | 0
      if (i - start >= STRETCH) hash = (hash - Math.imul(this.#chars.charCodeAt(i - STRETCH), LEAVING)) | 0
      if (i - start >= STRETCH - 1) yield Math.imul(hash ^ (hash >>> 15), MIX) >>> this.#shift
    }
  }
}

/** Characters: what is this long and the same is hardly ever so by chance. */
export const STRETCH = 24
const FACTOR = 0x01000193
const MIX = 0x2c1b3c6d

/** What the character that leaves the stretch has become by then. */
const LEAVING = Array.from({ length: STRETCH }).reduce<number>((power) => Math.imul(power, FACTOR), 1)
