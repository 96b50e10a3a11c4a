import type { Annotation } from '#shared/domain/annotation.ts'
import { failed } from '#shared/domain/result.ts'
import { bridge } from '../bridge.ts'
import { openArticle } from './articles.ts'
import { desk, focusPane, type OpenArticle, say } from './desk.ts'
import { focusBesides, readRemarks, waitsBesides } from './remarks.ts'
import { selectAnnotation } from './selecting.ts'
import { annotatorNow } from './team.ts'

/** Selects the next mark of which a reviewer has said something that waits for an answer: here, or else in the next article that has one. */
export async function nextRemark(): Promise<void> {
  const { open } = desk.getState()
  const here = open && waitingBehind(open, open.selected)
  if (here) return selectAnnotation(here.id)
  if (open && visited !== open.article.id && waitsBesides()) return goBesides(open.article.id)
  const answer = await bridge
    .request('reviewing:waiting', annotatorNow())
    .catch(() => failed('It could not be read what waits for an answer. Please try again.'))
  if (desk.getState().open?.article.id !== open?.article.id) return
  if (!answer.ok) return say(answer.problem.sentence)
  const waiting = new Set(answer.value)
  const { shown } = desk.getState()
  const next = shown.nextBehind(open?.article.id, ({ id }) => waiting.has(id))
  if (next && next.id !== open?.article.id) return goTo(next.id)
  say(
    open && goToFirst(open)
      ? 'From the first one of this article on again: no other has any.'
      : 'No remark of a reviewer waits for an answer.',
  )
}

/** False where nothing of the article waits for an answer. */
function goToFirst(open: OpenArticle): boolean {
  const first = waitingBehind(open, null)
  visited = null
  if (first) selectAnnotation(first.id)
  else if (waitsBesides()) goBesides(open.article.id)
  else return false
  return true
}

/** Id of the article whose remarks on no mark were gone to last: from there the next article is next. */
let visited: string | null = null

/** To what is said of no mark that is there. */
function goBesides(articleId: string): void {
  visited = articleId
  desk.setState({ view: 'annotate' })
  focusBesides()
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
  visited = null
  focusPane('reader')
  await openArticle(articleId)
  await readRemarks()
  const { open } = desk.getState()
  if (open?.article.id === articleId) goToFirst(open)
}
