import { codePointMap } from '#shared/domain/code-points.ts'
import {
  BANDS,
  estimatedLikeness,
  isAlike,
  LEAST_ESTIMATE,
  pairsInBand,
  type Signature,
  shinglesOf,
  signatureOf,
} from '#shared/domain/near-duplicates.ts'
import type { DatasetArticle } from '#shared/format/dataset.ts'

/**
 * Which articles a model learns from, and which it is tried on. Articles that are nearly the same must not be on both sides, so
 * they are gathered first: of each its signature is kept, half a kilobyte, but not its text; pairs that might be alike by all that the
 * signatures can say are joined (union-find), and each cluster goes whole to one side. To which, its smallest text hash says:
 * the same articles always go the same way, on every machine, and an article that comes later moves no cluster but its own.
 */
export const SPLITS = ['train', 'validation', 'test'] as const
export type SplitName = (typeof SPLITS)[number]

/** Percent for each, in their order. */
export type Shares = readonly [number, number, number]

type Looked = {
  readonly sha256: string
  readonly signature: Signature
  /** How many runs of words it has. */
  readonly size: number
}

/** The split of each article, in their order. */
export async function splitsOf(
  articles: AsyncIterable<DatasetArticle>,
  shares: Shares,
): Promise<readonly SplitName[]> {
  const looked: Looked[] = []
  for await (const article of articles) looked.push(lookedAt(article))
  const clusters = new Clusters(looked.length)
  const signatures = looked.map(({ signature }) => signature)
  for (let band = 0; band < BANDS; band++)
    for (const [a, b] of pairsInBand(signatures, band))
      if (clusters.of(a) !== clusters.of(b) && mayBeAlike(looked[a] as Looked, looked[b] as Looked))
        clusters.join(a, b)
  return sides(looked, clusters, shares)
}

function lookedAt({ text, sha256, boilerplate }: DatasetArticle): Looked {
  const { toUtf16 } = codePointMap(text)
  const cut = boilerplate.map(({ start, end }) => ({ start: toUtf16(start), end: toUtf16(end) }))
  const shingles = shinglesOf(text, cut)
  return { sha256, signature: signatureOf(shingles), size: shingles.size }
}

/** By how much an estimate may be too low. */
const DOUBT = 0.1

/** Whatever could turn out to be alike counts as alike: to keep two articles together costs nothing. */
function mayBeAlike(a: Looked, b: Looked): boolean {
  const estimate = estimatedLikeness(a.signature, b.signature)
  const smaller = Math.min(a.size, b.size)
  if (estimate < LEAST_ESTIMATE || smaller === 0) return false
  const jaccard = Math.min(1, estimate + DOUBT)
  const common = (jaccard / (1 + jaccard)) * (a.size + b.size)
  return isAlike({ jaccard, contained: common / smaller }, smaller)
}

function sides(looked: readonly Looked[], clusters: Clusters, shares: Shares): readonly SplitName[] {
  const smallest = new Map<number, string>()
  for (const [index, { sha256 }] of looked.entries()) {
    const cluster = clusters.of(index)
    const least = smallest.get(cluster)
    if (least === undefined || sha256 < least) smallest.set(cluster, sha256)
  }
  return looked.map((_, index) => sideOf(smallest.get(clusters.of(index)) ?? '', shares))
}

/** A hash is as good as a die: its first 32 bits, as a share of all. */
function sideOf(sha256: string, [train, validation]: Shares): SplitName {
  const percent = (Number.parseInt(sha256.slice(0, 8), 16) / 2 ** 32) * 100
  if (percent < train) return 'train'
  return percent < train + validation ? 'validation' : 'test'
}

class Clusters {
  readonly #parents: Int32Array

  constructor(count: number) {
    this.#parents = Int32Array.from({ length: count }, (_, i) => i)
  }

  of(index: number): number {
    let root = index
    while (this.#parents[root] !== root) {
      const above = this.#parents[this.#parents[root] as number] as number
      this.#parents[root] = above
      root = above
    }
    return root
  }

  join(a: number, b: number): void {
    this.#parents[this.of(b)] = this.of(a)
  }
}
