import { create } from 'zustand'
import { showView } from './desk.ts'

/** What the Review view shows: who does what, how far all agree, what holds, one person's work, and what the marks are like. */
export const REVIEW_TABS = ['team', 'agreement', 'adjudicate', 'work', 'quality'] as const
export type ReviewTab = (typeof REVIEW_TABS)[number]

/** A place in an article that the adjudication shall begin with; a new object each time. */
export type Difference = { readonly articleId: string; readonly alignment: string | null }

type Shown = { readonly tab: ReviewTab; readonly difference: Difference | null }

const review = create<Shown>(() => ({ tab: 'team', difference: null }))

export const useReviewTab = (): ReviewTab => review(({ tab }) => tab)
export const useDifference = (): Difference | null => review(({ difference }) => difference)

export function showReview(tab: ReviewTab): void {
  review.setState({ tab })
  showView('review')
}

/** Shows where annotators differ in an article: all of it, or one group of aligned marks. */
export function showDifference(articleId: string, alignment: string | null = null): void {
  review.setState({ difference: { articleId, alignment } })
  showReview('adjudicate')
}
