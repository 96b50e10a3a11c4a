import { failed, ok, type Result } from '#shared/domain/result.ts'
import type { ImportReport as ReportView } from '#shared/ipc/contract.ts'
import type { Desk } from '../desk.ts'
import { type ImportReport, importPaths } from '../import/import-files.ts'
import type { Send } from './wire.ts'

const PROGRESS_EVERY_MS = 100

/** Runs one import at a time and tells the page how it goes. */
export class Importing {
  readonly #desk: Desk
  readonly #send: Send
  #running: AbortController | null = null

  constructor(desk: Desk, send: Send) {
    this.#desk = desk
    this.#send = send
  }

  cancel(): void {
    this.#running?.abort()
  }

  async run(paths: readonly string[]): Promise<void> {
    const session = this.#desk.session
    if (!session || paths.length === 0) return
    if (!session.canWrite)
      return this.#finish(failed('This workspace can only be read, so nothing can be imported.'))
    if (this.#running)
      return this.#finish(failed('Another import is still running; wait for it or cancel it.'))
    this.#running = new AbortController()
    try {
      const report = await importPaths(session.workspace, paths, {
        parser: this.#desk.parser,
        signal: this.#running.signal,
        onProgress: this.#progress(),
      })
      await this.#desk.checkArticles()
      this.#finish(ok(reportView(report)))
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
