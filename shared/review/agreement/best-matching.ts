/**
 * The matching of greatest worth between things on the left and things on the right, where each is matched at most once and
 * only some pairs are possible. The Hungarian method in its form of shortest augmenting paths: the lefts come in one by one,
 * each with a place of its own that means “unmatched” and is worth nothing, and each takes the cheapest way through those
 * that are there already, moving them where that is worth it. Potentials keep all reduced costs at zero or above, so that
 * a cheapest way is found by always going on from the nearest right.
 *
 * Kuhn, H. W. (1955): The Hungarian method for the assignment problem. Naval Research Logistics Quarterly 2, 83–97;
 * Jonker, R. & Volgenant, A. (1987): A shortest augmenting path algorithm for dense and sparse linear assignment problems.
 * Computing 38, 325–340.
 */
export type Pairing = { readonly right: number; readonly worth: number }

const NONE = -1

/**
 * For each left the index of its right, or −1.
 *
 * @param pairings by left, what it may be matched with; what is worth zero or less is never matched.
 */
export function bestMatching(pairings: readonly (readonly Pairing[])[], rights: number): readonly number[] {
  const search = new Search(pairings, rights)
  for (let left = 0; left < pairings.length; left++) {
    if ((pairings[left] as readonly Pairing[]).length > 0) search.bring(left)
  }
  return search.rightOf
}

class Search {
  readonly rightOf: number[]
  readonly #pairings: readonly (readonly Pairing[])[]
  readonly #leftOf: number[]
  readonly #leftPotential: number[]
  readonly #rightPotential: number[]
  readonly #distance: number[]
  readonly #from: number[]
  readonly #isDone: boolean[]

  constructor(pairings: readonly (readonly Pairing[])[], rights: number) {
    const lists = <T>(length: number, value: T): T[] => new Array<T>(length).fill(value)
    this.#pairings = pairings
    this.rightOf = lists(pairings.length, NONE)
    this.#leftPotential = lists(pairings.length, 0)
    this.#leftOf = lists(rights, NONE)
    this.#rightPotential = lists(rights, 0)
    this.#distance = lists(rights, Number.POSITIVE_INFINITY)
    this.#from = lists(rights, NONE)
    this.#isDone = lists(rights, false)
  }

  /** Matches `left`, or leaves it or another one unmatched, whichever is worth most. */
  bring(left: number): void {
    const seen: number[] = []
    const reached: { left: number; distance: number }[] = [{ left, distance: 0 }]
    // The reduced cost of a place of one's own is minus one's potential; the newcomer's is free until its ways are known.
    let end = { left, right: NONE, distance: -(this.#leftPotential[left] as number) }
    this.#relax(left, 0, seen)
    for (;;) {
      const right = this.#nearest(seen)
      if (right === NONE || (this.#distance[right] as number) >= end.distance) break
      const distance = this.#distance[right] as number
      this.#isDone[right] = true
      const owner = this.#leftOf[right] as number
      if (owner === NONE) {
        end = { left: NONE, right, distance }
        break
      }
      reached.push({ left: owner, distance })
      const alone = distance - (this.#leftPotential[owner] as number)
      if (alone < end.distance) end = { left: owner, right: NONE, distance: alone }
      this.#relax(owner, distance, seen)
    }
    this.#settle(end, reached, seen)
  }

  #relax(left: number, distance: number, seen: number[]): void {
    const base = distance - (this.#leftPotential[left] as number)
    for (const { right, worth } of this.#pairings[left] as readonly Pairing[]) {
      if (worth <= 0 || this.#isDone[right]) continue
      const through = base - worth - (this.#rightPotential[right] as number)
      if (this.#distance[right] === Number.POSITIVE_INFINITY) seen.push(right)
      else if (through >= (this.#distance[right] as number)) continue
      this.#distance[right] = through
      this.#from[right] = left
    }
  }

  #nearest(seen: readonly number[]): number {
    let best = NONE
    let least = Number.POSITIVE_INFINITY
    for (const right of seen) {
      if (this.#isDone[right] || (this.#distance[right] as number) >= least) continue
      least = this.#distance[right] as number
      best = right
    }
    return best
  }

  #settle(
    end: { left: number; right: number; distance: number },
    reached: readonly { left: number; distance: number }[],
    seen: readonly number[],
  ): void {
    for (const { left, distance } of reached) {
      this.#leftPotential[left] = (this.#leftPotential[left] as number) + end.distance - distance
    }
    for (const right of seen) {
      if (this.#isDone[right]) {
        const slack = (this.#distance[right] as number) - end.distance
        this.#rightPotential[right] = (this.#rightPotential[right] as number) + slack
      }
    }
    this.#turn(end)
    for (const right of seen) {
      this.#distance[right] = Number.POSITIVE_INFINITY
      this.#isDone[right] = false
    }
  }

  /** Turns the way to its end around: everybody on it takes the right that led on from it. */
  #turn({ left, right }: { left: number; right: number }): void {
    let free = right
    if (left !== NONE) {
      free = this.rightOf[left] as number
      this.rightOf[left] = NONE
    }
    while (free !== NONE) {
      const taker = this.#from[free] as number
      const given = this.rightOf[taker] as number
      this.rightOf[taker] = free
      this.#leftOf[free] = taker
      free = given
    }
  }
}
