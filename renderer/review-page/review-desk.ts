import { type Annotation, compareAnnotations } from '#shared/domain/annotation.ts'
import { applyTo, type Change, type Edit, invertEdit } from '#shared/domain/edit.ts'
import { emptyReview, type Review } from '#shared/domain/review.ts'
import {
  type AnswersArticle,
  answersArticle,
  answersPrefix,
  keptArticle,
  type ReviewAnswers,
  saidIn,
} from '#shared/format/review-answers.ts'
import { type PageArticle, pageArticleIn, type ReviewPageData } from '#shared/format/review-page-data.ts'
import { judgementsByMark, type Standing, standingOf } from '#shared/review/mark-standing.ts'
import type { Speaker } from '#shared/review/review-edits.ts'
import { takenAnswers } from '#shared/review/taking-answers.ts'
import { type Thread, threadAbout, threadsOf } from '#shared/review/threads.ts'
import type { DeskChange } from './desk-change.ts'
import type { KeptAnswers } from './kept-answers.ts'
import { everything, type Filter, isShown } from './page-filter.ts'

export type ShownMark = { readonly annotator: string; readonly mark: Annotation }

type Step = { readonly articleId: string; readonly edit: Edit }

/** All that the page shows, and all that a reviewer can do to it. */
export class ReviewDesk {
  readonly data: ReviewPageData
  readonly hash: string
  readonly #kept: KeptAnswers
  readonly #listeners: ((change: DeskChange) => void)[] = []
  readonly #own = new Map<string, Review>()
  readonly #past: (readonly Step[])[] = []
  reviewer: string
  article: PageArticle
  /** Of the article that is shown, in reading order. */
  marks: readonly ShownMark[] = []
  current: ShownMark | null = null
  filter: Filter = everything
  /** There is something that was not saved as a file yet. */
  isUnsaved = false

  constructor(data: ReviewPageData, hash: string, kept: KeptAnswers) {
    this.data = data
    this.hash = hash
    this.#kept = kept
    this.reviewer = kept.reviewer ?? ''
    for (const article of data.articles) this.#restore(article.id)
    this.article = this.#opened(0)
  }

  get isKept(): boolean {
    return this.#kept.isKept
  }

  get articleIndex(): number {
    return this.data.articles.findIndex(({ id }) => id === this.article.id)
  }

  get canUndo(): boolean {
    return this.#past.length > 0
  }

  onChange(listener: (change: DeskChange) => void): void {
    this.#listeners.push(listener)
  }

  setReviewer(name: string): void {
    this.reviewer = name
    this.#kept.keepReviewer(name)
    this.#tell({ kind: 'reviewer' })
  }

  open(index: number): void {
    if (!this.data.articles[index]) return
    this.article = this.#opened(index)
    this.#tell({ kind: 'article' })
  }

  show(mark: ShownMark | null): void {
    this.current = mark
    this.#tell({ kind: 'mark' })
  }

  setFilter(filter: Partial<Filter>): void {
    this.filter = { ...this.filter, ...filter }
    this.#tell({ kind: 'filter' })
  }

  isShown(shown: ShownMark): boolean {
    const { standing, thread } = this.said(shown)
    return isShown({ ...shown, standing, thread }, this.filter, this.article.text)
  }

