import { applyEdit, type Edit } from '#shared/domain/edit.ts'
import { mergeRecords } from '#shared/domain/merge.ts'
import type { AnnotationRecord } from '#shared/domain/record.ts'
import type { RecordDisk } from './record-disk.ts'
import type { RecordOutcome } from './records.ts'

/** Runs `run` in `ms` milliseconds unless the function it returns is called before. */
export type Timer = (ms: number, run: () => void) => () => void

export type RecordNews = {
  /** What somebody else put in the file was taken in; `record` is what there is from now on. */
  readonly merged: (record: AnnotationRecord) => void
  /** Saving failed, and will be tried again. */
  readonly failed: (error: unknown) => void
  /** Saving works again. */
  readonly recovered: () => void
}

type Waiter = { readonly resolve: () => void; readonly reject: (error: Error) => void }

/** How long to wait after the first failure, the second and every later one. */
const DELAYS = [1000, 2000, 3000] as const

/**
 * The queue of one record: its newest state in memory, and the promise that it comes to the disk. One job at a time;
 * what is edited while a save runs goes into the next save, all of it together. When a save fails, the edits stay and
 * it is tried again: by and by, and at the next edit.
 */
export class RecordQueue {
  readonly #disk: RecordDisk
  readonly #news: RecordNews
  readonly #after: Timer
  #record: AnnotationRecord | null = null
  #mayBeReplaced = false
  #jobs: Promise<unknown> = Promise.resolve()
  #nextSave: Promise<boolean> | null = null
  #waiters: Waiter[] = []
  #failures = 0
  #cancelRetry: () => void = () => undefined
  #isClosed = false

  constructor(disk: RecordDisk, news: RecordNews, after: Timer) {
    this.#disk = disk
    this.#news = news
    this.#after = after
  }

  /** Reads the file, unless there are edits that it does not hold yet; one that is gone is written again. */
  open(): Promise<RecordOutcome> {
    return this.#enqueue(() => this.#openNow())
  }

  /** Edits the record at once; resolves when that is durably on the disk. @throws {StaleEdit} at once. */
  apply(edit: Edit, onAccepted?: () => void): Promise<void> {
    if (this.#isClosed) throw new Error('This record is closed')
    if (!this.#record) throw new Error('This record is not open for editing')
    const next = applyEdit(this.#record, edit)
    onAccepted?.()
    if (next === this.#record && !this.#isUnsaved) return Promise.resolve()
    return this.#change(next)
  }

  /** Puts a record in place of what is there; resolves when that is durably on the disk. */
  replace(record: AnnotationRecord): Promise<void> {
    if (!this.#mayBeReplaced) throw new Error('This record is not open for editing')
    return this.#change(record)
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

  /** Tries no more; what still waits for the disk is told so. */
  close(): void {
    this.#isClosed = true
    this.#cancelRetry()
    for (const { reject } of this.#waiters) reject(new Error('Closed before this was saved'))
    this.#waiters = []
  }

  get #isUnsaved(): boolean {
    if (this.#record === null) return false
    return this.#record !== this.#disk.record || this.#disk.isLost || this.#waiters.length > 0
  }

  #enqueue<T>(job: () => Promise<T>): Promise<T> {
    const done = this.#jobs.then(job)
    this.#jobs = done.catch(() => undefined)
    return done
  }

  #change(record: AnnotationRecord): Promise<void> {
    if (this.#isClosed) throw new Error('This record is closed')
    this.#record = record
    return new Promise((resolve, reject) => {
      this.#waiters.push({ resolve, reject })
      void this.save()
    })
  }

  async #openNow(): Promise<RecordOutcome> {
    if (this.#record && this.#isUnsaved) return { kind: 'ok', record: this.#record, fileHash: null }
    const before = this.#disk.record
    const outcome = await this.#disk.read()
    const wasEdited = this.#record !== null && this.#record !== before
    if (outcome.kind !== 'ok' && !wasEdited) this.#record = null
    if (outcome.kind === 'ok') this.#record = this.#takenIn(before, outcome.record)
    this.#mayBeReplaced = outcome.kind === 'ok' || outcome.kind === 'damaged'
    if (!this.#record) return outcome
    if (this.#disk.isLost) await this.#saveNow()
    return { kind: 'ok', record: this.#record, fileHash: outcome.kind === 'ok' ? outcome.fileHash : null }
  }

  #takenIn(base: AnnotationRecord, theirs: AnnotationRecord): AnnotationRecord {
    if (!this.#record || this.#record === base) return theirs
    return mergeRecords(base, this.#record, theirs)
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

  /** Writes until the file holds the record, taking in what somebody else has put there meanwhile. */
  async #write(): Promise<void> {
    for (;;) {
      const written = await this.#disk.write(this.#record as AnnotationRecord)
      if (written.kind === 'written') return
      const { base, theirs } = written
      if (theirs === base) continue
      this.#record = mergeRecords(base, this.#record as AnnotationRecord, theirs)
      this.#news.merged(this.#record)
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
