import { type Annotation, compareAnnotations } from './annotation.ts'
import { countBelow } from './count-below.ts'
import type { Span } from './span.ts'

const BLOCK = 128
const BUCKETS = 256

type Block = { readonly items: readonly Annotation[]; readonly reach: number }
/** Annotations that one version of a set holds and the other does not; one that was changed is in both. */
export type Difference = { readonly removed: readonly Annotation[]; readonly added: readonly Annotation[] }

type Buckets = readonly ReadonlyMap<string, Annotation>[]

/**
 * The annotations of one article: immutable, ordered, and cheap to change at any size.
 *
 * They lie in reading order in blocks of at most 128, each knowing how far right it reaches; an edit copies one block
 * and the list of blocks, and a question about a span skips every block that ends before it. A second table of small
 * buckets finds them by id. All costs grow with the number of blocks, not of annotations.
 */
export class AnnotationSet {
  static readonly empty = new AnnotationSet([], emptyBuckets(), 0)

  readonly size: number
  readonly #blocks: readonly Block[]
  readonly #buckets: Buckets

  private constructor(blocks: readonly Block[], buckets: Buckets, size: number) {
    this.#blocks = blocks
    this.#buckets = buckets
    this.size = size
  }

  /** Of several with one id the last stays. */
  static from(annotations: Iterable<Annotation>): AnnotationSet {
    const given = [...annotations]
    const buckets = Array.from({ length: BUCKETS }, () => new Map<string, Annotation>())
    for (const annotation of given)
      (buckets[bucketOf(annotation.id)] as Map<string, Annotation>).set(annotation.id, annotation)
    const size = buckets.reduce((sum, bucket) => sum + bucket.size, 0)
    const unique = size === given.length ? given : buckets.flatMap((bucket) => [...bucket.values()])
    const sorted = unique.sort(compareAnnotations)
    const blocks: Block[] = []
    for (let at = 0; at < sorted.length; at += BLOCK / 2)
      blocks.push(blockOf(sorted.slice(at, at + BLOCK / 2)))
    return new AnnotationSet(blocks, buckets, sorted.length)
  }

  get(id: string): Annotation | undefined {
    return this.#buckets[bucketOf(id)]?.get(id)
  }

  /** With `annotation` in, in place of the one that has its id, if any. */
  with(annotation: Annotation): AnnotationSet {
    const base = this.without(annotation.id)
    const blocks = base.#blocks.slice()
    const index = Math.max(0, base.#blockFor(annotation))
    const items = (blocks[index]?.items ?? []).slice()
    items.splice(rankIn(items, annotation), 0, annotation)
    blocks.splice(index, 1, ...split(items))
    const buckets = rebucket(base.#buckets, annotation.id, (bucket) => bucket.set(annotation.id, annotation))
    return new AnnotationSet(blocks, buckets, base.size + 1)
  }

  without(id: string): AnnotationSet {
    const annotation = this.get(id)
    if (!annotation) return this
    const blocks = this.#blocks.slice()
    const index = this.#blockFor(annotation)
    const items = (blocks[index] as Block).items.filter((item) => item.id !== id)
    blocks.splice(index, 1, ...(items.length > 0 ? [blockOf(items)] : []))
    const buckets = rebucket(this.#buckets, id, (bucket) => bucket.delete(id))
    return new AnnotationSet(blocks, buckets, this.size - 1)
  }

  /** Those that share a character with `span`, in reading order. */
  overlapping(span: Span): Annotation[] {
    const found: Annotation[] = []
    for (const block of this.#blocks) {
      if ((block.items[0] as Annotation).start >= span.end) break
      if (block.reach <= span.start) continue
      for (const item of block.items) if (item.start < span.end && item.end > span.start) found.push(item)
    }
    return found
  }

  /** The one at `rank` in reading order. */
  at(rank: number): Annotation | undefined {
    let before = 0
    for (const { items } of this.#blocks) {
      if (rank < before + items.length) return items[rank - before]
      before += items.length
    }
    return undefined
  }

  /** How many come before `annotation` in reading order; it need not be in the set. */
  rankOf(annotation: Annotation): number {
    const index = this.#blockFor(annotation)
    let before = 0
    for (let i = 0; i < index; i++) before += (this.#blocks[i] as Block).items.length
    const block = this.#blocks[index]
    return before + (block ? rankIn(block.items, annotation) : 0)
  }

  /** What is other than in `before`, whatever lies between them; versions an edit apart share all but a block or two. */
  differenceFrom(before: AnnotationSet): Difference {
    const [old, fresh] = [itemsNotIn(before.#blocks, this.#blocks), itemsNotIn(this.#blocks, before.#blocks)]
    const [had, has] = [new Set(old), new Set(fresh)]
    return { removed: old.filter((item) => !has.has(item)), added: fresh.filter((item) => !had.has(item)) }
  }

  *[Symbol.iterator](): Iterator<Annotation> {
    for (const block of this.#blocks) yield* block.items
  }

  /** Index of the block that holds `annotation` or would: the last that begins at or before it; -1 when there is none. */
  #blockFor(annotation: Annotation): number {
    const firstOf = (index: number) => (this.#blocks[index] as Block).items[0] as Annotation
    return countBelow(this.#blocks.length, (i) => compareAnnotations(firstOf(i), annotation) <= 0) - 1
  }
}

const blockOf = (items: readonly Annotation[]): Block => ({
  items,
  reach: items.reduce((reach, item) => Math.max(reach, item.end), 0),
})

function itemsNotIn(blocks: readonly Block[], others: readonly Block[]): readonly Annotation[] {
  const known = new Set(others)
  return blocks.flatMap((block) => (known.has(block) ? [] : block.items))
}

function split(items: readonly Annotation[]): Block[] {
  if (items.length <= BLOCK) return [blockOf(items)]
  return [blockOf(items.slice(0, BLOCK / 2)), blockOf(items.slice(BLOCK / 2))]
}

const rankIn = (items: readonly Annotation[], annotation: Annotation): number =>
  countBelow(items.length, (i) => compareAnnotations(items[i] as Annotation, annotation) < 0)

function emptyBuckets(): Buckets {
  return Array.from({ length: BUCKETS }, () => new Map())
}

function rebucket(buckets: Buckets, id: string, change: (bucket: Map<string, Annotation>) => void): Buckets {
  const copy = buckets.slice()
  const index = bucketOf(id)
  const bucket = new Map(copy[index])
  change(bucket)
  copy[index] = bucket
  return copy
}

/** FNV-1a over the id's UTF-16 units. */
function bucketOf(id: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193)
  return (hash >>> 0) % BUCKETS
}
