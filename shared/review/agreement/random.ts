/** Numbers from 0 up to 1 that look random and are the same for the same seed. */
export type Random = () => number

/** The generator “mulberry32” of Tommy Ettinger (2017, public domain): 32 bits of state, ample for some thousand samples. */
export function randomFrom(seed: number): Random {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A whole number of 32 bits that stands for a row of whole numbers (FNV-1a over their 32-bit words, and a last mixing). */
export function hashOf(numbers: Iterable<number>): number {
  let hash = 0x811c9dc5
  for (const number of numbers) hash = Math.imul(hash ^ number, 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) | 0
}
