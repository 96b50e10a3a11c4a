import { Deflate } from 'fflate'
import { utf8Bytes } from '../../../utf8.ts'
import type { OutFile } from '../../adapter.ts'
import { Crc32 } from './crc-32.ts'

/** More do not fit into the archive's directory as every tool reads it. */
export const MOST_ENTRIES = 65_000

const LOCAL = 0x04034b50
const DESCRIPTOR = 0x08074b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const VERSION = 20
/** Sizes follow behind the content; the name is UTF-8. */
const FLAGS = 0x808
const DEFLATED = 8
/** The first day that an archive can name, 1980-01-01: no clock is asked. */
const FIRST_DAY = 0x21

/**
 * An archive that is written entry by entry; of each that is done nothing is kept but its line in the directory:
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export class ZipOut {
  readonly #file: OutFile
  readonly #directory: Uint8Array[] = []
  #at = 0
  #entries = 0

  constructor(file: OutFile) {
    this.#file = file
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
    const rest = [
      [2, named.length],
      [2, 0],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, start],
    ] as const
    this.#directory.push(fields([4, CENTRAL], [2, VERSION], ...facts, ...content, ...rest), named)
    this.#entries++
  }

  async close(): Promise<void> {
    const start = this.#at
    for (const line of this.#directory) await this.#write(line)
    const count = [
      [2, this.#entries],
      [2, this.#entries],
    ] as const
    await this.#write(fields([4, END], [2, 0], [2, 0], ...count, [4, this.#at - start], [4, start], [2, 0]))
    await this.#file.close()
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
type Field = readonly [width: 2 | 4, value: number]

function fields(...all: readonly Field[]): Uint8Array {
  return Uint8Array.from(
    all.flatMap(([width, value]) => Array.from({ length: width }, (_, i) => (value >>> (8 * i)) & 0xff)),
  )
}
