import { Unzip, UnzipInflate } from 'fflate'
import { type InFile, UnreadableFile } from '../../adapter.ts'

/** A piece of an entry; the last of each is `isLast`. */
export type ZipPiece = { readonly name: string; readonly bytes: Uint8Array; readonly isLast: boolean }

/** Texts and XML pack to a tenth; what unpacks to so many times its size is made to fill the memory. */
const MOST_TIMES = 200
/** Below that any ratio is harmless. */
const HARMLESS = 16 * 1024 * 1024
/** Stored and deflated. */
const METHODS: ReadonlySet<number> = new Set([0, 8])
const END_RECORD = [0x50, 0x4b, 0x05, 0x06]
/** Bytes of an archive that are unpacked at once. */
const STEP = 65_536

/** The wanted entries of an archive, as they come. @throws {UnreadableFile} */
export async function* zipPieces(
  file: InFile,
  isWanted: (name: string) => boolean,
): AsyncGenerator<ZipPiece> {
  const reader = new ZipReader(file.path, isWanted)
  for await (const chunk of stepsOf(file.chunks())) yield* reader.take(chunk)
  yield* reader.end()
}

/** The same bytes in pieces of one size: each costs the unpacker as much as a large one. */
async function* stepsOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let step = new Uint8Array(STEP)
  let filled = 0
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; ) {
      const taken = chunk.subarray(at, at + STEP - filled)
      step.set(taken, filled)
      filled += taken.length
      at += taken.length
      if (filled < STEP) continue
      yield step
      step = new Uint8Array(STEP)
      filled = 0
    }
  }
  if (filled > 0) yield step.subarray(0, filled)
}

class ZipReader {
  readonly #unzip: Unzip
  readonly #path: string
  #pieces: ZipPiece[] = []
  #packed = 0
  #unpacked = 0
  /** The last two steps: whatever is said behind the archive's end fits in them. */
  #tail: readonly Uint8Array[] = []
  /** Entries that began and did not end. */
  #open = 0
  #isZip = false

  constructor(path: string, isWanted: (name: string) => boolean) {
    this.#path = path
    this.#unzip = new Unzip((entry) => {
      this.#isZip = true
      const isKept = isWanted(entry.name)
      if (!isKept && !METHODS.has(entry.compression)) return
      this.#open++
      // What is not unpacked would be kept, in case that it is asked for later.
      entry.ondata = (error, bytes, isLast) => {
        if (error) throw error
        this.#keep({ name: entry.name, bytes, isLast }, isKept)
      }
      entry.start()
    })
    this.#unzip.register(UnzipInflate)
  }

  take(chunk: Uint8Array): readonly ZipPiece[] {
    this.#packed += chunk.length
    this.#tail = [...this.#tail.slice(-1), chunk]
    return this.#push(chunk, false)
  }

  end(): readonly ZipPiece[] {
    const pieces = this.#push(new Uint8Array(), true)
    if (!this.#isZip || this.#open > 0 || !this.#hasEnd) throw this.#damaged()
    return pieces
  }

  /** Whether its directory is there, which stands last: else the archive was cut off. */
  get #hasEnd(): boolean {
    const bytes = this.#tail.flatMap((part) => Array.from(part))
    return bytes.some((_, at) => END_RECORD.every((byte, i) => bytes[at + i] === byte))
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

  #keep(piece: ZipPiece, isKept: boolean): void {
    this.#unpacked += piece.bytes.length
    if (this.#unpacked > HARMLESS && this.#unpacked > this.#packed * MOST_TIMES)
      throw new UnreadableFile(`“${this.#path}” unpacks to far more than a project holds.`)
    if (piece.isLast) this.#open--
    if (isKept) this.#pieces.push(piece)
  }

  #damaged(): UnreadableFile {
    return new UnreadableFile(`“${this.#path}” is no REFI-QDA project, or only a part of it.`)
  }
}
