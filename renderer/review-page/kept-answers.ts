import type { AnswersArticle } from '#shared/format/review-answers.ts'

/**
 * The work as it is kept in the browser's own storage for this file, article by article. Some browsers have none for files,
 * or keep it from them: then `isKept` is false from the first time that it does not take something.
 */
export class KeptAnswers {
  readonly #key: string
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
    this.#try((storage) => storage.setItem(`${this.#key}/article/${article.id}`, JSON.stringify(article)))
  }

  /** JSON of what was kept of an article; null where nothing was. */
  read(articleId: string): unknown {
    const json = this.#try((storage) => storage.getItem(`${this.#key}/article/${articleId}`))
    try {
      return typeof json === 'string' ? JSON.parse(json) : null
    } catch {
      return null
    }
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
