import type { Span } from '../../domain/span.ts'
import { isWhiteSpace } from '../../domain/white-space.ts'

/**
 * Two texts that are the same but for white space: formats of tokens lose it, others change line ends. Their other
 * characters are the same in the same order, so each has its place in both, and so has every mark, without any guessing.
 */
export type LoosePlaces = {
  /** The words of a span of the one text in the other; null where it covers nothing but white space. */
  readonly placed: (span: Span) => Span | null
}

/** In code points; null where the texts differ in more than white space. */
export function loosePlaces(from: string, to: string): LoosePlaces | null {
  const [there, here] = [wordCharacters(from), wordCharacters(to)]
  if (there.characters !== here.characters) return null
  const placeOf = (offset: number): number => there.before[offset] as number
  return {
    placed: ({ start, end }) => {
      const [first, next] = [placeOf(start), placeOf(end)]
      if (next <= first) return null
      return { start: here.places[first] as number, end: (here.places[next - 1] as number) + 1 }
    },
  }
}

function wordCharacters(text: string) {
  const places: number[] = []
  /** How many characters that are no white space stand before an offset. */
  const before: number[] = []
  const characters: string[] = []
  let offset = 0
  for (const character of text) {
    before.push(places.length)
    if (!isWhiteSpace(character)) {
      places.push(offset)
      characters.push(character)
    }
    offset++
  }
  before.push(places.length)
  return { places, before, characters: characters.join('') }
}
