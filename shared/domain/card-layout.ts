/**
 * Where cards stand in the margin: each as near to its line as can be, none over another, the selected one exactly at its
 * line. Less the room that all cards before it take, a card's place must not be smaller than that of the card before: so
 * the nearest places (by the sum of the squares of how far cards stand off) are an isotonic regression, found by pooling
 * neighbours that would overlap into a run that stands at its mean. What stands fast bounds the others, and to cut such a
 * regression off at a bound gives the nearest places within it.
 */
export type CardBox = {
  readonly id: string
  /** Where its line is, and how high the card is: CSS pixels. */
  readonly top: number
  readonly height: number
}

/** The top of each card, in the order given, which stays. */
export function layOut(cards: readonly CardBox[], selected: string | null, gap: number): readonly number[] {
  const room = roomBefore(cards, gap)
  const wanted = cards.map(({ top }, i) => top - (room[i] as number))
  const fixed = cards.findIndex(({ id }) => id === selected)
  const bound = wanted[fixed]
  if (bound === undefined) return pooled(wanted).map((place, i) => place + (room[i] as number))
  const places = [
    ...pooled(wanted.slice(0, fixed)).map((place) => Math.min(place, bound)),
    bound,
    ...pooled(wanted.slice(fixed + 1)).map((place) => Math.max(place, bound)),
  ]
  return places.map((place, i) => place + (room[i] as number))
}

function roomBefore(cards: readonly CardBox[], gap: number): readonly number[] {
  let room = 0
  return cards.map(({ height }) => {
    const before = room
    room += height + gap
    return before
  })
}

type Run = { readonly sum: number; readonly count: number }
const mean = ({ sum, count }: Run): number => sum / count

/** The nearest values to `wanted` of which none is smaller than the one before. */
function pooled(wanted: readonly number[]): readonly number[] {
  const runs: Run[] = []
  for (const value of wanted) {
    let run: Run = { sum: value, count: 1 }
    for (let last = runs.at(-1); last && mean(last) > mean(run); last = runs.at(-1)) {
      run = { sum: last.sum + run.sum, count: last.count + run.count }
      runs.pop()
    }
    runs.push(run)
  }
  return runs.flatMap((run) => Array.from({ length: run.count }, () => mean(run)))
}
