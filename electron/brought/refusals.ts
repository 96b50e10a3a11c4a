import type { RecordPlace } from '#shared/format/interchange/read-values.ts'
import type { RefusedRecord } from '#shared/ipc/exchange.ts'

const MOST = 10_000

/** A name out of a file as a sentence can hold it. */
export const shortName = (name: string): string =>
  name.length > LONGEST ? `${Array.from(name).slice(0, LONGEST).join('')}…` : name
const LONGEST = 60

/** What is refused, in the order in which it was; of very much, the first of it. */
export class Refusals {
  readonly #listed: RefusedRecord[] = []
  /** What is said once for all that it is about, by its reason. */
  readonly #counted = new Map<string, { readonly place: RecordPlace; count: number }>()
  #more = 0

  constructor(before: readonly RefusedRecord[] = []) {
    for (const one of before) this.#list(one)
  }

  add({ file, line }: RecordPlace, reason: string): void {
    this.#list({ file, line: line ?? null, reason })
  }

  /** Once for each `reason`, with how many times it came up. */
  count(place: RecordPlace, reason: string): void {
    const known = this.#counted.get(reason)
    if (known) known.count++
    else if (this.#counted.size < MOST) this.#counted.set(reason, { place, count: 1 })
    else this.#more++
  }

  get isEmpty(): boolean {
    return this.#listed.length === 0 && this.#counted.size === 0
  }

  get all(): readonly RefusedRecord[] {
    const counted = Array.from(this.#counted, ([reason, { place, count }]) => ({
      file: place.file,
      line: place.line ?? null,
      reason: count === 1 ? reason : `${reason} (${count} times)`,
    }))
    const [first] = this.#listed
    const more = { file: first?.file ?? '', line: null, reason: `${this.#more} more are refused.` }
    return [...this.#listed, ...(this.#more > 0 ? [more] : []), ...counted]
  }

  #list(refused: RefusedRecord): void {
    if (this.#listed.length < MOST) this.#listed.push(refused)
    else this.#more++
  }
}
