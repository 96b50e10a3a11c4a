/** What is being done, in a shape that is not waited for by accident. */
export type Underway<T> = { readonly result: Promise<T> }

/** Lets at most so many works run at once. */
export class Slots {
  #free: number
  readonly #waiting: (() => void)[] = []

  constructor(limit: number) {
    this.#free = limit
  }

  /** Begins `work` as soon as there is room, and resolves then; what it comes to is `result`. */
  async begin<T>(work: () => Promise<T>): Promise<Underway<T>> {
    if (this.#free > 0) this.#free--
    else await new Promise<void>((resolve) => this.#waiting.push(resolve))
    const result = work().finally(() => this.#done())
    // Whoever takes the result hears what was wrong; until then nobody has to.
    result.catch(() => undefined)
    return { result }
  }

  #done(): void {
    const next = this.#waiting.shift()
    if (next) next()
    else this.#free++
  }
}
