import type { AnswersArticle } from '#shared/format/review-answers.ts'

/**
 * The work as it is kept in the browser's own storage for this file, article by article: one place for all windows that show
 * the file. Some browsers have none for files, or keep it from them: then `isKept` is false from the first time that it does
 * not take something.
 */
export class KeptAnswers {
  readonly #key: string
  /** By article, what this window has read or written last. */
  readonly #known = new Map<string, string>()
  #isKept = true

  /** @param hash of the review file's data: another file has another place. */
  constructor(hash: string) {
    this.#key = `glosswright/review/${hash}`
    this.#try((storage) => storage.setItem(`${this.#key}/probe`, '1'))
  }

  get isKept(): boolean {
    return this.#isKept
  }

  get reviewer(): string | null {
    return this.#try((storage) => storage.getItem(`${this.#key}/reviewer`)) ?? null
  }

  keepReviewer(name: string): void {
    this.#try((storage) => storage.setItem(`${this.#key}/reviewer`, name))
  }

  keep(article: AnswersArticle): void {
    const json = JSON.stringify(article)
    this.#known.set(article.id, json)
    this.#try((storage) => storage.setItem(this.#keyOf(article.id), json))
  }

  /** JSON of what was kept of an article; null where nothing was, or where this window has read or written the same. */
  readNew(articleId: string): unknown {
    const json = this.#try((storage) => storage.getItem(this.#keyOf(articleId)))
    if (typeof json !== 'string' || json === this.#known.get(articleId)) return null
    this.#known.set(articleId, json)
    try {
      return JSON.parse(json)
    } catch {
      return null
    }
  }

  /** Tells of what another window keeps of one of these articles. */
  onKeptElsewhere(articleIds: readonly string[], listener: (articleId: string) => void): void {
    const byKey = new Map(articleIds.map((id) => [this.#keyOf(id), id]))
    window.addEventListener('storage', ({ key }) => {
      const articleId = key === null ? undefined : byKey.get(key)
      if (articleId !== undefined) listener(articleId)
    })
  }

  #keyOf(articleId: string): string {
    return `${this.#key}/article/${articleId}`
  }

  #try<T>(work: (storage: Storage) => T): T | undefined {
    try {
      return work(window.localStorage)
    } catch {
      this.#isKept = false
      return undefined
    }
  }
}
