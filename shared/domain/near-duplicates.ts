import type { Span } from './span.ts'

/**
 * Texts that are nearly the same, found without comparing each with each (Broder 1997: MinHash over shingles, with banding).
 *
 * A text is the set of all five words in a row in it. Of such a set, 128 hash functions each keep their smallest value: two
 * sets agree in so many of these values as they have in common (Jaccard). Texts that agree in two neighbouring values are
 * looked at closely; of texts that have a third in common, 499 of 500 pairs are found so, and two texts that have nothing
 * to do with each other hardly ever share five words in a row. What was found is then counted exactly, by the shingles
 * themselves, so that chance decides only what is looked at, never what is said.
 */
export type Signature = Uint32Array

export const SIGNATURE_LENGTH = 128
const SHINGLE_WORDS = 5
const ROWS_IN_BAND = 2

/** Hashes of all shingles of a text. `cut`: parts that are no part of the article, sorted and disjoint. */
export function shinglesOf(text: string, cut: readonly Span[] = []): ReadonlySet<number> {
  const words = wordHashes(mainText(text, cut))
  const shingles = new Set<number>()
  const last = Math.max(1, words.length - SHINGLE_WORDS + 1)
  for (let at = 0; at < last && words.length > 0; at++) {
    let hash = 0
    for (const word of words.slice(at, at + SHINGLE_WORDS)) hash = mixed(Math.imul(hash, 31) + word)
    shingles.add(hash)
  }
  return shingles
}

function mainText(text: string, cut: readonly Span[]): string {
  const parts: string[] = []
  let from = 0
  for (const { start, end } of cut) {
    parts.push(text.slice(from, start))
    from = end
  }
  return [...parts, text.slice(from)].join(' ')
}

/** Where words are not kept apart by spaces, each character is one. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]|[\p{L}\p{M}\p{N}]+/gu

const wordHashes = (text: string): number[] => (text.toLowerCase().match(WORD) ?? []).map(hashOf)

/** FNV-1a over UTF-16. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** The finisher of MurmurHash3: every bit of the one has a say in every bit of the other. */
function mixed(hash: number): number {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** Fixed, since signatures are kept from one start to the next. */
const SEEDS = Uint32Array.from({ length: SIGNATURE_LENGTH }, (_, i) => mixed(0x9e3779b9 + i))

export function signatureOf(shingles: ReadonlySet<number>): Signature {
  const signature = new Uint32Array(SIGNATURE_LENGTH).fill(0xffffffff)
  for (const shingle of shingles) {
    for (let i = 0; i < SIGNATURE_LENGTH; i++) {
      const mixedUp = Math.imul(shingle ^ (SEEDS[i] as number), 0x85ebca6b)
      const value = Math.imul(mixedUp ^ (mixedUp >>> 15), 0xc2b2ae35) >>> 0
      if (value < (signature[i] as number)) signature[i] = value
    }
  }
  return signature
}

/** How much of two sets is common to both: an estimate, by a tenth too high or too low at most 49 times of 50. */
export function estimatedLikeness(a: Signature, b: Signature): number {
  let same = 0
  for (let i = 0; i < SIGNATURE_LENGTH; i++) if (a[i] === b[i]) same++
  return same / SIGNATURE_LENGTH
}

/** Bands in which signatures are compared. */
export const BANDS = SIGNATURE_LENGTH / ROWS_IN_BAND

/** More than these in one bucket are not compared each with each: that would be the square of them. */
const FEW = 12

/**
 * Pairs that agree in one band, as indices `[a, b]` with a < b. Of many that all agree, each is paired with the first of
 * them and the one before it, so that the work stays in proportion to their number.
 */
export function pairsInBand(signatures: readonly Signature[], band: number): [number, number][] {
  const buckets = new Map<number, number[]>()
  for (const [index, signature] of signatures.entries()) {
    const key = mixed((signature[band * 2] as number) ^ mixed(signature[band * 2 + 1] as number))
    const bucket = buckets.get(key)
    if (bucket) bucket.push(index)
    else buckets.set(key, [index])
  }
  return [...buckets.values()].flatMap(pairsOf)
}

function pairsOf(bucket: readonly number[]): [number, number][] {
  if (bucket.length === 1) return []
  if (bucket.length <= FEW)
    return bucket.flatMap((a, i) => bucket.slice(i + 1).map((b): [number, number] => [a, b]))
  const [first = 0] = bucket
  return bucket.slice(1).flatMap((b, i): [number, number][] =>
    i === 0
      ? [[first, b]]
      : [
          [first, b],
          [bucket[i] as number, b],
        ],
  )
}

export type Likeness = {
  /** Common shingles by all shingles, 0 to 1. */
  readonly jaccard: number
  /** How much of the smaller text is in the larger one, 0 to 1. */
  readonly contained: number
}

export function likenessOf(a: ReadonlySet<number>, b: ReadonlySet<number>): Likeness {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  if (small.size === 0) return { jaccard: 0, contained: 0 }
  let common = 0
  for (const shingle of small) if (large.has(shingle)) common++
  return { jaccard: common / (a.size + b.size - common), contained: common / small.size }
}

/** Below this estimate nothing is looked at closely. */
export const LEAST_ESTIMATE = 0.06
/** A brief of a few words is found in too many others. */
const LEAST_SHINGLES = 20

/**
 * Whether to show two articles to a person as nearly the same. A changed word takes five shingles with it, so of a story in
 * which every fifth word is another one, most in phrases, hardly a half is left, which no two stories share by chance.
 */
export const isAlike = ({ jaccard, contained }: Likeness, smallest: number): boolean =>
  jaccard >= 0.5 || (smallest >= LEAST_SHINGLES && (jaccard >= 0.25 || contained >= 0.5))
