import { Unzip, UnzipInflate } from 'fflate'
import { type InFile, UnreadableFile } from '../../adapter.ts'

/** A piece of an entry; the last of each is `isLast`. */
export type ZipPiece = { readonly name: string; readonly bytes: Uint8Array; readonly isLast: boolean }

/** Texts and XML pack to a tenth; what unpacks to so many times its size is made to fill the memory. */
const MOST_TIMES = 200
/** Below that any ratio is harmless. */
const HARMLESS = 16 * 1024 * 1024
/** Bytes of an archive that are unpacked at once. */
const STEP = 65_536

/** The wanted entries of an archive, as they come. @throws {UnreadableFile} */
export async function* zipPieces(
  file: InFile,
  isWanted: (name: string) => boolean,
): AsyncGenerator<ZipPiece> {
  const reader = new ZipReader(file.path, isWanted)
  for await (const chunk of file.chunks()) {
    for (let at = 0; at < chunk.length; at += STEP) yield* reader.take(chunk.subarray(at, at + STEP))
  }
  yield* reader.end()
}

class ZipReader {
  readonly #unzip: Unzip
  readonly #path: string
  #pieces: ZipPiece[] = []
  #packed = 0
  #unpacked = 0
  /** Entries that began and did not end. */
  #open = 0
  #isZip = false

  constructor(path: string, isWanted: (name: string) => boolean) {
    this.#path = path
    this.#unzip = new Unzip((entry) => {
      this.#isZip = true
      if (!isWanted(entry.name)) return
      this.#open++
      entry.ondata = (error, bytes, isLast) => {
        if (error) throw error
        this.#keep({ name: entry.name, bytes, isLast })
      }
      entry.start()
    })
    this.#unzip.register(UnzipInflate)
  }

  take(chunk: Uint8Array): readonly ZipPiece[] {
    this.#packed += chunk.length
    return this.#push(chunk, false)
  }

  end(): readonly ZipPiece[] {
    const pieces = this.#push(new Uint8Array(), true)
    if (!this.#isZip || this.#open > 0) throw this.#damaged()
    return pieces
  }

  #push(chunk: Uint8Array, isFinal: boolean): readonly ZipPiece[] {
    try {
      this.#unzip.push(chunk, isFinal)
    } catch (error) {
      throw error instanceof UnreadableFile ? error : this.#damaged()
    }
    const pieces = this.#pieces
    this.#pieces = []
    return pieces
  }

  #keep(piece: ZipPiece): void {
    this.#unpacked += piece.bytes.length
    if (this.#unpacked > HARMLESS && this.#unpacked > this.#packed * MOST_TIMES)
      throw new UnreadableFile(`“${this.#path}” unpacks to far more than a project holds.`)
    if (piece.isLast) this.#open--
    this.#pieces.push(piece)
  }

  #damaged(): UnreadableFile {
    return new UnreadableFile(`“${this.#path}” is no REFI-QDA project, or only a part of it.`)
  }
}
