import type { ArticleText } from '#shared/domain/article.ts'
import type { AnnotationRecord } from '#shared/domain/record.ts'
import type { Review } from '#shared/domain/review.ts'
import type { DocumentQueue } from './document-queue.ts'

/** An article that one annotator works on: its record and the review of others' marks in it, each once it was asked for. */
export type OpenArticle = {
  readonly source: ArticleText
  readonly record: DocumentQueue<AnnotationRecord> | null
  readonly review: DocumentQueue<Review> | null
}

type Queues = {
  readonly record: (source: ArticleText) => DocumentQueue<AnnotationRecord>
  readonly review: (source: ArticleText) => DocumentQueue<Review>
}

/** The articles that one annotator works on. */
export class OpenArticles {
  readonly #make: Queues
  readonly #open = new Map<string, OpenArticle>()

  constructor(make: Queues) {
    this.#make = make
  }

  get(articleId: string): OpenArticle | undefined {
    return this.#open.get(articleId)
  }

  record(source: ArticleText): DocumentQueue<AnnotationRecord> {
    const open = this.#open.get(source.article.id)
    const record = open?.record ?? this.#make.record(source)
    this.#open.set(source.article.id, {
      source: open?.source ?? source,
      record,
      review: open?.review ?? null,
    })
    return record
  }

  review(source: ArticleText): DocumentQueue<Review> {
    const open = this.#open.get(source.article.id)
    const review = open?.review ?? this.#make.review(source)
    this.#open.set(source.article.id, {
      source: open?.source ?? source,
      record: open?.record ?? null,
      review,
    })
    return review
  }

  /** Of the articles whose records are open. */
  get ids(): readonly string[] {
    return [...this.#open].filter(([, { record }]) => record !== null).map(([id]) => id)
  }

  queues(): readonly (DocumentQueue<AnnotationRecord> | DocumentQueue<Review>)[] {
    return Array.from(this.#open.values(), queuesOf).flat()
  }

  /** Lets go of an article of which all is saved. */
  async letGo(articleId: string): Promise<void> {
    const open = this.#open.get(articleId)
    if (!open) return
    const queues = queuesOf(open)
    const saved = await Promise.all(queues.map((queue) => queue.save()))
    if (!saved.every(Boolean)) return
    this.#open.delete(articleId)
    for (const queue of queues) queue.close()
  }
}

const queuesOf = ({ record, review }: OpenArticle) => [record, review].filter((queue) => queue !== null)
