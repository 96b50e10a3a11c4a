import { create } from 'zustand'
import type { Annotation } from '#shared/domain/annotation.ts'
import type { Result } from '#shared/domain/result.ts'
import type { AdjudicatedArticle } from '#shared/ipc/adjudication.ts'
import { actorMeant } from '#shared/review/actor-meant.ts'
import type { Alignment } from '#shared/review/differences.ts'
import { bridge } from '../bridge.ts'
import { desk, say } from './desk.ts'
import { isOpen, isStop, type OpenAdjudication, openAdjudication, rowOf } from './open-adjudication.ts'
import { onceSent } from './review-queue.ts'
import { annotatorNow } from './team.ts'

/** A mark that is put right before it comes into gold, and whose version it was. */
export type GoldDraft = { readonly mark: Annotation; readonly from: string }

/** Where annotators differ, and what is settled of it. */
export type Adjudicating = {
  /** Null until they were read. */
  readonly articles: readonly AdjudicatedArticle[] | null
  readonly problem: string | null
  /** Id of the article that is chosen in the list. */
  readonly chosen: string | null
  readonly open: OpenAdjudication | null
  /** Id of the alignment that is looked at. */
  readonly current: string | null
  readonly writing: 'reason' | 'edit' | null
  /** Goes with the next decision. */
  readonly reason: string
  readonly draft: GoldDraft | null
  readonly hidesNames: boolean
  /** Another object for another workspace, or another annotator. */
  readonly world: object
}

const closed = { open: null, current: null, writing: null, reason: '', draft: null } as const
const fresh = { ...closed, articles: null, problem: null, chosen: null }

export const adjudicating = create<Adjudicating>(() => ({ ...fresh, hidesNames: false, world: {} }))

/** Another workspace is another world. */
export const forgetAdjudication = (): void => adjudicating.setState({ ...fresh, world: {} })

/** Lists the articles that two or more have opened, with what is left of each. */
export async function readAdjudication(): Promise<void> {
  const { world } = adjudicating.getState()
  const request = ++latestList
  const answer = await onceSent(() => bridge.request('adjudication:list', null))
  if (request !== latestList || adjudicating.getState().world !== world) return
  if (!answer.ok) return adjudicating.setState({ problem: answer.problem.sentence, articles: null })
  const articles = answer.value
  const { chosen } = adjudicating.getState()
  const isThere = articles.some(({ articleId }) => articleId === chosen)
  adjudicating.setState({
    articles,
    problem: null,
    chosen: isThere ? chosen : (articles[0]?.articleId ?? null),
  })
}

let latestList = 0

/** The list, with what was settled since it was read in the article that is open. */
export function articlesNow(): readonly AdjudicatedArticle[] | null {
  const { articles, open } = adjudicating.getState()
  return articles?.map((one) => (one.articleId === open?.articleId ? rowOf(open) : one)) ?? null
}

export const chooseAdjudicated = (articleId: string): void => adjudicating.setState({ chosen: articleId })

/** Shows an article from its first open difference on, or from the one that is asked for. */
export async function adjudicateArticle(articleId: string, alignment: string | null = null): Promise<void> {
  adjudicating.setState({ chosen: articleId })
  const read = await readArticle(articleId)
  if (adjudicating.getState().chosen !== articleId) return
  if (!read.ok) return say(read.problem.sentence)
  const open = read.value
  const asked = alignment !== null && open.places.has(alignment) ? alignment : null
  const first = asked ?? stopFrom(open, null, 1, true) ?? stopFrom(open, null, 1, false)
  adjudicating.setState({ ...closed, open, current: first })
}

/** Reads the article that is shown again, after something of it was undone or could not be kept, and shows what has changed. */
export async function readAdjudicatedAgain(): Promise<void> {
  const { open: before } = adjudicating.getState()
  if (!before) return
  const was = new Map([...before.standings].map(([id, { judgement }]) => [id, judgement.id]))
  const request = ++latestReading
  const read = await readArticle(before.articleId)
  if (request !== latestReading) return
  const now = adjudicating.getState()
  if (!read.ok || now.open?.articleId !== before.articleId) return
  const open = read.value
  const changed = open.alignments.find(({ id }) => open.standings.get(id)?.judgement.id !== was.get(id))
  const kept = now.current !== null && open.places.has(now.current) ? now.current : null
  adjudicating.setState({ ...closed, open, current: changed?.id ?? kept ?? stopFrom(open, null, 1, false) })
}

let latestReading = 0

/** After an edit of gold could not be made: the screen had its outcome already. */
export function readSettledAgain(articleId: string): void {
  if (adjudicating.getState().open?.articleId === articleId) void readAdjudicatedAgain()
  else void readAdjudication()
}

/** Once all that was decided so far is on the disk. */
async function readArticle(articleId: string): Promise<Result<OpenAdjudication>> {
  const [source, marks] = await onceSent(() =>
    Promise.all([
      bridge.request('article:read', articleId),
      bridge.request('article:marks', articleId, 'all'),
    ]),
  )
  if (!source.ok) return source
  if (!marks.ok) return marks
  if (marks.value.unread.length > 0) say(marks.value.unread.join(' '))
  const { articles } = adjudicating.getState()
  const title = articles?.find((one) => one.articleId === articleId)?.title
  return {
    ok: true,
    value: openAdjudication({
      articleId,
      title: title ?? source.value.article.metadata.title,
      text: source.value.text,
      marks: marks.value,
      actorMeant: meantNow(),
    }),
  }
}

function meantNow() {
  const { own, others, united } = desk.getState().registry
  return actorMeant(united, [{ annotator: annotatorNow(), registry: own }, ...others])
}

/** Back to the list, which may be another by now. */
export function closeAdjudicated(): void {
  adjudicating.setState({ ...closed, articles: articlesNow() })
  void readAdjudication()
}

/** The next stop on from one, or from an end; null where there is none. */
export function stopFrom(
  open: OpenAdjudication,
  from: string | null,
  direction: 1 | -1,
  onlyOpen: boolean,
): string | null {
  const { alignments, places } = open
  const isWanted = onlyOpen ? isOpen : isStop
  const start = from === null ? (direction > 0 ? -1 : alignments.length) : (places.get(from) ?? -1)
  for (let at = start + direction; at >= 0 && at < alignments.length; at += direction) {
    const alignment = alignments[at]
    if (alignment && isWanted(open, alignment)) return alignment.id
  }
  return null
}

export function stepDifference(direction: 1 | -1, onlyOpen: boolean) {
  const { open, current } = adjudicating.getState()
  if (!open) return
  const next = stopFrom(open, current, direction, onlyOpen)
  if (next !== null) return goToDifference(next)
  const what = onlyOpen ? 'open difference' : 'difference'
  say(direction > 0 ? `There is no ${what} further down.` : `There is no ${what} further up.`)
}

export const goToDifference = (current: string): void =>
  adjudicating.setState({ current, writing: null, reason: '', draft: null })

export const toggleNames = (): void =>
  adjudicating.setState(({ hidesNames }) => ({ hidesNames: !hidesNames }))

export const stopWriting = (): void => adjudicating.setState({ writing: null, draft: null })

/** The group that is looked at. */
export function currentAlignment({ open, current }: Adjudicating): Alignment | null {
  const place = open && current !== null ? open.places.get(current) : undefined
  return place === undefined ? null : (open?.alignments[place] ?? null)
}
