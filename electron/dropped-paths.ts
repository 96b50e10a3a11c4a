type Taker = {
  readonly recognises: (path: string) => Promise<boolean>
  /** Called with all of one drop that it recognises; one or more. */
  readonly take: (paths: readonly string[]) => Promise<unknown>
}

/**
 * What is dropped on the window, by what it is: each kind has somebody who recognises it and takes it, and what nobody
 * recognises are articles.
 */
export class DroppedPaths {
  readonly #takers: Taker[] = []

  takeBy(taker: Taker): void {
    this.#takers.push(taker)
  }

  /** Gives everything to who takes it, and answers with what is left. */
  async give(paths: readonly string[]): Promise<readonly string[]> {
    let left = paths
    for (const { recognises, take } of this.#takers) {
      const known = await Promise.all(left.map(recognises))
      const theirs = left.filter((_, index) => known[index])
      left = left.filter((_, index) => !known[index])
      if (theirs.length > 0) await take(theirs)
    }
    return left
  }
}
