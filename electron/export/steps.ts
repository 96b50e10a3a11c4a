import { stopIfCancelled } from './export-stopped.ts'

type Told = (done: number, total: number) => void

/** How far an export has come that goes through its articles several times; never back. */
export class Steps {
  readonly #total: number
  readonly #told: Told | undefined
  readonly #signal: AbortSignal | undefined
  #done = -1

  constructor(total: number, told: Told | undefined, signal: AbortSignal | undefined) {
    this.#total = total
    this.#told = told
    this.#signal = signal
  }

  reach(done: number): void {
    if (done <= this.#done) return
    this.#done = Math.min(done, this.#total)
    this.#told?.(this.#done, this.#total)
  }

  /** @throws {ExportStopped} once it was cancelled. */
  check(): void {
    stopIfCancelled(this.#signal)
  }

  /** The same articles, each of them a step beyond `from`. @throws {ExportStopped} once it was cancelled. */
  async *through<T>(articles: AsyncIterable<T>, from: number): AsyncGenerator<T> {
    let done = from
    for await (const article of articles) {
      this.check()
      this.reach(done++)
      yield article
    }
  }
}
