import type { ArticlesChange } from '#shared/ipc/contract.ts'
import type { KeptCatalogue } from '../library/kept-catalogue.ts'

/** A row of the list is not worth a message, nor a hundred of them a second. */
const EVERY_MS = 1_000

/** Tells of articles that are added in great numbers, a bunch at a time. */
export class NewArticles {
  readonly #catalogue: KeptCatalogue
  readonly #onChange: (change: ArticlesChange) => void
  #ids: string[] = []
  #timer: NodeJS.Timeout | undefined

  constructor(catalogue: KeptCatalogue, onChange: (change: ArticlesChange) => void) {
    this.#catalogue = catalogue
    this.#onChange = onChange
  }

  add(articleId: string): void {
    this.#ids.push(articleId)
    this.#timer ??= setTimeout(() => void this.tell(), EVERY_MS)
  }

  /** Now. */
  async tell(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const ids = this.#ids
    this.#ids = []
    if (ids.length === 0) return
    const change = await this.#catalogue.added(ids)
    if (change.changed.length > 0) this.#onChange(change)
  }
}
