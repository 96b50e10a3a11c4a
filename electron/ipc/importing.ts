import path from 'node:path'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import type { ImportReport as ReportView, ResumableImport } from '#shared/ipc/contract.ts'
import type { ImportProgress, ImportReport } from '../import/import-files.ts'
import { shownName } from '../import/shown-name.ts'
import { beginImport, forgetImport, goOnImporting, type ImportWork } from './import-work.ts'
import type { Send } from './wire.ts'

const PROGRESS_EVERY_MS = 100

type Run = (options: {
  readonly signal: AbortSignal
  readonly onProgress: (progress: ImportProgress) => void
}) => Promise<ImportReport | null>

/** Runs one import at a time and tells the page how it goes. */
export class Importing {
  readonly #work: ImportWork
  readonly #send: Send
  #running: AbortController | null = null

  constructor(work: ImportWork) {
    this.#work = work
    this.#send = work.send
  }

  cancel(): void {
    this.#running?.abort()
  }

  async run(paths: readonly string[]): Promise<void> {
    if (paths.length > 0) await this.#carryOut((options) => beginImport(this.#work, paths, options))
  }

  /** The import that was cut off in this workspace; null where there is none, or while one is running. */
  resumable(): ResumableImport | null {
    const { desk, unfinished } = this.#work
    const order = desk.session && !this.#running ? unfinished.of(desk.session.workspace.manifest.id) : null
    if (!order) return null
    return { name: shownName(path.basename(order.paths[0] ?? '')), paths: order.paths.length }
  }

  /** Goes on with the import that was cut off. */
  async resume(): Promise<void> {
    await this.#carryOut((options) => goOnImporting(this.#work, options))
  }

  async forget(): Promise<void> {
    if (!this.#running) await forgetImport(this.#work)
  }

  async #carryOut(run: Run): Promise<void> {
    const { session } = this.#work.desk
    if (!session) return
    if (!session.canWrite)
      return this.#finish(failed('This workspace can only be read, so nothing can be imported.'))
    if (this.#running)
      return this.#finish(failed('Another import is still running; wait for it or cancel it.'))
    this.#running = new AbortController()
    try {
      const report = await run({ signal: this.#running.signal, onProgress: this.#progress() })
      await this.#work.desk.checkArticles()
      if (report) this.#finish(ok(reportView(report)))
    } finally {
      this.#running = null
    }
  }

  #finish(result: Result<ReportView>): void {
    this.#send('import-finished', result)
  }

  /** Not every file is worth a message: a few each second show that it goes on. */
  #progress() {
    let last = 0
    return ({ done, total }: { readonly done: number; readonly total: number }) => {
      if (total < 2 || Date.now() - last < PROGRESS_EVERY_MS) return
      last = Date.now()
      this.#send('import-progress', { done, total })
    }
  }
}

const reportView = ({ files, notTried, skipped }: ImportReport): ReportView => ({
  files: files.map(({ path: _, ...row }) => row),
  untried: notTried,
  skipped,
})
