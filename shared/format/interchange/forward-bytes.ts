import { type InFile, UnreadableFile } from './adapter.ts'

/** A file of which one part after the other is asked for; for one that lies before the last, it is read anew. To be closed. */
export class ForwardBytes {
  readonly #file: InFile
  #chunks: AsyncIterator<Uint8Array> | null = null
  #chunk = new Uint8Array()
  /** Where the chunk begins in the file. */
  #at = 0

  constructor(file: InFile) {
    this.#file = file
  }

  /** @throws {UnreadableFile} where the file has not so many. */
  async take(start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = new Uint8Array(end - start)
    let at = 0
    for await (const piece of this.pieces(start, end)) {
      bytes.set(piece, at)
      at += piece.length
    }
    return bytes
  }

  /** @throws {UnreadableFile} where the file has not so many. */
  async *pieces(start: number, end: number): AsyncGenerator<Uint8Array> {
    if (start < this.#at) await this.close()
    for (let from = start; from < end; ) {
      const chunkEnd = this.#at + this.#chunk.length
      const to = Math.min(end, chunkEnd)
      if (from < to) yield this.#chunk.subarray(from - this.#at, to - this.#at)
      if (from < to) from = to
      else await this.#advance()
    }
  }

  async close(): Promise<void> {
    await this.#chunks?.return?.()
    this.#chunks = null
    this.#chunk = new Uint8Array()
    this.#at = 0
  }

  async #advance(): Promise<void> {
    this.#chunks ??= this.#file.chunks()[Symbol.asyncIterator]()
    const next = await this.#chunks.next()
    if (next.done) throw damaged(this.#file)
    this.#at += this.#chunk.length
    this.#chunk = next.value as Uint8Array<ArrayBuffer>
  }
}

/** @throws {UnreadableFile} where the file has not so many. */
export async function bytesAt(file: InFile, start: number, length: number): Promise<DataView<ArrayBuffer>> {
  const forward = new ForwardBytes(file)
  try {
    return new DataView((await forward.take(start, start + length)).buffer)
  } finally {
    await forward.close()
  }
}

export const damaged = ({ path }: InFile): UnreadableFile =>
  new UnreadableFile(`“${path}” is damaged, or only a part of it.`)
