import type { Continuum, Unit } from './continuum.ts'
import type { Random } from './random.ts'

/**
 * What annotators would mark who mark as these do, but without regard to the text: each takes over what one of them, drawn
 * at random, has marked, moved along the text by a random distance; what would begin behind its end begins again at its
 * beginning. Distances differ by half a unit's mean length or more, where there is room for that, so that chance never
 * copies.
 *
 * Mathet, Widlöcher & Métivier (2015), section 5.2.
 *
 * @param apart from `distanceApart`
 */
export function chanceAnnotators(
  { length, annotators }: Continuum,
  apart: number,
  random: Random,
): readonly (readonly Unit[])[] {
  const moves: number[] = []
  return annotators.map(() => {
    const move = moveApart(moves, { length, apart }, random)
    moves.push(move)
    const drawn = annotators[Math.floor(random() * annotators.length)] as readonly Unit[]
    return moved(drawn, move, length)
  })
}

/** How far apart distances are: half of what a unit is long on average. */
export function distanceApart({ annotators }: Continuum): number {
  const units = annotators.flat()
  return units.reduce((sum, { start, end }) => sum + end - start, 0) / Math.max(1, units.length) / 2
}

const TRIES = 20

function moveApart(
  moves: readonly number[],
  { length, apart }: { length: number; apart: number },
  random: Random,
): number {
  let move = Math.floor(random() * length)
  for (let tries = 1; tries < TRIES && moves.some((other) => Math.abs(other - move) < apart); tries++) {
    move = Math.floor(random() * length)
  }
  return move
}

/** Sorted by start again: those that begin anew come first. */
function moved(units: readonly Unit[], move: number, length: number): readonly Unit[] {
  const anew = units.findIndex(({ start }) => start + move >= length)
  const first = anew < 0 ? units.length : anew
  const shifted: Unit[] = []
  for (let i = 0; i < units.length; i++) {
    const { start, end, label } = units[(first + i) % units.length] as Unit
    const by = start + move >= length ? move - length : move
    shifted.push({ start: start + by, end: end + by, label })
  }
  return shifted
}
