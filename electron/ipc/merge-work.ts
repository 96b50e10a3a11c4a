import { failed, type Result } from '#shared/domain/result.ts'
import type { WorkProgress } from '#shared/ipc/exchange.ts'
import type { MergeChoices, MergePreview, MergeReport } from '#shared/ipc/merging.ts'
import type { Desk } from '../desk.ts'
import { UNSAVED } from '../library/unsaved.ts'
import { type Colleague, openColleague } from '../merging/colleague.ts'
import { mergePreview } from '../merging/merge-preview.ts'
import { takeMerge } from '../merging/taking-merge.ts'
import type { Session } from '../session.ts'
import type { Send } from './wire.ts'

/** Whose work was chosen, for which session, and what is open of it. */
type Chosen = { readonly session: Session; readonly path: string }

const PROGRESS_EVERY_MS = 100
const CANCELLED = 'It was cancelled, and nothing was merged.'
const BUSY = 'Something is being merged already; please wait, or cancel that.'
const NOTHING_CHOSEN = 'Please choose the work to merge once more: another workspace is open now.'
const READ_ONLY = 'This workspace can only be read, so nothing can be merged into it.'
const ONE = 'Please drop one colleague’s work at a time.'

/** A colleague's work on its way in: chosen or dropped, looked at, and merged. It is read anew for the merge. */
export class MergeWork {
  readonly #desk: Desk
  readonly #send: Send
  #chosen: Chosen | null = null
  #running: AbortController | null = null

  constructor(desk: Desk, send: Send) {
    this.#desk = desk
    this.#send = send
  }

  async choose(path: string): Promise<Result<MergePreview>> {
    const { session } = this.#desk
    if (!session) return failed('No workspace is open.')
    if (!session.canWrite) return failed(READ_ONLY)
    return this.#alone(async (signal) => {
      this.#chosen = null
      // What is shown is how things are, with what was typed a moment ago.
      if (!(await session.flush())) return failed(UNSAVED)
      const { workspace, annotator } = session
      const preview = await this.#with(session, path, signal, (colleague) =>
        mergePreview(colleague, { workspace, annotator, signal, onProgress: this.#progress() }),
      )
      if (preview.ok) this.#chosen = { session, path }
      return preview
    })
  }

  /** What was dropped on the window. */
  async offer(paths: readonly string[]): Promise<void> {
    const [path] = paths
    if (path === undefined) return
    this.#send('merge-offered', paths.length > 1 ? failed(ONE) : await this.choose(path))
  }

  async take(choices: MergeChoices): Promise<Result<MergeReport>> {
    const chosen = this.#chosen
    if (!chosen || chosen.session !== this.#desk.session) return failed(NOTHING_CHOSEN)
    const { session, path } = chosen
    return this.#alone(async (signal) => {
      const { workspace, bulk } = session
      const report = await this.#with(session, path, signal, (colleague) =>
        takeMerge(colleague, choices, {
          workspace,
          flush: () => session.flush(),
          make: async (edit, plan) => (signal.aborted ? failed(CANCELLED) : bulk.make(edit, plan)),
          onProgress: this.#progress(),
        }),
      )
      this.#desk.showScheme()
      await this.#desk.checkArticles()
      return report
    })
  }

  cancel(): void {
    if (!this.#running) this.#chosen = null
    this.#running?.abort()
    this.#desk.session?.bulk.cancel()
  }

  async #with<T>(
    { workspace: ours }: Session,
    path: string,
    signal: AbortSignal,
    work: (colleague: Colleague) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const colleague = await openColleague(path, { ours, parser: this.#desk.parser, signal })
    if (!colleague.ok) return colleague
    try {
      return await work(colleague.value)
    } finally {
      await colleague.value.close()
    }
  }

  async #alone<T>(work: (signal: AbortSignal) => Promise<Result<T>>): Promise<Result<T>> {
    if (this.#running) return failed(BUSY)
    this.#running = new AbortController()
    try {
      return await work(this.#running.signal)
    } finally {
      this.#running = null
    }
  }

  #progress(): (progress: WorkProgress) => void {
    let last = 0
    return (progress) => {
      if (Date.now() - last < PROGRESS_EVERY_MS) return
      last = Date.now()
      this.#send('merge-progress', progress)
    }
  }
}
