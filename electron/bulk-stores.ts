import type { WorkspaceStore } from './library/workspace-store.ts'

type StoreParts = {
  readonly annotator: string
  readonly store: WorkspaceStore
  /** A store for another annotator's documents. */
  readonly storeFor: (annotator: string) => WorkspaceStore
}

type Kept = { readonly annotator: string; readonly articleId: string }

/**
 * The stores of all whose documents edits to many articles change. No two are ever open for the same annotator: others' are
 * opened when they are asked for, and stay the ones there are until they are closed.
 */
export class BulkStores {
  readonly #parts: StoreParts
  readonly #others = new Map<string, WorkspaceStore>()
  #keptArticle: string | null = null

  constructor(parts: StoreParts) {
    this.#parts = parts
  }

  of(annotator: string): WorkspaceStore {
    const { annotator: own, store, storeFor } = this.#parts
    if (annotator === own) return store
    const other = this.#others.get(annotator) ?? storeFor(annotator)
    this.#others.set(annotator, other)
    return other
  }

  /** Saves what waits, the annotator's own too; resolves to whether all edits are on the disk. */
  async flush(): Promise<boolean> {
    const stores = [this.#parts.store, ...this.#others.values()]
    return (await Promise.all(stores.map((store) => store.flush()))).every(Boolean)
  }

  /** Closes others', but for the one article that is kept open. */
  async close(kept?: Kept): Promise<void> {
    for (const [annotator, other] of [...this.#others]) {
      if (annotator === kept?.annotator) await this.#keepOnly(other, kept.articleId)
      else await this.#close(annotator, other)
    }
  }

  async #keepOnly(store: WorkspaceStore, articleId: string): Promise<void> {
    const before = this.#keptArticle
    this.#keptArticle = articleId
    if (before !== null && before !== articleId) await store.letGo(before)
  }

  async #close(annotator: string, store: WorkspaceStore): Promise<void> {
    await store.close()
    this.#others.delete(annotator)
  }
}
