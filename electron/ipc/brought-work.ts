import { failed, ok, type Result } from '#shared/domain/result.ts'
import { FORMATS } from '#shared/format/interchange/adapters.ts'
import type { BroughtChoices, BroughtPreview, BroughtReport } from '#shared/ipc/exchange.ts'
import type { Gathered } from '../brought/gathering.ts'
import { guessedFormats } from '../brought/guessed-formats.ts'
import { isHtml, nothingIn, previewOf, readBrought, refusedPreview } from '../brought/reading.ts'
import { type SourceFiles, sourceFiles } from '../brought/source-files.ts'
import { takeBrought } from '../brought/taking.ts'
import type { Desk } from '../desk.ts'
import type { Session } from '../session.ts'
import type { Send } from './wire.ts'

/** The files that were chosen, for which session, and what was read of them. */
type Chosen = {
  readonly session: Session
  readonly source: SourceFiles
  readonly candidates: readonly string[]
  gathered: Gathered | null
}

const PROGRESS_EVERY_MS = 100
const BUSY = 'Annotations are being read or taken already; please wait, or cancel that.'
const NOTHING_CHOSEN = 'Please choose the annotations once more: another workspace is open now.'

/** Annotations on their way in: files are chosen and read, looked at, perhaps read in another way, and taken. */
export class BroughtWork {
  readonly #desk: Desk
  readonly #send: Send
  #chosen: Chosen | null = null
  #running: AbortController | null = null

  constructor(desk: Desk, send: Send) {
    this.#desk = desk
    this.#send = send
  }

  async choose(path: string): Promise<Result<BroughtPreview>> {
    const { session } = this.#desk
    if (!session) return failed('No workspace is open.')
    if (!session.canWrite) return failed('This workspace can only be read, so nothing can be imported.')
    if (this.#running) return failed(BUSY)
    await this.#forget()
    const source = await sourceFiles(path)
    if (!source.ok) return source
    const candidates = await guessedFormats(source.value, FORMATS)
    const [likeliest] = candidates
    if (likeliest === undefined || isHtml(source.value)) return failed(nothingIn(source.value))
    this.#chosen = { session, source: source.value, candidates, gathered: null }
    return this.readAs(likeliest)
  }

  async readAs(format: string): Promise<Result<BroughtPreview>> {
    const chosen = this.#stillChosen()
    if (!chosen) return failed(NOTHING_CHOSEN)
    const { session, source, candidates } = chosen
    return this.#alone(async (signal) => {
      await chosen.gathered?.spool.close()
      chosen.gathered = null
      const { workspace } = session
      const { parser } = this.#desk
      const read = await readBrought(source, format, {
        workspace,
        parser,
        signal,
        onProgress: this.#progress(),
      })
      // Another format may be the right one.
      if (!read.ok)
        return signal.aborted ? read : ok(refusedPreview(source, format, candidates, read.problem.sentence))
      chosen.gathered = read.value
      return ok(previewOf(read.value, candidates, workspace.manifest.scheme))
    })
  }

  /** What was refused as a whole can be taken with other choices. */
  async take(choices: BroughtChoices): Promise<Result<BroughtReport>> {
    const chosen = this.#stillChosen()
    if (!chosen?.gathered) return failed(NOTHING_CHOSEN)
    const { session, gathered } = chosen
    return this.#alone(async () => {
      const { workspace, annotator, bulk } = session
      const report = await takeBrought(gathered, choices, {
        workspace,
        annotator,
        flush: () => session.flush(),
        make: (edit, plan, whose) => bulk.make(edit, plan, whose),
      })
      await this.#desk.checkArticles()
      return report
    })
  }

  cancel(): void {
    if (!this.#running) void this.#forget()
    this.#running?.abort()
    this.#desk.session?.bulk.cancel()
  }

  #stillChosen(): Chosen | null {
    return this.#chosen?.session === this.#desk.session ? this.#chosen : null
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

  async #forget(): Promise<void> {
    const chosen = this.#chosen
    this.#chosen = null
    await chosen?.gathered?.spool.close()
  }

  #progress(): (progress: { readonly done: number; readonly total: number }) => void {
    let last = 0
    return (progress) => {
      if (Date.now() - last < PROGRESS_EVERY_MS) return
      last = Date.now()
      this.#send('annotations-progress', progress)
    }
  }
}
