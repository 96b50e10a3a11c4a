import type { Standing } from './mark-standing.ts'
import { type Thread, turnIn } from './threads.ts'

/** How far the review of an annotator's work on one article has come. */
export type ReviewCounts = {
  readonly annotations: number
  /** Of those that are there, and of those that were rejected and are gone. */
  readonly accepted: number
  readonly changed: number
  readonly rejected: number
  readonly outdated: number
  /** That are not resolved. */
  readonly threads: number
  /** What the annotator has not answered. */
  readonly waiting: number
}

/** `threads`: those about marks of this annotator, or about all of it. */
export function reviewCounts(
  annotator: string,
  standings: ReadonlyMap<string, Standing>,
  threads: readonly Thread[],
): ReviewCounts {
  const all = [...standings.values()]
  const own = threads.filter(({ about }) => about.annotator === annotator)
  const having = (outcome: Standing['outcome']) => all.filter((one) => one.outcome === outcome).length
  return {
    annotations: all.filter(({ isThere }) => isThere).length,
    accepted: having('accepted'),
    changed: having('changed'),
    rejected: having('rejected'),
    outdated: all.filter(({ since }) => since === 'outdated').length,
    threads: own.filter(({ isResolved }) => !isResolved).length,
    waiting: waitingFor(annotator, standings, threads).length,
  }
}

/** What an annotator has not answered yet: ids of marks, null for what is said of all of the article. */
export function waitingFor(
  annotator: string,
  standings: ReadonlyMap<string, Standing>,
  threads: readonly Thread[],
): readonly (string | null)[] {
  const own = threads.filter(({ about }) => about.annotator === annotator)
  const byMark = new Map(own.map((thread) => [thread.about.id, thread]))
  const marks = [...standings].filter(([id, standing]) => isWaiting(annotator, standing, byMark.get(id)))
  const others = own.filter(
    (thread) => !standings.has(thread.about.id ?? '') && turnIn(thread, annotator) === 'annotator',
  )
  return [...marks.map(([id]) => id), ...others.map(({ about }) => about.id)]
}

/** True when a reviewer has said something of a mark that its annotator has neither followed nor answered. */
export function isWaiting(annotator: string, standing: Standing, thread: Thread | undefined): boolean {
  if (thread && turnIn(thread, annotator) === 'annotator') return true
  return standing.isThere && asksForSomething(standing) && !isAnswered(annotator, standing, thread)
}

const asksForSomething = ({ outcome, since }: Standing): boolean =>
  outcome !== 'open' && outcome !== 'accepted' && since !== 'followed'

/** By a word that came after the judgement, or by a change of the mark that did. */
function isAnswered(annotator: string, standing: Standing, thread: Thread | undefined): boolean {
  const [newest] = standing.judgements
  if (!newest) return true
  if (standing.since === 'outdated' && standing.mark.updated > newest.created) return true
  const after = thread?.comments.filter(({ created }) => created >= newest.created) ?? []
  return after.some(({ by, kind }) => by === annotator || kind === 'resolved')
}
