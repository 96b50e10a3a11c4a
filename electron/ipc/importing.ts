import path from 'node:path'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import type { ImportReport as ReportView, TableAnswer } from '#shared/ipc/importing.ts'
import type { Desk } from '../desk.ts'
import { type ImportReport, importPaths } from '../import/import-files.ts'
import type { ChoicesOf, ReadyImport, TableQuestions } from './table-questions.ts'
import type { Send } from './wire.ts'

const PROGRESS_EVERY_MS = 100

const asItIs: ChoicesOf = () => undefined

/** Runs one import at a time and tells the page how it goes. */
export class Importing {
  readonly #desk: Desk
  readonly #send: Send
  readonly #questions: TableQuestions
  #running: AbortController | null = null
  /** Paths of files that failed, by the rows that the page knows them by. */
  readonly #failed = new Map<number, string>()

  constructor(desk: Desk, send: Send, questions: TableQuestions) {
    this.#desk = desk
    this.#send = send
    this.#questions = questions
  }

  cancel(): void {
    this.#running?.abort()
  }

  /** Asks before where there is something to ask, and imports then. */
  async begin(paths: readonly string[]): Promise<void> {
    if (!this.#desk.session?.canWrite || this.#running) return this.run({ paths, choices: asItIs })
    const about = await this.#questions.about(paths)
    if ('tables' in about) this.#send('import-asks', about)
    else await this.run(about)
  }

  async answered(id: number, answers: readonly TableAnswer[]): Promise<void> {
    const ready = this.#questions.answered(id, answers)
    if (ready) await this.run(ready)
  }

  leave(id: number): void {
    this.#questions.leave(id)
  }

  async again(rows: readonly number[]): Promise<void> {
    const paths = new Set(rows.flatMap((row) => this.#failed.get(row) ?? []))
    for (const row of rows) this.#failed.delete(row)
    await this.begin([...paths])
  }

  async run({ paths, choices }: ReadyImport): Promise<void> {
    const session = this.#desk.session
    if (!session || paths.length === 0) return
    if (!session.canWrite)
      return this.#finish(failed('This workspace can only be read, so nothing can be imported.'))
    if (this.#running)
      return this.#finish(failed('Another import is still running; wait for it or cancel it.'))
    const report = await this.#import({ paths, choices }, this.#progress())
    this.#finish(ok(report))
  }

  /** Files that came in by themselves; null while there is no time for them. */
  async quietly(paths: readonly string[]): Promise<ReportView | null> {
    if (!this.#desk.session?.canWrite || this.#running) return null
    const ready = await this.#questions.unasked(paths)
    return this.#running ? null : this.#import(ready, () => {})
  }

  async #import({ paths, choices }: ReadyImport, onProgress: Progress): Promise<ReportView> {
    const session = this.#desk.session
    if (!session) throw new Error('No workspace is open.')
    this.#running = new AbortController()
    try {
      const { signal } = this.#running
      const report = await importPaths(session.workspace, paths, { signal, choices, onProgress })
      await this.#desk.checkArticles()
      return this.#view(report)
    } finally {
      this.#running = null
    }
  }

  #finish(result: Result<ReportView>): void {
    this.#send('import-finished', result)
  }

  /** Not every file is worth a message: a few each second show that it goes on. */
  #progress(): Progress {
    let last = 0
    return ({ done, total }) => {
      if (total < 2 || Date.now() - last < PROGRESS_EVERY_MS) return
      last = Date.now()
      this.#send('import-progress', { done, total })
    }
  }

  #view({ files, notTried }: ImportReport): ReportView {
    return {
      files: files.map(({ path: file, ...rest }) => {
        const row = rest.outcome === 'failed' ? { row: this.#keepFailed(file) } : {}
        return { name: path.basename(file), ...row, ...rest }
      }),
      untried: notTried,
    }
  }

  /** What failed in a part of a file is tried again with the file. */
  #keepFailed(file: string): number {
    this.#failed.set(nextRow, file.split(' › ')[0] ?? file)
    return nextRow++
  }
}

let nextRow = 0

type Progress = (progress: { readonly done: number; readonly total: number }) => void
