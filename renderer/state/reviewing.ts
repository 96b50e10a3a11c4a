import { create } from 'zustand'
import type { Annotation } from '#shared/domain/annotation.ts'
import { failed } from '#shared/domain/result.ts'
import type { ReviewedArticle } from '#shared/ipc/reviewing.ts'
import { bridge } from '../bridge.ts'
import { readMarks } from './article-reviews.ts'
import { say } from './desk.ts'
import { isStop, type OpenText, type OpenWork, openWork, stopFrom, WHOLE, type Whose } from './open-work.ts'
import { annotatorNow } from './team.ts'

/** What the reviewer is writing about the current mark, if anything. */
export type Writing = 'change' | 'reject' | 'comment'

type Reviewing = {
  /** Whose work can be reviewed; null until that was asked for. */
  readonly annotators: readonly string[] | null
  readonly annotator: string | null
  /** The annotator's articles, null until they are there. */
  readonly articles: readonly ReviewedArticle[] | null
  /** Sentences about what of them could not be read, and is left out. */
  readonly unread: readonly string[]
  readonly problem: string | null
  /** Id of the article that is chosen in the list. */
  readonly chosen: string | null
  readonly work: OpenWork | null
  /** Id of the mark that is looked at, which may be gone, or `WHOLE`. */
  readonly current: string | null
  readonly onlyLeft: boolean
  readonly writing: Writing | null
  /** The current mark as the reviewer would have it; only while a change is written. */
  readonly draft: Annotation | null
  /** Where the last summary lies. */
  readonly summary: string | null
}

const fresh: Reviewing = {
  annotators: null,
  annotator: null,
  articles: null,
  unread: [],
  problem: null,
  chosen: null,
  work: null,
  current: null,
  onlyLeft: false,
  writing: null,
  draft: null,
  summary: null,
}

export const reviewing = create<Reviewing>(() => fresh)

/** Asks whose work there is and how far its review has come: each time the panel is shown. */
export async function readWork(): Promise<void> {
  const asked = world
  const answer = await bridge
    .request('team:progress')
    .catch(() => failed('Whose work there is could not be read. Please try again.'))
  if (asked !== world) return
  if (!answer.ok) return reviewing.setState({ problem: answer.problem.sentence })
  const names = answer.value.annotators.map(({ annotator }) => annotator)
  const { annotator } = reviewing.getState()
  const first = names.find((name) => name !== annotatorNow()) ?? null
  const chosen = annotator !== null && names.includes(annotator) ? annotator : first
  reviewing.setState({ annotators: names, problem: null })
  await reviewWorkOf(chosen)
}

/** Lists the articles of an annotator with how far their review has come. */
export async function reviewWorkOf(annotator: string | null): Promise<void> {
  const [asked, before] = [world, reviewing.getState()]
  if (annotator !== before.annotator)
    leave({ ...fresh, annotators: before.annotators, onlyLeft: before.onlyLeft, annotator })
  if (annotator === null) return
  const answer = await bridge
    .request('reviewing:list', annotator)
    .catch(() => failed(`The work of ${annotator} could not be read. Please try again.`))
  if (asked !== world || reviewing.getState().annotator !== annotator) return
  if (!answer.ok) return reviewing.setState({ problem: answer.problem.sentence })
  const { articles, unread } = answer.value
  const { chosen } = reviewing.getState()
  const isThere = articles.some(({ articleId }) => articleId === chosen)
  reviewing.setState({
    articles,
    unread,
    problem: null,
    chosen: isThere ? chosen : (articles[0]?.articleId ?? null),
  })
}

export const chooseArticle = (articleId: string): void => leave({ chosen: articleId })

/** Shows the annotator's marks in an article, from the first that is left on. */
export async function openChosenWork(): Promise<void> {
  const { annotator, chosen, onlyLeft } = reviewing.getState()
  if (annotator === null || chosen === null) return
  const asked = ++place
  const work = await readWorkOn(chosen, annotator)
  if (!work || asked !== place) return
  const first = stopFrom(work, null, { direction: 1, onlyLeft: true })
  const other = first ?? stopFrom(work, null, { direction: 1, onlyLeft })
  const current = other ?? (work.annotations.size === 0 ? WHOLE : null)
  reviewing.setState({ work, current, writing: null, draft: null })
  if (work.unread.length > 0) say(work.unread.join(' '))
}

/** Reads the work that is shown again, after something of it was undone or could not be kept. */
export async function readWorkAgain(): Promise<void> {
  const { work: shown } = reviewing.getState()
  if (!shown) return
  const asked = place
  const work = await workIn(shown, shown)
  if (!work || asked !== place) return
  const now = reviewing.getState()
  const isThere = now.current !== null && isStop(work, now.current)
  reviewing.setState({ work, ...(isThere ? {} : { current: null, writing: null, draft: null }) })
}

async function readWorkOn(articleId: string, annotator: string): Promise<OpenWork | null> {
  const read = await bridge.request('article:read', articleId).catch(unreadable)
  if (read.ok) return workIn({ articleId, text: read.value.text }, { annotator, reviewer: annotatorNow() })
  say(read.problem.sentence)
  return null
}

/** The marks come last, and nothing is waited for behind them: what is said from then on is said of what is shown. */
async function workIn(article: OpenText, whose: Whose): Promise<OpenWork | null> {
  const marks = await readMarks(article.articleId, 'all').catch(unreadable)
  if (marks.ok) return openWork(article, marks.value, whose)
  say(marks.problem.sentence)
  return null
}

const unreadable = () => failed('This article could not be read. Please try again.')

/** Back to the list of articles, which may have changed by now. */
export async function closeWork(): Promise<void> {
  leave({ work: null, current: null, writing: null, draft: null })
  await readWork()
}

/** Opens the next article of the list. */
export async function nextWork(): Promise<void> {
  const { articles, chosen } = reviewing.getState()
  const at = articles?.findIndex(({ articleId }) => articleId === chosen) ?? -1
  const next = articles?.[at + 1]
  if (!next) return say('This is the last article of the list. Escape leads back to it.')
  chooseArticle(next.articleId)
  await openChosenWork()
}

/** Writes the summary where the reviewer says. */
export async function saveSummary(): Promise<void> {
  const { annotator } = reviewing.getState()
  if (annotator === null) return
  const asked = world
  const answer = await bridge
    .request('reviewing:summary', annotator)
    .catch(() => failed('The summary could not be written. Please try again.'))
  if (answer === null || asked !== world) return
  if (answer.ok) reviewing.setState({ summary: answer.value })
  else say(answer.problem.sentence)
}

/** Another workspace, or another name in it, is another world. */
export function forgetReviewing(): void {
  world++
  leave(fresh)
}

/** Another number once another workspace, or somebody else’s, is open: nothing that was asked before counts there. */
let world = 0
/** Another number once another place is gone to: what was to be opened before is not wanted any more. */
let place = 0

function leave(now: Partial<Reviewing>): void {
  place++
  reviewing.setState(now)
}
