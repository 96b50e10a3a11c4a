import { Deflate } from 'fflate'
import { utf8Bytes } from '../utf8.ts'
import type { OutFile } from './adapter.ts'
import { Crc32 } from './crc-32.ts'

const LOCAL = 0x04034b50
const DESCRIPTOR = 0x08074b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const END_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const VERSION = 20
/** Of what reads large archives (zip64). */
const VERSION_64 = 45
/** Sizes follow behind the content; the name is UTF-8. */
const FLAGS = 0x808
const DEFLATED = 8
/** The first day that an archive can name, 1980-01-01: no clock is asked. */
const FIRST_DAY = 0x21
/** What stands where a number does not fit: it is said elsewhere. */
const ELSEWHERE = 0xffffffff
const ELSEWHERE_SHORT = 0xffff
/** What the records that every tool reads have room for. */
const PLAIN = { entries: ELSEWHERE_SHORT - 1, bytes: ELSEWHERE - 1 }

/**
 * An archive that is written entry by entry; of each that is done nothing is kept but its line in the directory:
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export class ZipOut {
  readonly #file: OutFile
  readonly #plain: typeof PLAIN
  readonly #directory: Uint8Array[] = []
  #at = 0
  #entries = 0

  /** @param plain what is beyond is said as large archives say it. */
  constructor(file: OutFile, plain = PLAIN) {
    this.#file = file
    this.#plain = plain
  }

  async add(name: string, parts: AsyncIterable<string> | Iterable<string>): Promise<void> {
    const start = this.#at
    const named = utf8Bytes(name)
    const facts = [
      [2, VERSION],
      [2, FLAGS],
      [2, DEFLATED],
      [2, 0],
      [2, FIRST_DAY],
    ] as const
    const nothing = [
      [4, 0],
      [4, 0],
      [4, 0],
    ] as const
    await this.#write(fields([4, LOCAL], ...facts, ...nothing, [2, named.length], [2, 0]))
    await this.#write(named)
    const content = await this.#content(parts)
    await this.#write(fields([4, DESCRIPTOR], ...content))
    const isFar = start > this.#plain.bytes
    const extra = isFar ? fields([2, 1], [2, 8], [8, start]) : fields()
    const rest = [
      [2, named.length],
      [2, extra.length],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, isFar ? ELSEWHERE : start],
    ] as const
    const line = fields([4, CENTRAL], [2, VERSION], ...facts, ...content, ...rest)
    this.#directory.push(line, named, extra)
    this.#entries++
  }

  async close(): Promise<void> {
    const start = this.#at
    for (const line of this.#directory) await this.#write(line)
    const size = this.#at - start
    const isLarge = this.#entries > this.#plain.entries || this.#at > this.#plain.bytes
    if (isLarge) await this.#write(this.#largeEnd(start, size))
    const count = isLarge ? ELSEWHERE_SHORT : this.#entries
    const place = isLarge ? ([ELSEWHERE, ELSEWHERE] as const) : ([size, start] as const)
    const counts = [
      [2, count],
      [2, count],
    ] as const
    await this.#write(fields([4, END], [2, 0], [2, 0], ...counts, [4, place[0]], [4, place[1]], [2, 0]))
    await this.#file.close()
  }

  #largeEnd(start: number, size: number): Uint8Array {
    const versions = [
      [2, VERSION_64],
      [2, VERSION_64],
    ] as const
    const counts = [
      [8, this.#entries],
      [8, this.#entries],
    ] as const
    const disks = [
      [4, 0],
      [4, 0],
    ] as const
    return fields(
      [4, END_64],
      [8, 44],
      ...versions,
      ...disks,
      ...counts,
      [8, size],
      [8, start],
      ...[[4, LOCATOR_64] as const, [4, 0] as const, [8, this.#at] as const, [4, 1] as const],
    )
  }

  /** Its checksum, its packed size and its own. */
  async #content(parts: AsyncIterable<string> | Iterable<string>): Promise<readonly Field[]> {
    const start = this.#at
    const sum = new Crc32()
    let size = 0
    let packed: Uint8Array[] = []
    const deflate = new Deflate({ level: 6 }, (chunk) => packed.push(chunk))
    const flush = async (): Promise<void> => {
      for (const chunk of packed) await this.#write(chunk)
      packed = []
    }
    for await (const part of parts) {
      const bytes = utf8Bytes(part)
      sum.take(bytes)
      size += bytes.length
      deflate.push(bytes)
      await flush()
    }
    deflate.push(new Uint8Array(), true)
    await flush()
    return [
      [4, sum.value],
      [4, this.#at - start],
      [4, size],
    ]
  }

  async #write(bytes: Uint8Array): Promise<void> {
    this.#at += bytes.length
    if (bytes.length > 0) await this.#file.write(bytes)
  }
}

/** A number and how many bytes it takes, the lowest first. */
type Field = readonly [width: 2 | 4 | 8, value: number]

function fields(...all: readonly Field[]): Uint8Array {
  return Uint8Array.from(
    all.flatMap(([width, value]) =>
      Array.from({ length: width }, (_, i) => Math.floor(value / 256 ** i) % 256),
    ),
  )
}
