import path from 'node:path'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import type { ImportReport as ReportView, ResumableImport, TableAnswer } from '#shared/ipc/importing.ts'
import { type ImportReport, importPaths } from '../import/import-files.ts'
import { shownName } from '../import/shown-name.ts'
import { beginImport, forgetImport, goOnImporting, type ImportWork } from './import-work.ts'
import type { ChoicesOf, ReadyImport, TableQuestions } from './table-questions.ts'

const PROGRESS_EVERY_MS = 100

type Progress = (progress: { readonly done: number; readonly total: number }) => void

type Options = { readonly signal: AbortSignal; readonly onProgress: Progress }
type Run = (options: Options) => Promise<ImportReport | null>

const asItIs: ChoicesOf = () => undefined

/** Runs one import at a time and tells the page how it goes. */
export class Importing {
  readonly #work: ImportWork
  readonly #questions: TableQuestions
  #running: AbortController | null = null
  /** Paths of files that failed, by the rows that the page knows them by. */
  readonly #failed = new Map<number, string>()
  #nextRow = 0

  constructor(work: ImportWork, questions: TableQuestions) {
    this.#work = work
    this.#questions = questions
  }

  cancel(): void {
    this.#running?.abort()
  }

  /** Asks before where there is something to ask, and imports then. */
  async begin(paths: readonly string[]): Promise<void> {
    if (!this.#work.desk.session?.canWrite || this.#running) return this.run({ paths, choices: asItIs })
    const about = await this.#questions.about(paths)
    if ('tables' in about) this.#work.send('import-asks', about)
    else await this.run(about)
  }

  async answered(id: number, answers: readonly TableAnswer[]): Promise<void> {
    const ready = this.#questions.answered(id, answers)
    if (ready) await this.run(ready)
  }

  /** How many columns of tables are remembered. */
  get rememberedTables(): number {
    return this.#questions.remembered
  }

  forgetTables(): void {
    this.#questions.forgetRemembered()
  }

  async again(rows: readonly number[]): Promise<void> {
    const paths = new Set(rows.flatMap((row) => this.#failed.get(row) ?? []))
    for (const row of rows) this.#failed.delete(row)
    await this.begin([...paths])
  }

  async run({ paths, choices }: ReadyImport): Promise<void> {
    if (paths.length === 0) return
    await this.#tell((options) => beginImport(this.#work, paths, { ...options, choices }))
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
    await this.#tell((options) => goOnImporting(this.#work, options))
  }

  async forget(): Promise<void> {
    if (!this.#running) await forgetImport(this.#work)
  }

  /** Files that came in by themselves; null while there is no time for them. */
  async quietly(paths: readonly string[]): Promise<ReportView | null> {
    const { session, parser } = this.#work.desk
    if (!session?.canWrite || this.#running) return null
    const { choices } = await this.#questions.unasked(paths)
    if (this.#running) return null
    return this.#carryOut((options) => importPaths(session.workspace, paths, { ...options, choices, parser }))
  }

  async #tell(run: Run): Promise<void> {
    const { session } = this.#work.desk
    if (!session) return
    if (!session.canWrite)
      return this.#finish(failed('This workspace can only be read, so nothing can be imported.'))
    if (this.#running)
      return this.#finish(failed('Another import is still running; wait for it or cancel it.'))
    const report = await this.#carryOut(run, this.#progress())
    if (report) this.#finish(ok(report))
  }

  async #carryOut(run: Run, onProgress: Progress = () => undefined): Promise<ReportView | null> {
    this.#running = new AbortController()
    try {
      const report = await run({ signal: this.#running.signal, onProgress })
      await this.#work.desk.checkArticles()
      return report && this.#view(report)
    } finally {
      this.#running = null
    }
  }

  #finish(result: Result<ReportView>): void {
    this.#work.send('import-finished', result)
  }

  /** Not every file is worth a message: a few each second show that it goes on. */
  #progress(): Progress {
    let last = 0
    return ({ done, total }) => {
      if (total < 2 || Date.now() - last < PROGRESS_EVERY_MS) return
      last = Date.now()
      this.#work.send('import-progress', { done, total })
    }
  }

  #view({ files, notTried, skipped }: ImportReport): ReportView {
    return {
      files: files.map(({ path: file, ...row }) =>
        row.outcome === 'failed' ? { ...row, row: this.#keepFailed(file) } : row,
      ),
      untried: notTried,
      skipped,
    }
  }

  /** What failed in a part of a file is tried again with the file. */
  #keepFailed(file: string): number {
    const row = this.#nextRow++
    this.#failed.set(row, file.split(' › ')[0] ?? file)
    return row
  }
}
