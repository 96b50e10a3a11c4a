import type { WorkspaceStore } from './library/workspace-store.ts'

type StoreParts = {
  readonly annotator: string
  readonly store: WorkspaceStore
  /** A store for another annotator's documents. */
  readonly storeFor: (annotator: string) => WorkspaceStore
  /** One that is open for that annotator already, and stays so. */
  readonly keptFor?: (annotator: string) => WorkspaceStore | null
}

/** The stores of all whose documents one edit changes; others' are opened when they are asked for, and closed at its end. */
export class BulkStores {
  readonly #parts: StoreParts
  readonly #others = new Map<string, Promise<WorkspaceStore>>()
  readonly #kept = new Set<string>()
  readonly #afterwards: (() => Promise<void>)[] = []

  constructor(parts: StoreParts) {
    this.#parts = parts
  }

  of(annotator: string): Promise<WorkspaceStore> {
    const { annotator: own, store } = this.#parts
    if (annotator === own) return Promise.resolve(store)
    const other = this.#others.get(annotator) ?? this.#open(annotator)
    this.#others.set(annotator, other)
    return other
  }

  /** True where somebody has these documents open besides. */
  isKept(annotator: string): boolean {
    return annotator === this.#parts.annotator || this.#kept.has(annotator)
  }

  /** Does `work` once nobody writes others' documents any more. */
  afterwards(work: () => Promise<void>): void {
    this.#afterwards.push(work)
  }

  async close(): Promise<void> {
    for (const [annotator, other] of this.#others) if (!this.#kept.has(annotator)) await (await other).close()
    for (const work of this.#afterwards.splice(0)) await work()
  }

  async #open(annotator: string): Promise<WorkspaceStore> {
    const { storeFor, keptFor } = this.#parts
    const kept = keptFor?.(annotator) ?? null
    if (kept) this.#kept.add(annotator)
    const store = kept ?? storeFor(annotator)
    await Promise.all([store.openRegistry(), store.openManifest()])
    return store
  }
}
