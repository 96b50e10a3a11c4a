import type { Annotation } from '#shared/domain/annotation.ts'
import { GOLD, type JudgedMark, type Judgement, type Outcome } from '#shared/domain/review.ts'
import type { Coding } from './codings.ts'
import type { MarksHere } from './marks-here.ts'
import { isFollowed, saysTheSame } from './proposals.ts'
import type { ReviewOf } from './review-of.ts'

/**
 * What became of one annotator's marks in review. Of each reviewer the latest judgement holds, and of all reviewers' the
 * newest gives a mark its outcome; who contradicts it is named. A judgement holds the mark as it was then, which tells
 * whether its annotator has changed it since, and whether into what was proposed.
 */
export type Standing = {
  /** As it is now; one that was deleted, as it was when it was judged last. */
  readonly mark: Annotation
  readonly isThere: boolean
  readonly outcome: 'open' | Outcome
  /** `followed`: it is as was proposed by now, or gone as was asked for; `outdated`: it is another one than was judged. */
  readonly since: 'same' | 'followed' | 'outdated'
  /** One for each reviewer, the newest first. */
  readonly judgements: readonly Judgement[]
  /** Names of all reviewers, where they do not say the same; sorted. */
  readonly contradicting: readonly string[]
}

/** How all marks of one annotator in one article stand, those that are there in their order, then those that are gone; by their ids. */
export function standingsOf(
  { annotator, annotations }: Coding,
  reviews: readonly ReviewOf[],
  here: MarksHere,
): ReadonlyMap<string, Standing> {
  const judged = judgementsOf(annotator, reviews, here)
  const standings = new Map(annotations.map((mark) => [mark.id, standingOf(mark, judged.get(mark.id) ?? [])]))
  for (const [id, judgements] of judged) {
    const about = judgements[0] && markIn(judgements[0], id)
    if (about && !standings.has(id)) standings.set(id, standingOf(about.as, judgements, false))
  }
  return standings
}

/** What holds of one annotator's marks, by their ids; see `judgementsByMark`. */
export function judgementsOf(
  annotator: string,
  reviews: readonly ReviewOf[],
  here: MarksHere,
): ReadonlyMap<string, readonly Judgement[]> {
  const isTheirs = (mark: JudgedMark) => here.meant(mark).annotator === annotator
  const own = reviews.map(({ judgements, ...of }) => ({
    ...of,
    judgements: judgements.flatMap((one) => {
      const about = one.about.filter(isTheirs)
      if (about.length === one.about.length) return [one]
      return about.length > 0 ? [{ ...one, about }] : []
    }),
  }))
  return judgementsByMark(own, ({ id }) => id)
}

/** By a mark's key, what holds of it: one judgement of each reviewer, the newest first. What was adjudicated is not among it. */
export function judgementsByMark(
  reviews: readonly ReviewOf[],
  keyOf: (mark: JudgedMark) => string,
): ReadonlyMap<string, readonly Judgement[]> {
  const byMark = new Map<string, Judgement[]>()
  const all = reviews.flatMap(({ annotator, judgements }) => (annotator === GOLD ? [] : judgements))
  for (const judgement of all.toSorted(newestFirst)) {
    for (const mark of judgement.about) {
      const key = keyOf(mark)
      const held = byMark.get(key) ?? []
      if (!held.some(({ by }) => by === judgement.by)) byMark.set(key, [...held, judgement])
    }
  }
  return byMark
}

/** `judgements`: those that hold of this mark, the newest first; where it is not there any more, `mark` is as it was. */
export function standingOf(mark: Annotation, judgements: readonly Judgement[], isThere = true): Standing {
  const [newest] = judgements
  return {
    mark,
    isThere,
    outcome: newest?.outcome ?? 'open',
    since: newest ? sinceThen(mark, isThere, newest) : 'same',
    judgements,
    contradicting: contradicting(judgements),
  }
}

/** The same mark once one reviewer has judged it anew, or has taken the judgement back. */
export function rejudged(standing: Standing, by: string, judgement: Judgement | null): Standing {
  const others = standing.judgements.filter((other) => other.by !== by)
  const judgements = judgement ? [...others, judgement].sort(newestFirst) : others
  return standingOf(standing.mark, judgements, standing.isThere)
}

/** What a judgement says of the mark of that id. */
export const markIn = ({ about }: Judgement, id: string): JudgedMark | undefined =>
  about.find((one) => one.id === id)

function sinceThen(now: Annotation, isThere: boolean, judgement: Judgement): Standing['since'] {
  const { outcome, proposal } = judgement
  const judged = markIn(judgement, now.id)?.as ?? now
  if (!isThere) return outcome === 'rejected' ? 'followed' : 'outdated'
  if (outcome === 'changed' && proposal && isFollowed(now, judged, proposal)) return 'followed'
  return saysTheSame(now, judged) ? 'same' : 'outdated'
}

function contradicting(judgements: readonly Judgement[]): readonly string[] {
  const [newest, ...others] = judgements
  const isContradicted = newest && others.some((other) => !agree(newest, other))
  return isContradicted ? judgements.map(({ by }) => by).sort() : []
}

function agree(a: Judgement, b: Judgement): boolean {
  if (a.outcome !== b.outcome) return false
  return !a.proposal || !b.proposal || saysTheSame(a.proposal, b.proposal)
}

/** The later first; what is of one moment in the order of ids, so that every machine says the same. */
const newestFirst = (a: Judgement, b: Judgement): number =>
  a.created === b.created ? (a.id < b.id ? 1 : -1) : a.created < b.created ? 1 : -1
