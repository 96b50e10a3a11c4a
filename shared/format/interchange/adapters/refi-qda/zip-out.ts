import { Zip, ZipDeflate } from 'fflate'
import { utf8Bytes } from '../../../utf8.ts'
import type { OutFile } from '../../adapter.ts'

/** More do not fit into the archive's directory as every tool reads it. */
export const MOST_ENTRIES = 65_000

/** The first day that an archive can name: no clock is asked. */
const FIRST_DAY = new Date(1980, 0, 1)

/** An archive that is written entry by entry, none of them held whole. */
export class ZipOut {
  readonly #file: OutFile
  readonly #zip: Zip
  #packed: Uint8Array[] = []

  constructor(file: OutFile) {
    this.#file = file
    this.#zip = new Zip((error, chunk) => {
      if (error) throw error
      this.#packed.push(chunk)
    })
  }

  async add(name: string, parts: AsyncIterable<string> | Iterable<string>): Promise<void> {
    const entry = new ZipDeflate(name, { level: 6 })
    entry.mtime = FIRST_DAY
    this.#zip.add(entry)
    for await (const part of parts) {
      entry.push(utf8Bytes(part))
      await this.#flush()
    }
    entry.push(new Uint8Array(), true)
    await this.#flush()
  }

  async close(): Promise<void> {
    this.#zip.end()
    await this.#flush()
    await this.#file.close()
  }

  async #flush(): Promise<void> {
    const packed = this.#packed
    this.#packed = []
    for (const chunk of packed) if (chunk.length > 0) await this.#file.write(chunk)
  }
}
