import { rmdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { MANIFEST_NAME } from '#shared/format/manifest.ts'
import { type DocumentFile, documentPath } from './document-file.ts'
import { type DocumentOutcome, keepVersion, readLook, unreadable } from './document-reading.ts'
import { makeFolderDurably, writeDurably } from './durable-write.ts'
import { isStill, type Look, lookAt } from './file-look.ts'
import type { FileOps } from './file-ops.ts'
import { sha256 } from './hash.ts'

/** Content of the file that we know: what it says, and its hash; null where there is no file. */
type Known<D> = { readonly hash: string | null; readonly document: D }

/** `theirs` is what somebody else has put in the file since `base`; `base` itself where that says nothing. */
export type Written<D> =
  | { readonly kind: 'written' }
  | { readonly kind: 'changed'; readonly base: D; readonly theirs: D }

/** Thrown where a file must not be written over, with the reason as a sentence. */
export class WriteRefused extends Error {}

/** Thrown in here: the file is no longer what was read from it or written to it last. */
class ChangedUnderneath extends Error {
  readonly look: Look
  constructor(look: Look) {
    super('The file was changed by another program')
    this.look = look
  }
}

const LOOKS = 4

/**
 * A document's file, as far as the disk is concerned: it knows what the file held when it was last read or written,
 * and puts a document in its place only while it still holds that.
 */
export class DocumentDisk<D> {
  readonly file: DocumentFile<D>
  readonly #ops: FileOps
  #known: Known<D>
  /** What a write that failed may nevertheless have put in place. */
  #attempted: Known<D> | null = null
  /** False when the last write failed: what is in the file may not have reached the disk. */
  #isSettled = true
  #versionIsKept = false

  constructor(file: DocumentFile<D>, ops: FileOps) {
    this.file = file
    this.#ops = ops
    this.#known = { hash: null, document: file.empty }
  }

  /** What the file was last known to hold. */
  get document(): D {
    return this.#known.document
  }

  /** Whether the file is gone that held the document, which is a loss and no deletion: it has to be written again. */
  get isLost(): boolean {
    const { hash, document } = this.#known
    return hash === null && document !== this.file.empty && this.file.workspace.access.kind === 'write'
  }

  /** Reads the file anew. One that is gone since it was known is not taken for an empty one. */
  async read(): Promise<DocumentOutcome<D>> {
    try {
      const look = await lookAt(await documentPath(this.file))
      return look || this.#known.document === this.file.empty ? await this.#learn(look) : this.#forgetFile()
    } catch (error) {
      return unreadable(this.file, error)
    }
  }

  async #learn(look: Look | null): Promise<DocumentOutcome<D>> {
    const outcome = await readLook(this.file, look)
    if (outcome.kind === 'ok') this.#known = { hash: outcome.fileHash, document: outcome.document }
    if (look && outcome.kind === 'damaged' && outcome.copy) this.#giveUp(look, this.file.empty)
    return outcome
  }

  #forgetFile(): DocumentOutcome<D> {
    this.#known = { ...this.#known, hash: null }
    return { kind: 'ok', document: this.#known.document, fileHash: null }
  }

  /** The damaged content may be written over, being copied aside, and is not worth keeping as a good version. */
  #giveUp({ hash }: Look, document: D): void {
    this.#known = { hash, document }
    this.#versionIsKept = true
  }

  /** Resolves once `document` is durably on disk, or to what is there instead. Throws system errors, WriteRefused. */
  async write(document: D): Promise<Written<D>> {
    const bytes = Buffer.from(this.file.contentOf(document), 'utf8')
    const next = { hash: sha256(bytes), document }
    try {
      const path = await documentPath(this.file)
      if (!(await this.#isThere(path, next.hash))) await this.#replace(path, bytes, next)
    } catch (error) {
      this.#isSettled = false
      if (!(error instanceof ChangedUnderneath)) throw error
      return this.#adopt(error.look)
    }
    this.#known = next
    this.#isSettled = true
    return { kind: 'written' }
  }

  /** Removes the file where it says nothing, and the folders that are empty with it; resolves to whether it is gone. Throws system errors. */
  async removeEmpty(): Promise<boolean> {
    const { empty, contentOf } = this.file
    const path = await documentPath(this.file)
    const look = await lookAt(path)
    if (look?.hash !== sha256(contentOf(empty)) || look.hash !== this.#known.hash) return false
    await this.#ops.unlink(path)
    this.#known = { hash: null, document: empty }
    // Those that hold something else stay.
    for (const folder of [dirname(path), dirname(dirname(path))]) await rmdir(folder).catch(() => undefined)
    return true
  }

  /** Whether the content is in the file already, so that nothing needs to be written. */
  async #isThere(path: string, hash: string): Promise<boolean> {
    return this.#isSettled && hash === this.#known.hash && (await this.#lookAgain(path)) !== null
  }

  async #replace(path: string, bytes: Uint8Array, next: Known<D>): Promise<void> {
    if (!this.#isSettled || this.#known.hash === null) await this.#makeFolder(dirname(path))
    const verify = async (): Promise<void> => {
      await this.#lookUntilStill(path)
      this.#attempted = next
    }
    await writeDurably(path, [bytes], { verify, ops: this.#ops })
  }

  /** Never makes the workspace itself again: where it is gone, its drive may have been unplugged. */
  async #makeFolder(folder: string): Promise<void> {
    await stat(join(this.file.workspace.root, MANIFEST_NAME))
    await makeFolderDurably(dirname(folder), this.#ops)
    await makeFolderDurably(folder, this.#ops)
  }

  /** @throws {ChangedUnderneath} unless the file is missing, as we know it, or what an earlier attempt left. */
  async #lookAgain(path: string): Promise<Look | null> {
    const look = await lookAt(path)
    if (look && look.hash === this.#attempted?.hash) this.#known = this.#attempted
    if (look && look.hash !== this.#known.hash) throw new ChangedUnderneath(look)
    return look
  }

  /** Some network drives tell the same file apart from itself: content that stays the same is enough in the end. */
  async #lookUntilStill(path: string): Promise<void> {
    for (let looks = 0; looks < LOOKS; looks++) {
      const look = await this.#lookAgain(path)
      if (look && !this.#versionIsKept) await this.#keepVersion(look)
      if (isStill(path, look)) return
    }
  }

  /** As well as can be: that there is no room for a second copy must not keep the first from being saved. */
  async #keepVersion(look: Look): Promise<void> {
    await keepVersion(this.file, look).then(
      () => {
        this.#versionIsKept = true
      },
      () => undefined,
    )
  }

  async #adopt(look: Look): Promise<Written<D>> {
    const base = this.#known.document
    const outcome = await readLook(this.file, look)
    if (outcome.kind === 'ok') {
      this.#known = { hash: outcome.fileHash, document: outcome.document }
      return { kind: 'changed', base, theirs: outcome.document }
    }
    if (outcome.kind !== 'damaged' || !outcome.copy) throw new WriteRefused(outcome.sentence)
    this.#giveUp(look, base)
    return { kind: 'changed', base, theirs: base }
  }
}
