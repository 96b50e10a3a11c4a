import { caretAt } from '#shared/domain/selection.ts'
import type { SurveyRow } from '#shared/ipc/survey.ts'
import { change } from './annotating.ts'
import { openArticle } from './articles.ts'
import { hintsOfSelected } from './checking.ts'
import { desk } from './desk.ts'
import { mend } from './mending.ts'
import { chosenRow, dropRow, type QueueTab, queue } from './queue.ts'
import { choose, selectAnnotation, selectedAnnotation } from './selecting.ts'
import { goTo } from './unsure.ts'

/**
 * What is done to the chosen row of the queue without leaving it: its article is opened behind the view, so that the edit is
 * one like any other. A key that is pressed while that lasts is meant for the row that is chosen then.
 */
function inTurn(work: (row: SurveyRow) => Promise<void>): void {
  const done = turn.then(async () => {
    const row = chosenRow(queue.getState())
    if (row) await work(row)
  })
  turn = done.catch(() => undefined)
  void done
}
let turn: Promise<unknown> = Promise.resolve()

/** Shows the chosen row's annotation in its article. */
export const openChosen = (): void => inTurn(goTo)

export const settleChosen = (): void =>
  inTurn(async (row) => {
    if (!(await isOpened(row))) return
    const annotation = selectedAnnotation(desk.getState().open)
    const isSure = annotation?.certainty !== 'unsure'
    if (isSure || change(annotation, { ...annotation, certainty: 'sure' }, { name: 'Mark as sure' }))
      dealtWith(row, 'unsure')
  })

export const mendChosen = (): void =>
  inTurn(async (row) => {
    if (!(await isOpened(row))) return
    const hints = hintsOfSelected(desk.getState())
    const hint = hints.find(({ sentence }) => sentence === row.sentence) ?? hints[0]
    if (!hint) return dealtWith(row, 'hints')
    if (hint.mend.kind !== 'edit') await goTo(row)
    if (mend(hint)) dealtWith(row, 'hints')
  })

/** What was found on one list is still to be dealt with on the other. */
function dealtWith(row: SurveyRow, tab: QueueTab): void {
  if (queue.getState().tab === tab) dropRow(row)
}

/** Opens the row's article and selects its annotation, if it is still there. */
async function isOpened({ articleId, id }: SurveyRow): Promise<boolean> {
  await openArticle(articleId)
  if (desk.getState().open?.article.id !== articleId) return false
  choose(null, caretAt(0))
  selectAnnotation(id)
  return true
}
