/** The checksum of zip archives (ISO 3309), one byte at a time with a table of what each of them does. */
const POLYNOMIAL = 0xedb88320

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1
  return value
})

export class Crc32 {
  #state = 0xffffffff

  take(bytes: Uint8Array): void {
    let state = this.#state
    for (const byte of bytes) state = (TABLE[(state ^ byte) & 0xff] as number) ^ (state >>> 8)
    this.#state = state
  }

  get value(): number {
    return (this.#state ^ 0xffffffff) >>> 0
  }
}
