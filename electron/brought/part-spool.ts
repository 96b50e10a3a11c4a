import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Boilerplate } from '#shared/domain/boilerplate.ts'
import type { Metadata } from '#shared/domain/metadata.ts'
import type { Status } from '#shared/domain/record.ts'
import type { RecordPlace } from '#shared/format/interchange/read-values.ts'
import type { PlacedMark } from './placed-marks.ts'

/** A text that comes with its annotations and is no article yet. */
export type NewText = {
  readonly text: string
  readonly metadata: Metadata
  readonly boilerplate: readonly Boilerplate[]
}

/** What one part of the files says of one article. */
export type BroughtPart = {
  readonly place: RecordPlace
  readonly status: Status | null
  readonly marks: readonly PlacedMark[]
  /** Null where there is an article already. */
  readonly draft: NewText | null
}

type Piece = { readonly at: number; readonly length: number }

/**
 * What was read, kept aside until it is taken: in a file of its own, so that a million annotations need no room in memory,
 * and what was shown is what is taken, whatever becomes of the files meanwhile.
 */
export class PartSpool {
  readonly #folder: string
  readonly #file: FileHandle
  readonly #pieces = new Map<string, Piece[]>()
  #end = 0

  private constructor(folder: string, file: FileHandle) {
    this.#folder = folder
    this.#file = file
  }

  static async make(): Promise<PartSpool> {
    const folder = await mkdtemp(join(tmpdir(), 'glosswright-annotations-'))
    const spool = new PartSpool(folder, await open(join(folder, 'parts'), 'wx+', 0o600))
    // Where an open file needs no name, nothing stays behind however the program ends.
    if (process.platform !== 'win32') await spool.#removeFolder()
    return spool
  }

  async add(target: string, part: BroughtPart): Promise<void> {
    const bytes = Buffer.from(JSON.stringify(part))
    const pieces = this.#pieces.get(target) ?? []
    this.#pieces.set(target, pieces)
    const at = this.#end
    for (let done = 0; done < bytes.length; ) {
      const { bytesWritten } = await this.#file.write(bytes, done, bytes.length - done, at + done)
      done += bytesWritten
    }
    pieces.push({ at, length: bytes.length })
    this.#end += bytes.length
  }

  /** What parts are about, in the order in which it first came up. */
  get targets(): readonly string[] {
    return [...this.#pieces.keys()]
  }

  /** All that is about a target. */
  async partsOf(target: string): Promise<readonly BroughtPart[]> {
    const parts: BroughtPart[] = []
    for (const { at, length } of this.#pieces.get(target) ?? []) {
      const { buffer } = await this.#file.read(Buffer.alloc(length), 0, length, at)
      parts.push(JSON.parse(buffer.toString()) as BroughtPart)
    }
    return parts
  }

  async close(): Promise<void> {
    await this.#file.close().catch(() => undefined)
    await this.#removeFolder()
  }

  #removeFolder(): Promise<void> {
    return rm(this.#folder, { recursive: true, force: true })
  }
}
