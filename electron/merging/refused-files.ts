import type { RefusedRecord } from '#shared/ipc/exchange.ts'

/** What of a colleague's files is not taken, and why; each file once for each reason. */
export class RefusedFiles {
  readonly #all = new Map<string, RefusedRecord>()

  add(file: string, reason: string): void {
    this.#all.set(`${file}\n${reason}`, { file, line: null, reason })
  }

  /** In the order of the files' names. */
  get all(): readonly RefusedRecord[] {
    return [...this.#all.values()].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))
  }
}
