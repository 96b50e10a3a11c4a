import { type Annotation, compareAnnotations } from '#shared/domain/annotation.ts'
import { applyTo, type Edit, invertEdit, isDoneTo } from '#shared/domain/edit.ts'
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
import { MarksHere, markKey } from '#shared/review/marks-here.ts'
import type { Speaker } from '#shared/review/review-edits.ts'
import { takenAnswers } from '#shared/review/taking-answers.ts'
import { type Thread, threadsOf } from '#shared/review/threads.ts'
import { changesBetween } from './changes-between.ts'
import type { DeskChange } from './desk-change.ts'
import type { KeptAnswers } from './kept-answers.ts'
import { everything, type Filter, isShown } from './page-filter.ts'
import { SaidByMark, wholeKey } from './said-by-mark.ts'

/** `key`: its own among all marks of the article. */
export type ShownMark = { readonly annotator: string; readonly mark: Annotation; readonly key: string }

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
  here = new MarksHere([])
  #said = new SaidByMark(this.here, [])
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
    for (const { id } of data.articles) this.#own.set(id, this.#newlyKept(id) ?? emptyReview)
    this.article = this.#opened(0)
    kept.onKeptElsewhere(
      data.articles.map(({ id }) => id),
      (articleId) => this.#adopt(articleId),
    )
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
  said({ mark, key }: ShownMark): { readonly standing: Standing; readonly thread: Thread | undefined } {
    const said = { annotator: '', ...this.#said.of(key) }
    const judgements = judgementsByMark([said], (one) => this.here.keyOf(one)).get(key) ?? []
    return { standing: standingOf(mark, judgements), thread: threadsOf([said], this.here)[0] }
  }

  /** What was said of all of the article that is shown, by whose marks it is about. */
  threadOfArticle(annotator: string): Thread | undefined {
    return threadsOf([{ annotator: '', ...this.#said.of(wholeKey(annotator)) }], this.here)[0]
  }

  ownOf(articleId: string): Review {
    return this.#own.get(articleId) ?? emptyReview
  }

  /** Has the reviewer say something of the article that is shown. @param edit of what was said so far. */
  say(edit: (own: Review, speaker: Speaker) => Edit): void {
    const { id } = this.article
    this.#adopt(id)
    const made = edit(this.ownOf(id), this.#speaker())
    if (made.changes.length > 0) this.#do([{ articleId: id, edit: made }])
  }

  /** Answers with a sentence about what was undone. */
  undo(): string {
    const steps = this.#past.pop()
    if (!steps) return 'There is nothing to undo.'
    for (const { articleId } of steps) this.#adopt(articleId)
    const isAsLeft = steps.every(({ articleId, edit }) => isDoneTo('review', this.ownOf(articleId), edit))
    if (isAsLeft)
      this.#apply(steps.map(({ articleId, edit }) => ({ articleId, edit: invertEdit(edit) })).reverse())
    else this.#tell({ kind: 'kept' })
    return isAsLeft
      ? `Undone: ${steps[0]?.edit.name}.`
      : 'This was changed in another window since, so it was not undone.'
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
      this.#adopt(answered.id)
      const read = this.#read(answered)
      refused.push(...read.refused)
      const source = { said: read.said, prefix: NONE, saved }
      const { changes } = takenAnswers(this.ownOf(answered.id), source, read.here)
      return changes.length > 0 ? [{ articleId: answered.id, edit: { name: 'Load answers', changes } }] : []
    })
    if (steps.length > 0) this.#do(steps)
    return { taken: steps.reduce((sum, { edit }) => sum + edit.changes.length, 0), refused }
  }

  #read(answered: AnswersArticle): ReturnType<typeof saidIn> & { readonly here: MarksHere } {
    const article = this.data.articles.find(
      ({ id, sha256 }) => id === answered.id && sha256 === answered.sha256,
    )
    const here = new MarksHere(article?.marks ?? [])
    if (article) return { ...saidIn(answered, article.text), here }
    return {
      here,
      said: emptyReview,
      refused: [`The article “${answered.title}” is not in this review file.`],
    }
  }

  #opened(index: number): PageArticle {
    const object = this.data.articles[index]
    if (!object) throw new Error('A review file has at least one article')
    const article = pageArticleIn(object)
    this.marks = article.marks
      .flatMap(({ annotator, annotations }) =>
        annotations.map((mark) => ({ annotator, mark, key: markKey({ annotator, id: mark.id }) })),
      )
      .sort((a, b) => compareAnnotations(a.mark, b.mark))
    this.article = article
    this.here = new MarksHere(article.marks)
    const { judgements, comments } = this.ownOf(article.id)
    const own = {
      annotator: this.reviewer,
      judgements: [...judgements.values()],
      comments: [...comments.values()],
    }
    this.#said = new SaidByMark(this.here, [...article.said, own])
    this.current = null
    return article
  }

  #speaker(): Speaker {
    return {
      by: this.reviewer,
      now: new Date().toISOString(),
      newId: () => `${answersPrefix(this.hash)}${randomId()}`,
    }
  }

  /** Takes over what another window that shows the file keeps of an article. */
  #adopt(articleId: string): void {
    const kept = this.isKept ? this.#newlyKept(articleId) : null
    const changes = kept ? changesBetween(this.ownOf(articleId), kept) : []
    if (changes.length > 0) this.#show([{ articleId, edit: { name: '', changes } }])
  }

  #newlyKept(articleId: string): Review | null {
    const article = this.data.articles.find(({ id }) => id === articleId)
    const kept = keptArticle(this.#kept.readNew(articleId))
    return article && kept?.sha256 === article.sha256 ? saidIn(kept, article.text).said : null
  }

  #do(steps: readonly Step[]): void {
    this.#past.push(steps)
    this.#apply(steps)
  }

  #apply(steps: readonly Step[]): void {
    this.isUnsaved = true
    this.#show(steps)
    for (const { articleId } of steps) {
      const article = this.data.articles.find(({ id }) => id === articleId)
      if (article) this.#kept.keep(answersArticle(article, this.ownOf(articleId)))
    }
    this.#tell({ kind: 'kept' })
  }

  #show(steps: readonly Step[]): void {
    const about = new Set<string>()
    for (const { articleId, edit } of steps) {
      this.#own.set(articleId, applyTo('review', this.ownOf(articleId), edit))
      if (articleId !== this.article.id) continue
      for (const change of edit.changes) for (const key of this.#said.take(change)) about.add(key)
    }
    this.#tell({ kind: 'said', about })
    this.#tell({ kind: 'kept' })
  }

  #tell(change: DeskChange): void {
    for (const listener of this.#listeners) listener(change)
  }
}

/** Nothing is withdrawn by answers that are loaded: what the page has besides them stays. */
const NONE = '\0'

function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
