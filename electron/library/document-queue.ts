import type { Edit } from '#shared/domain/edit.ts'
import type { DocumentDisk } from './document-disk.ts'
import type { DocumentOutcome } from './document-reading.ts'

/** Runs `run` in `ms` milliseconds unless the function it returns is called before. */
export type Timer = (ms: number, run: () => void) => () => void

export type DocumentNews<D> = {
  /** What somebody else put in the file was taken in; `document` is what there is from now on. */
  readonly merged: (document: D) => void
  /** Saving failed, and will be tried again. */
  readonly failed: (error: unknown) => void
  /** Saving works again. */
  readonly recovered: () => void
}

type Waiter = { readonly resolve: () => void; readonly reject: (error: Error) => void }

/** How long to wait after the first failure, the second and every later one. */
const DELAYS = [1000, 2000, 3000] as const

/**
 * The queue of one document: its newest state in memory, and the promise that it comes to the disk. One job at a time;
 * what is edited while a save runs goes into the next save, all of it together. When a save fails, the edits stay and
 * it is tried again: by and by, and at the next edit.
 */
export class DocumentQueue<D extends object> {
  readonly #disk: DocumentDisk<D>
  readonly #news: DocumentNews<D>
  readonly #after: Timer
  #document: D | null = null
  #mayBeReplaced = false
  #jobs: Promise<unknown> = Promise.resolve()
  #nextSave: Promise<boolean> | null = null
  #waiters: Waiter[] = []
  #failures = 0
  #cancelRetry: () => void = () => undefined
  #isClosed = false

  constructor(disk: DocumentDisk<D>, news: DocumentNews<D>, after: Timer) {
    this.#disk = disk
    this.#news = news
    this.#after = after
  }

  /** Reads the file, unless there are edits that it does not hold yet; one that is gone is written again. */
  open(): Promise<DocumentOutcome<D>> {
    return this.#enqueue(() => this.#openNow())
  }

  /** @throws {StaleEdit} where `edit` was made against something else, or what is there cannot be edited. */
  check(edit: Edit): D {
    if (this.#isClosed) throw new Error('This file is closed')
    if (!this.#document) throw new Error('This file is not open for editing')
    return this.#disk.file.apply(this.#document, edit)
  }

  /** Edits the document at once; resolves when that is durably on the disk. @throws what `check` does. */
  apply(edit: Edit): Promise<void> {
    const next = this.check(edit)
    return next === this.#document && !this.#isUnsaved ? Promise.resolve() : this.#change(next)
  }

  /** Puts a document in place of what is there; resolves when that is durably on the disk. */
  replace(document: D): Promise<void> {
    if (!this.#mayBeReplaced) throw new Error('This file is not open for editing')
    return this.#change(document)
  }

  /** Saves what is not saved; resolves to whether all of it is on the disk now. */
  save(): Promise<boolean> {
    this.#cancelRetry()
    this.#nextSave ??= this.#enqueue(() => {
      this.#nextSave = null
      return this.#saveNow()
    })
    return this.#nextSave
  }

  /** Removes the file where it says nothing. */
  removeEmpty(): Promise<void> {
    return this.#enqueue(async () => {
      await this.#openNow()
      const before = this.#document
      if (before === null || this.#isUnsaved || !(await this.#disk.removeEmpty())) return
      // Edited meanwhile, it is another one, which will be saved.
      if (this.#document === before) this.#document = this.#disk.document
    })
  }

  /** Tries no more; what still waits for the disk is told so. */
  close(): void {
    this.#isClosed = true
    this.#cancelRetry()
    for (const { reject } of this.#waiters) reject(new Error('Closed before this was saved'))
    this.#waiters = []
  }

  /** What there is now, saved or not; null before it was opened. */
  get document(): D | null {
    return this.#document
  }

  get #isUnsaved(): boolean {
    if (this.#document === null) return false
    return this.#document !== this.#disk.document || this.#disk.isLost || this.#waiters.length > 0
  }

  #enqueue<T>(job: () => Promise<T>): Promise<T> {
    const done = this.#jobs.then(job)
    this.#jobs = done.catch(() => undefined)
    return done
  }

  #change(document: D): Promise<void> {
    if (this.#isClosed) throw new Error('This file is closed')
    this.#document = document
    return new Promise((resolve, reject) => {
      this.#waiters.push({ resolve, reject })
      void this.save()
    })
  }

  async #openNow(): Promise<DocumentOutcome<D>> {
    if (this.#document && this.#isUnsaved) return { kind: 'ok', document: this.#document, fileHash: null }
    const before = this.#disk.document
    const outcome = await this.#disk.read()
    const wasEdited = this.#document !== null && this.#document !== before
    if (outcome.kind !== 'ok' && !wasEdited) this.#document = null
    if (outcome.kind === 'ok') this.#document = this.#takenIn(before, outcome.document)
    this.#mayBeReplaced = outcome.kind === 'ok' || outcome.kind === 'damaged'
    if (!this.#document) return outcome
    if (this.#disk.isLost) await this.#saveNow()
    return { kind: 'ok', document: this.#document, fileHash: outcome.kind === 'ok' ? outcome.fileHash : null }
  }

  #takenIn(base: D, theirs: D): D {
    if (!this.#document || this.#document === base) return theirs
    return this.#disk.file.merge(base, this.#document, theirs)
  }

  async #saveNow(): Promise<boolean> {
    if (!this.#isUnsaved) return true
    const served = this.#waiters
    this.#waiters = []
    try {
      await this.#write()
    } catch (error) {
      this.#waiters = [...served, ...this.#waiters]
      this.#fail(error)
      return false
    }
    this.#succeed(served)
    return true
  }

  /** Writes until the file holds the document, taking in what somebody else has put there meanwhile. */
  async #write(): Promise<void> {
    for (;;) {
      const written = await this.#disk.write(this.#document as D)
      if (written.kind === 'written') return
      const { base, theirs } = written
      if (theirs === base) continue
      this.#document = this.#disk.file.merge(base, this.#document as D, theirs)
      this.#news.merged(this.#document)
    }
  }

  #fail(error: unknown): void {
    const delay = DELAYS[Math.min(this.#failures, DELAYS.length - 1)] as number
    this.#failures++
    this.#news.failed(error)
    if (this.#isClosed) this.close()
    else this.#cancelRetry = this.#after(delay, () => void this.save())
  }

  #succeed(served: readonly Waiter[]): void {
    const hadFailed = this.#failures > 0
    this.#failures = 0
    for (const { resolve } of served) resolve()
    if (hadFailed) this.#news.recovered()
  }
}
