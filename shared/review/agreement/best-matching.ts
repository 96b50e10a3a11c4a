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

/** The same for many at once: those of left `i` are the ones from `from[i]` up to `from[i + 1]`. */
export type Pairings = {
  readonly from: Int32Array
  readonly right: Int32Array
  readonly worth: Float64Array
}

const NONE = -1

/**
 * For each left the index of its right, or −1.
 *
 * @param pairings by left, what it may be matched with; what is worth zero or less is never matched.
 */
export function bestMatching(pairings: readonly (readonly Pairing[])[], rights: number): readonly number[] {
  const all = pairings.flat()
  const from = new Int32Array(pairings.length + 1)
  pairings.forEach((own, left) => {
    from[left + 1] = (from[left] as number) + own.length
  })
  const right = Int32Array.from(all, (one) => one.right)
  const worth = Float64Array.from(all, (one) => one.worth)
  return Array.from(matching({ from, right, worth }, pairings.length, rights))
}

/** The same for so many lefts and rights. */
export function matching(pairings: Pairings, lefts: number, rights: number): Int32Array {
  SEARCH.begin(pairings, lefts, rights)
  for (let left = 0; left < lefts; left++) SEARCH.bring(left)
  return SEARCH.rightOf.slice(0, lefts)
}

/** Takes pairings in, left after left. */
export class PairingList {
  readonly #from: Int32Array
  readonly #right: number[] = []
  readonly #worth: number[] = []
  #lefts = 0

  constructor(lefts: number) {
    this.#from = new Int32Array(lefts + 1)
  }

  get length(): number {
    return this.#right.length
  }

  /** Whether the pairings from number `from` on have `right` among them. */
  hasSince(from: number, right: number): boolean {
    for (let i = this.#right.length; i-- > from; ) if (this.#right[i] === right) return true
    return false
  }

  add(right: number, worth: number): void {
    this.#right.push(right)
    this.#worth.push(worth)
  }

  endLeft(): void {
    this.#from[++this.#lefts] = this.#right.length
  }

  all(): Pairings {
    return { from: this.#from, right: Int32Array.from(this.#right), worth: Float64Array.from(this.#worth) }
  }
}

/** What a matching is worth. */
export function worthOf({ from, right, worth }: Pairings, rightOf: Int32Array): number {
  let sum = 0
  for (let left = 0; left < rightOf.length; left++) {
    const matched = rightOf[left] as number
    if (matched < 0) continue
    let i = from[left] as number
    while (right[i] !== matched) i++
    sum += worth[i] as number
  }
  return sum
}

class Search {
  rightOf = new Int32Array(0)
  #pairings: Pairings = { from: new Int32Array(1), right: new Int32Array(0), worth: new Float64Array(0) }
  #leftOf = new Int32Array(0)
  #leftPotential = new Float64Array(0)
  #rightPotential = new Float64Array(0)
  #distance = new Float64Array(0)
  #from = new Int32Array(0)
  #isDone = new Uint8Array(0)

  begin(pairings: Pairings, lefts: number, rights: number): void {
    this.#pairings = pairings
    if (lefts > this.rightOf.length) this.#makeLefts(2 * lefts)
    if (rights > this.#leftOf.length) this.#makeRights(2 * rights)
    this.rightOf.fill(NONE, 0, lefts)
    this.#leftPotential.fill(0, 0, lefts)
    this.#leftOf.fill(NONE, 0, rights)
    this.#rightPotential.fill(0, 0, rights)
    this.#distance.fill(Number.POSITIVE_INFINITY, 0, rights)
    this.#isDone.fill(0, 0, rights)
  }

  #makeLefts(count: number): void {
    this.rightOf = new Int32Array(count)
    this.#leftPotential = new Float64Array(count)
  }

  #makeRights(count: number): void {
    this.#leftOf = new Int32Array(count)
    this.#rightPotential = new Float64Array(count)
    this.#distance = new Float64Array(count)
    this.#from = new Int32Array(count)
    this.#isDone = new Uint8Array(count)
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
      this.#isDone[right] = 1
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
    const { from, right: rights, worth: worths } = this.#pairings
    for (let i = from[left] as number; i < (from[left + 1] as number); i++) {
      const [right, worth] = [rights[i] as number, worths[i] as number]
      if (worth <= 0 || this.#isDone[right] === 1) continue
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
      if (this.#isDone[right] === 1 || (this.#distance[right] as number) >= least) continue
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
      if (this.#isDone[right] === 1) {
        const slack = (this.#distance[right] as number) - end.distance
        this.#rightPotential[right] = (this.#rightPotential[right] as number) + slack
      }
    }
    this.#turn(end)
    for (const right of seen) {
      this.#distance[right] = Number.POSITIVE_INFINITY
      this.#isDone[right] = 0
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

/** One for all, one after the other: to make its arrays costs more than most searches do. */
const SEARCH = new Search()
