const LONGEST_MS = 20

/** Long work that lets everything else go on in between. */
export class Breath {
  #since = performance.now()

  /** Waits for what else there is to do, where that has waited for a while. */
  async ifDue(): Promise<void> {
    if (performance.now() - this.#since < LONGEST_MS) return
    await new Promise<void>((resolve) => setImmediate(resolve))
    this.#since = performance.now()
  }
}
