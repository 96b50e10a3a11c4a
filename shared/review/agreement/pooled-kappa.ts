/**
 * Cohen's κ of several questions with categories of their own, made into one: Σ n (p_o − p_e) / Σ n (1 − p_e) over the
 * questions, so that what chance would do is asked within each. Of one question it is Cohen's κ (kappa.ts).
 *
 * Barlow, W., Lai, M.-Y. & Azen, S. P. (1991): A comparison of methods for calculating a stratified kappa. Statistics in
 * Medicine 10(9), 1465–1472, compares such weightings.
 */
export class PooledKappa {
  readonly #strata = new Map<string, Stratum>()

  /** @param categories of the two annotators; null for one that is like no other one elsewhere, which chance never hits */
  add(stratum: string, isAgreed: boolean, categories: readonly [string | null, string | null]): void {
    const counts = this.#strata.get(stratum) ?? emptyStratum()
    this.#strata.set(stratum, counts)
    counts.things++
    if (isAgreed) counts.agreed++
    categories.forEach((category, annotator) => {
      const given = counts.given[annotator]
      if (given && category !== null) given.set(category, (given.get(category) ?? 0) + 1)
    })
  }

  /** Null where chance alone makes all agree. */
  value(): number | null {
    let beyond = 0
    let possible = 0
    for (const { things, agreed, given } of this.#strata.values()) {
      const expected = expectedOf(given) / things
      beyond += agreed - expected
      possible += things - expected
    }
    return possible === 0 ? null : beyond / possible
  }
}

type Given = readonly [a: Map<string, number>, b: Map<string, number>]
type Stratum = { things: number; agreed: number; readonly given: Given }

const emptyStratum = (): Stratum => ({ things: 0, agreed: 0, given: [new Map(), new Map()] })

function expectedOf([a, b]: Given): number {
  let sum = 0
  for (const [category, times] of a) sum += times * (b.get(category) ?? 0)
  return sum
}
