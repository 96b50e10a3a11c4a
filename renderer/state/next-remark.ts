import type { Annotation } from '#shared/domain/annotation.ts'
import { failed } from '#shared/domain/result.ts'
import { bridge } from '../bridge.ts'
import { openArticle } from './articles.ts'
import { desk, focusPane, type OpenArticle, say } from './desk.ts'
import { readRemarks } from './remarks.ts'
import { selectAnnotation } from './selecting.ts'
import { annotatorNow } from './team.ts'

/** Selects the next mark of which a reviewer has said something that waits for an answer: here, or else in the next article that has one. */
export async function nextRemark(): Promise<void> {
  const { open } = desk.getState()
  const here = open && waitingBehind(open, open.selected)
  if (here) return selectAnnotation(here.id)
  const answer = await bridge
    .request('reviewing:waiting', annotatorNow())
    .catch(() => failed('It could not be read what waits for an answer. Please try again.'))
  if (desk.getState().open?.article.id !== open?.article.id) return
  if (!answer.ok) return say(answer.problem.sentence)
  const waiting = new Set(answer.value)
  const { shown } = desk.getState()
  const next = shown.nextBehind(open?.article.id, ({ id }) => waiting.has(id))
  if (next && next.id !== open?.article.id) return goTo(next.id)
  const first = open && waitingBehind(open, null)
  if (!first) return say('No remark of a reviewer waits for an answer.')
  selectAnnotation(first.id)
  say('From the first one of this article on again: no other has any.')
}

/** In reading order, from the mark on that is selected. */
function waitingBehind(open: OpenArticle, selected: string | null): Annotation | undefined {
  const { annotations } = open.record
  const from = selected === null ? undefined : annotations.get(selected)
  const waiting = [...desk.getState().remarked].flatMap(([id, { waits }]) => {
    const mark = waits ? annotations.get(id) : undefined
    return mark ? [{ mark, rank: annotations.rankOf(mark) }] : []
  })
  const behind = from ? annotations.rankOf(from) : -1
  return waiting.sort((a, b) => a.rank - b.rank).find(({ rank }) => rank > behind)?.mark
}

async function goTo(articleId: string): Promise<void> {
  focusPane('reader')
  await openArticle(articleId)
  await readRemarks()
  const { open } = desk.getState()
  const first = open?.article.id === articleId ? waitingBehind(open, null) : undefined
  if (first) selectAnnotation(first.id)
}
