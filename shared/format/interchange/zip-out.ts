import { Zip, ZipDeflate } from 'fflate'
import { utf8Bytes } from '../utf8.ts'
import type { OutFile } from './adapter.ts'

/** A zip archive that is written as it comes. The same members give the same bytes: each is dated to where zip's time begins. */
export class ZipOut {
  readonly #file: OutFile
  readonly #waiting: Uint8Array[] = []
  readonly #zip: Zip

  constructor(file: OutFile) {
    this.#file = file
    this.#zip = new Zip((error, piece) => {
      if (error) throw error
      this.#waiting.push(piece)
    })
  }

  async add(name: string, pieces: AsyncIterable<string> | Iterable<string>): Promise<void> {
    const member = new ZipDeflate(name, { level: 6 })
    // Read by local time, so that it is the same everywhere.
    member.mtime = new Date(1980, 0, 1)
    this.#zip.add(member)
    for await (const piece of pieces) {
      member.push(utf8Bytes(piece))
      await this.#flush()
    }
    member.push(new Uint8Array(), true)
    await this.#flush()
  }

  async close(): Promise<void> {
    this.#zip.end()
    await this.#flush()
    await this.#file.close()
  }

  async #flush(): Promise<void> {
    for (const piece of this.#waiting.splice(0)) await this.#file.write(piece)
  }
}
