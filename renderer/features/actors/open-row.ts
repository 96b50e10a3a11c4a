import type { SurveyRow } from '#shared/ipc/survey.ts'
import { openArticle } from '../../state/articles.ts'
import { focusPane } from '../../state/desk.ts'
import { selectAnnotation } from '../../state/selecting.ts'

/** Shows an annotation in its article. */
export async function openRow({ articleId, id }: SurveyRow): Promise<void> {
  // Behind another view the text could not take the focus.
  focusPane('reader')
  await openArticle(articleId)
  focusPane('reader')
  selectAnnotation(id)
}
