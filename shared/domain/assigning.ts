/**
 * Shares articles among annotators: evenly, and so that the same articles, people and wishes always give the same. Articles
 * are taken in an order that has nothing to do with their titles or dates (by a hash of their ids), so that those that several
 * annotate are a fair sample of all. Each goes to whoever has the fewest of those that are being shared; the second, third …
 * person of an article is, among those, who has met the others the least, so that all pairs come about.
 */
export type Sharing = {
  readonly people: readonly string[]
  /** So many people each, and for the rest one; all of them where `percent` is 100. */
  readonly by: number
  /** 0 to 100. */
  readonly percent: number
}

export type Assignments = ReadonlyMap<string, readonly string[]>

/** By article, the names of those who shall annotate it, sorted. */
export function shareArticles(articleIds: readonly string[], sharing: Sharing): Assignments {
  const people = [...new Set(sharing.people)].sort()
  if (people.length === 0) return new Map()
  const by = Math.min(people.length, Math.max(1, Math.round(sharing.by)))
  const shared = Math.round((articleIds.length * Math.min(100, Math.max(0, sharing.percent))) / 100)
  const table = new Table(people.length)
  const assignments = shuffled(articleIds).map((id, index) => {
    const seats = table.seat(index < shared ? by : 1)
    return [id, seats.map((seat) => people[seat] as string).sort()] as const
  })
  return new Map(assignments)
}

/** How many articles each annotator has. */
export function countByPerson(assignments: Assignments): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const names of assignments.values())
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

/** Who has how many articles, and who has met whom how often. */
class Table {
  readonly #loads: number[]
  readonly #met: number[][]

  constructor(size: number) {
    this.#loads = new Array(size).fill(0)
    this.#met = Array.from({ length: size }, () => new Array(size).fill(0))
  }

  /** Gives an article to `count` people. */
  seat(count: number): readonly number[] {
    const seats: number[] = []
    while (seats.length < count) seats.push(this.#next(seats))
    for (const seat of seats) {
      this.#loads[seat] = this.#loadOf(seat) + 1
      for (const other of seats) if (other !== seat) this.#meet(seat, other)
    }
    return seats
  }

  #next(seats: readonly number[]): number {
    let best = -1
    for (let seat = 0; seat < this.#loads.length; seat++)
      if (!seats.includes(seat) && (best < 0 || this.#compare(seat, best, seats) < 0)) best = seat
    return best
  }

  #compare(a: number, b: number, seats: readonly number[]): number {
    return this.#loadOf(a) - this.#loadOf(b) || this.#meetings(a, seats) - this.#meetings(b, seats)
  }

  #loadOf(seat: number): number {
    return this.#loads[seat] as number
  }

  #meetings(seat: number, seats: readonly number[]): number {
    return seats.reduce((sum, other) => sum + (this.#met[seat]?.[other] ?? 0), 0)
  }

  #meet(seat: number, other: number): void {
    const row = this.#met[seat] as number[]
    row[other] = (row[other] as number) + 1
  }
}

function shuffled(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)]
    .map((id) => ({ id, hash: hashOf(id) }))
    .sort((a, b) => a.hash - b.hash || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
}

/** FNV-1a, 32 bit, with its bits mixed once more: ids that are nearly the same lie far apart. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}
