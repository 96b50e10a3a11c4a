import { commentEdit, resolveEdit } from '#shared/review/review-edits.ts'
import { button, element, labelled } from './element.ts'
import type { ReviewDesk } from './review-desk.ts'

/** What is said of all that one annotator made of the article. */
export function wholeArticle(desk: ReviewDesk, annotator: string): HTMLElement {
  const thread = desk.threadOfArticle(annotator)
  const about = { annotator, id: null }
  const words = element('textarea', { rows: 2, maxLength: 10_000 })
  const add = (): void => {
    const said = words.value.trim()
    if (said !== '') desk.say((_, speaker) => commentEdit(about, said, speaker))
  }
  const resolve = (): void =>
    desk.say((_, speaker) => resolveEdit(about, thread?.isResolved ? 'reopened' : 'resolved', '', speaker))
  const said = (thread?.comments ?? []).map(({ by, kind, text }) =>
    element('li', {}, `${by}: ${text || kind}`),
  )
  return element(
    'div',
    {},
    element('ul', {}, ...said),
    labelled(`About all marks of ${annotator} here`, words),
    element(
      'div',
      { className: 'decide' },
      button('Add comment', add),
      thread ? button(thread.isResolved ? 'Open again' : 'Resolve', resolve) : null,
    ),
  )
}
