import type { Annotation } from '#shared/domain/annotation.ts'
import type { SurveyAnswer, SurveyRow } from '#shared/ipc/survey.ts'
import { bridge } from '../bridge.ts'
import { openArticle } from './articles.ts'
import { desk, focusPane, type OpenArticle, say } from './desk.ts'
import { rankFrom } from './filtering.ts'
import { selectAnnotation } from './selecting.ts'

/** Selects the next unsure annotation: in this article, or else in the next that has one, from the first again behind the last. */
export async function nextUnsure(): Promise<void> {
  const { open } = desk.getState()
  const here = open && unsureBehind(open)
  if (here) return selectAnnotation(here.id)
  const answer = await bridge.request('survey:ask', { kind: 'unsure' })
  // Something else may have been opened meanwhile.
  if (desk.getState().open?.article.id !== open?.article.id) return
  if (!answer.ok) return say(answer.problem.sentence)
  const { rows } = JSON.parse(answer.value) as SurveyAnswer
  const next = nextRow(rows, open?.article.id)
  if (!next) return say('Nothing in this workspace is marked unsure.')
  await goTo(next)
  if (next.articleId === open?.article.id)
    say('From the first one of this article on again: no other has any.')
}

function unsureBehind(open: OpenArticle): Annotation | undefined {
  const { annotations } = open.record
  let rank = 0
  const from = rankFrom(open, annotations, 1)
  for (const annotation of annotations)
    if (rank++ >= from && annotation.certainty === 'unsure') return annotation
  return undefined
}

/** The first row of an article behind this one in the list; the first of all where there is none. */
function nextRow(rows: readonly SurveyRow[], articleId: string | undefined): SurveyRow | undefined {
  const { articles } = desk.getState()
  const place = articleId === undefined ? -1 : articles.placeOf(articleId)
  return rows.find((row) => articles.placeOf(row.articleId) > place) ?? rows[0]
}

/** Opens the article of a row, with its annotation selected. */
export async function goTo({ articleId, id }: Pick<SurveyRow, 'articleId' | 'id'>): Promise<void> {
  focusPane('reader')
  await openArticle(articleId)
  if (desk.getState().open?.article.id === articleId) selectAnnotation(id)
}
