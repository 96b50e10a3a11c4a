import { compareText } from '#shared/domain/compare-text.ts'

/**
 * Numbers for sets of labels: a token lies in no mark, in one or in several, and the set of their labels is its category.
 * The same set has the same number however it came about; the empty set is 0. Marks of one label that lie on each other
 * count once.
 */
export class LabelSets {
  readonly #members: (readonly string[])[] = [[]]
  readonly #numbers = new Map<string, number>([['[]', 0]])
  readonly #steps: Map<string, number>[] = [new Map()]

  /** The set of number `set` and `label`. */
  with(set: number, label: string): number {
    const steps = this.#steps[set] as Map<string, number>
    const known = steps.get(label)
    if (known !== undefined) return known
    const number = this.#numberOf([...new Set([...this.labelsOf(set), label])].sort(compareText))
    steps.set(label, number)
    return number
  }

  labelsOf(set: number): readonly string[] {
    return this.#members[set] as readonly string[]
  }

  /** By the number of a set whether `label` is in it. */
  having(label: string): readonly boolean[] {
    return this.#members.map((labels) => labels.includes(label))
  }

  #numberOf(labels: readonly string[]): number {
    const key = JSON.stringify(labels)
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const number = this.#members.push(labels) - 1
    this.#steps.push(new Map())
    this.#numbers.set(key, number)
    return number
  }
}
