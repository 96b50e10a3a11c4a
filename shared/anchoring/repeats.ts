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
    const counts = this.#counts
    this.#anySlot(0, chars.length, (slot) => {
      if ((counts[slot] as number) < 2) counts[slot] = (counts[slot] as number) + 1
      return false
    })
  }

  /** True when `[start, end)` is known to stand nowhere else. */
  isOnce(start: number, end: number): boolean {
    if (end - start < STRETCH) return this.#standsOnce(this.#chars.slice(start, end))
    return this.#anySlot(start, end, (slot) => this.#counts[slot] === 1)
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

  /** Whether `isIt` holds for the slot of one of the stretches in there; none is looked at behind it. */
  #anySlot(start: number, end: number, isIt: (slot: number) => boolean): boolean {
    const chars = this.#chars
    let hash = 0
    for (let i = start; i < end; i++) {
      hash = (Math.imul(hash, FACTOR) + chars.charCodeAt(i)) | 0
      if (i - start >= STRETCH) hash = (hash - Math.imul(chars.charCodeAt(i - STRETCH), LEAVING)) | 0
      if (i - start >= STRETCH - 1 && isIt(Math.imul(hash ^ (hash >>> 15), MIX) >>> this.#shift)) return true
    }
    return false
  }
}

/** Characters: what is this long and the same is hardly ever so by chance. */
export const STRETCH = 24
const FACTOR = 0x01000193
const MIX = 0x2c1b3c6d

/** What the character that leaves the stretch has become by then. */
const LEAVING = Array.from({ length: STRETCH }).reduce<number>((power) => Math.imul(power, FACTOR), 1)
