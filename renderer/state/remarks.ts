import { create } from 'zustand'
import { applyTo, type Edit } from '#shared/domain/edit.ts'
import type { Judgement } from '#shared/domain/review.ts'
import type { ArticleMarks } from '#shared/ipc/team.ts'
import { judgementsOf, type Standing, standingOf } from '#shared/review/mark-standing.ts'
import type { MarksHere } from '#shared/review/marks-here.ts'
import { OUTCOME_STATES } from '#shared/review/outcome-words.ts'
import { isWaiting } from '#shared/review/review-counts.ts'
import type { ReviewOf } from '#shared/review/review-of.ts'
import { type Thread, threadAbout, threadsBesides, threadsOf, turnIn } from '#shared/review/threads.ts'
import { readMarks } from './article-reviews.ts'
import { atRest } from './at-rest.ts'
import { type DeskState, desk, noRemarked, type Remarked } from './desk.ts'
import { marksHereIn, reviewBy, reviewsIn, withReviewBy } from './marks-of-all.ts'
import { othersWanted } from './others.ts'
import { sendReviewEdit } from './review-queue.ts'
import { annotatorNow } from './team.ts'

/**
 * What reviewers say of the annotator's own marks in the open article. It is asked for once the article is shown, and never
 * held up for; what became of each mark is told when the annotator rests, and only of marks of which anything was said.
 */
type Remarks = {
  readonly articleId: string
  /** Whose marks they are about. */
  readonly annotator: string
  readonly reviews: readonly ReviewOf[]
  readonly here: MarksHere
  /** By the ids of the annotator's marks. */
  readonly judged: ReadonlyMap<string, readonly Judgement[]>
  readonly threads: readonly Thread[]
}

type Known = {
  readonly remarks: Remarks | null
  /** What was said of the annotator’s marks that are gone, and of all of the article, as of the last rest. */
  readonly besides: readonly Thread[]
  /** How many things here are not answered by the annotator. */
  readonly waiting: number
  /** A new object makes what is said besides take the focus. */
  readonly wanted: object | null
}

const unknown: Known = { remarks: null, besides: [], waiting: 0, wanted: null }
const known = create<Known>(() => unknown)

export const useRemarks = (): Remarks | null => known(({ remarks }) => remarks)
export const useRemarksBesides = (): readonly Thread[] => known(({ besides }) => besides)
export const useWantedBesides = (): object | null => known(({ wanted }) => wanted)
export const useWaitingRemarks = (): number => known(({ waiting }) => waiting)
export const remarksNow = (): Remarks | null => known.getState().remarks

/** Leads to what is said of no mark of the open article. */
export const focusBesides = (): void => known.setState({ wanted: {} })

/** Whether something that no mark of the open article leads to is not answered. */
export function waitsBesides(): boolean {
  const { remarks, besides } = known.getState()
  return remarks !== null && besides.some((thread) => turnIn(thread, remarks.annotator) === 'annotator')
}

const REST_MS = 250

/** Keeps the desk told of what reviewers say of the open article’s marks. */
export function keepRemarked(): void {
  const { soon } = atRest(REST_MS, tell)
  desk.subscribe((now, before) => {
    if (now.open?.article.id !== before.open?.article.id) return follow(now)
    if (now.bulk === null && before.bulk !== null) void readRemarks()
    else if (now.open?.record.annotations !== before.open?.record.annotations) soon()
  })
  known.subscribe((now, before) => {
    if (now.remarks !== before.remarks) tell()
  })
}

/** Another article is shown: what was said of the one before is not said of it. */
function follow({ open, remarked }: DeskState): void {
  known.setState(unknown)
  if (remarked.size > 0) desk.setState({ remarked: noRemarked })
  if (open) requestIdleCallback(() => void readRemarks(), { timeout: 1_000 })
}

/** Asks what reviewers say of the open article’s marks, and, for one answer to both, what is shown below them; nothing is said of it where that cannot be read. */
export async function readRemarks(): Promise<void> {
  const { open, workspace } = desk.getState()
  if (!open || !workspace) return
  const articleId = open.article.id
  const takeOthers = othersWanted()
  const answer = await readMarks(articleId, takeOthers ? 'layer' : 'reviews')
  const now = desk.getState()
  if (now.open?.article.id !== articleId || now.workspace?.id !== workspace.id) return
  takeOthers?.(articleId, answer)
  if (!answer.ok) return
  known.setState({ remarks: remarksIn(remarkedOf(articleId, answer.value)) })
}

type Read = Pick<Remarks, 'articleId' | 'annotator' | 'reviews' | 'here'>

function remarkedOf(articleId: string, answer: ArticleMarks): Read {
  const reviews = reviewsIn(answer)
  const here = marksHereIn(answer)
  return { articleId, annotator: annotatorNow(), reviews, here }
}

function remarksIn({ annotator, reviews, here, ...rest }: Read): Remarks {
  const others = reviews.filter((one) => one.annotator !== annotator)
  const threads = threadsOf(reviews, here).filter(({ about }) => about.annotator === annotator)
  return { ...rest, annotator, reviews, here, judged: judgementsOf(annotator, others, here), threads }
}

/** How a mark of the open article stands, and what was said about it; null where nobody has said anything. */
export function remarkOn(
  remarks: Remarks | null,
  id: string,
): { readonly standing: Standing; readonly thread: Thread | undefined } | null {
  const mark = desk.getState().open?.record.annotations.get(id)
  if (!remarks || !mark) return null
  const judgements = remarks.judged.get(id) ?? []
  const thread = threadAbout(remarks.threads, { annotator: remarks.annotator, id })
  return judgements.length === 0 && !thread ? null : { standing: standingOf(mark, judgements), thread }
}

function tell(): void {
  const { remarks } = known.getState()
  const { open } = desk.getState()
  if (!remarks || !open || open.article.id !== remarks.articleId) return
  const talked = remarks.threads.flatMap(({ about: { id } }) => id ?? [])
  const remarked = new Map<string, Remarked>()
  for (const id of new Set([...remarks.judged.keys(), ...talked])) {
    const remark = remarkOn(remarks, id)
    if (!remark) continue
    const { standing, thread } = remark
    const waits = isWaiting(remarks.annotator, standing, thread)
    if (isRemark(standing) || thread) remarked.set(id, { word: wordOf(standing), waits })
  }
  desk.setState({ remarked })
  const besides = threadsBesides(remarks.threads, open.record.annotations, remarks.annotator)
  const waiting = besides.filter((thread) => turnIn(thread, remarks.annotator) === 'annotator').length
  known.setState({ besides, waiting: waiting + [...remarked.values()].filter(({ waits }) => waits).length })
}

const isRemark = ({ outcome }: Standing): boolean => outcome !== 'open' && outcome !== 'accepted'

const wordOf = ({ outcome }: Standing): Remarked['word'] =>
  outcome === 'open' || outcome === 'accepted' ? 'comment' : OUTCOME_STATES[outcome]

/** Edits what the annotator says in the threads of the open article. */
export function editOwnWords(edit: Edit): boolean {
  const { remarks } = known.getState()
  if (!remarks) return false
  const { articleId, annotator, reviews } = remarks
  if (!sendReviewEdit({ articleId, annotator, edit, onRefused: () => void readRemarks() })) return false
  const own = applyTo('review', reviewBy(reviews, annotator), edit)
  known.setState({ remarks: remarksIn({ ...remarks, reviews: withReviewBy(reviews, annotator, own) }) })
  return true
}
