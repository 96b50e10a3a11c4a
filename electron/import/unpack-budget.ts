import { ZIP_LIMITS } from './zip.ts'

/** What an archive of so few bytes may unpack to in any case. */
const SMALL = 8 * 1024 * 1024

/**
 * What may come out of one file, the archives in it included: each of them within the limits, they could still be as many
 * as make a few kilobytes fill the disk.
 */
export class UnpackBudget {
  readonly #packed: number
  #members = 0
  #bytes = 0
  #problem: string | null = null

  /** @param packed bytes of the file. */
  constructor(packed: number) {
    this.#packed = packed
  }

  /** Why no more is unpacked, as the rest of a sentence; null while there is something left. */
  get problem(): string | null {
    return this.#problem
  }

  /** False when they are too many. */
  takeMembers(count: number): boolean {
    this.#members += count
    const { members } = ZIP_LIMITS
    if (this.#members > members)
      this.#problem ??= `holds more than ${members.toLocaleString('en')} files, with those of archives in it`
    return this.#problem === null
  }

  /** False when they are too many. */
  takeBytes(count: number): boolean {
    this.#bytes += count
    const { bytes, ratio } = ZIP_LIMITS
    if (this.#bytes > bytes)
      this.#problem ??= `is larger than ${bytes / 1024 / 1024} MB unpacked, with what archives in it hold`
    else if (this.#bytes > SMALL && this.#bytes > this.#packed * ratio)
      this.#problem ??= `is packed more than ${ratio} times smaller than it is, as no honest text is`
    return this.#problem === null
  }
}
