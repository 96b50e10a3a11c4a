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

/**
 * A whole number of 32 bits that stands for a row of whole numbers: start with `HASH_START`, mix in one number after the
 * other (FNV-1a, over words instead of bytes), and end with `hashEnd`.
 */
export const HASH_START = 0x811c9dc5 | 0
export const hashWith = (hash: number, number: number): number => Math.imul(hash ^ number, 0x01000193)
export function hashEnd(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (mixed ^ (mixed >>> 13)) | 0
}

export const hashOf = (numbers: readonly number[]): number => hashEnd(numbers.reduce(hashWith, HASH_START))