  /** What was said of a mark by everybody. */
  said({ annotator, mark }: ShownMark): { readonly standing: Standing; readonly thread: Thread | undefined } {
    const reviews = [...this.article.said, this.#ownReview()].map(({ judgements, comments, ...of }) => ({
      ...of,
      judgements: judgements.filter(({ about }) => about.some(({ id }) => id === mark.id)),
      comments: comments.filter(({ about }) => about.id === mark.id),
    }))
    const judgements = judgementsByMark(reviews).get(mark.id) ?? []
    const thread = threadAbout(threadsOf(reviews), { annotator, id: mark.id })
    return { standing: standingOf(mark, judgements), thread }
  }

  /** What was said of all of the article that is shown, by whose marks it is about. */
  threadOfArticle(annotator: string): Thread | undefined {
    return threadAbout(threadsOf([...this.article.said, this.#ownReview()]), { annotator, id: null })
  }

  ownOf(articleId: string): Review {
    return this.#own.get(articleId) ?? emptyReview
  }

  speaker(): Speaker {
    return {
      by: this.reviewer,
      now: new Date().toISOString(),
      newId: () => `${answersPrefix(this.hash)}${randomId()}`,
    }
  }

  /** An edit of what the reviewer says of the article that is shown. */
  say(edit: Edit): void {
    if (edit.changes.length > 0) this.#do([{ articleId: this.article.id, edit }])
  }

  undo(): string | null {
    const steps = this.#past.pop()
    if (!steps) return null
    this.#apply(steps.map(({ articleId, edit }) => ({ articleId, edit: invertEdit(edit) })).reverse())
    return steps[0]?.edit.name ?? ''
  }

  answers(): Omit<ReviewAnswers, 'offsets'> {
    const { workspace, articles } = this.data
    return {
      workspace,
      data: this.hash,
      reviewer: this.reviewer,
      saved: new Date().toISOString(),
      articles: articles.map((article) => answersArticle(article, this.ownOf(article.id))),
    }
  }

  saved(): void {
    this.isUnsaved = false
    this.#tell({ kind: 'kept' })
  }

  /** Takes answers that were saved before, of this file; answers with what has no place in it. */
  takeBack({ articles, saved }: ReviewAnswers): {
    readonly taken: number
    readonly refused: readonly string[]
  } {
    const refused: string[] = []
    const steps = articles.flatMap((answered): Step[] => {
      const read = this.#read(answered)
      refused.push(...read.refused)
      const { changes } = takenAnswers(this.ownOf(answered.id), { said: read.said, prefix: NONE, saved })
      return changes.length > 0 ? [{ articleId: answered.id, edit: { name: 'Load answers', changes } }] : []
    })
    if (steps.length > 0) this.#do(steps)
    return { taken: steps.reduce((sum, { edit }) => sum + edit.changes.length, 0), refused }
  }

  #read(answered: AnswersArticle): ReturnType<typeof saidIn> {
    const article = this.data.articles.find(
      ({ id, sha256 }) => id === answered.id && sha256 === answered.sha256,
    )
    if (article) return saidIn(answered, article.text)
    return { said: emptyReview, refused: [`The article “${answered.title}” is not in this review file.`] }
  }

  #restore(articleId: string): void {
    const article = this.data.articles.find(({ id }) => id === articleId)
    const kept = keptArticle(this.#kept.read(articleId))
    if (article && kept?.sha256 === article.sha256) this.#own.set(articleId, saidIn(kept, article.text).said)
  }

  #opened(index: number): PageArticle {
    const object = this.data.articles[index]
    if (!object) throw new Error('A review file has at least one article')
    const article = pageArticleIn(object)
    this.marks = article.marks
      .flatMap(({ annotator, annotations }) => annotations.map((mark) => ({ annotator, mark })))
      .sort((a, b) => compareAnnotations(a.mark, b.mark))
    this.article = article
    this.current = null
    return article
  }

  #ownReview() {
    const { judgements, comments } = this.ownOf(this.article.id)
    return {
      annotator: this.reviewer,
      judgements: [...judgements.values()],
      comments: [...comments.values()],
    }
  }

  #do(steps: readonly Step[]): void {
    this.#past.push(steps)
    this.#apply(steps)
  }

  #apply(steps: readonly Step[]): void {
    for (const { articleId, edit } of steps) {
      this.#own.set(articleId, applyTo('review', this.ownOf(articleId), edit))
      const article = this.data.articles.find(({ id }) => id === articleId)
      if (article) this.#kept.keep(answersArticle(article, this.ownOf(articleId)))
    }
    this.isUnsaved = true
    const here = steps.filter(({ articleId }) => articleId === this.article.id)
    this.#tell({ kind: 'said', marks: here.flatMap(({ edit }) => edit.changes.flatMap(marksOf)) })
    this.#tell({ kind: 'kept' })
  }

  #tell(change: DeskChange): void {
    for (const listener of this.#listeners) listener(change)
  }
}

/** Nothing is withdrawn by answers that are loaded: what the page has besides them stays. */
const NONE = '\0'

function marksOf(change: Change): readonly (string | null)[] {
  const said = 'id' in change ? (change.after ?? change.before) : null
  if (change.kind === 'judgement')
    return (said as { about: readonly { id: string }[] }).about.map(({ id }) => id)
  return change.kind === 'comment' ? [(said as { about: { id: string | null } }).about.id] : []
}

function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
