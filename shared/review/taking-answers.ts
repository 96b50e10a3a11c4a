import type { Change } from '#shared/domain/edit.ts'
import { equalJson } from '#shared/domain/equal.ts'
import type { Comment, Judgement, Review } from '#shared/domain/review.ts'
import type { MarksHere } from './marks-here.ts'
import { judgementsOfOne } from './review-edits.ts'

/**
 * A reviewer's answers are all that the reviewer says in one review file. Of what the reviewer has said here before, that
 * which came out of the same file and is not in the answers any more was taken back, unless it was said after they were
 * saved; of each mark the later judgement holds. So the same answers change nothing when they are taken again, and older
 * ones take nothing back that came later.
 */
export type Answered = {
  readonly said: Review
  /** What the ids of all that is said in that review file begin with. */
  readonly prefix: string
  /** ISO 8601, UTC. */
  readonly saved: string
}

export type TakenAnswers = {
  readonly changes: readonly Change[]
  /** What is new. */
  readonly judgements: readonly Judgement[]
  readonly comments: readonly Comment[]
  /** What is here already, in the same words. */
  readonly same: number
  /** Judgements of marks of which the reviewer has said something later. */
  readonly earlier: readonly Judgement[]
}

/** @param here what the reviewer has said of these marks already. */
export function takenAnswers(here: Review, answered: Answered, marks: MarksHere): TakenAnswers {
  const { said } = answered
  const byMark = judgementsOfOne(here, marks)
  const heldOf = ({ about: [mark], by }: Judgement) =>
    (mark && byMark.get(marks.keyOf(mark)))?.filter((other) => other.by === by) ?? []
  const judged = [...said.judgements.values()].map((one) => ({ one, held: heldOf(one) }))
  const isSame = ({ one }: { readonly one: Judgement }) => equalJson(here.judgements.get(one.id), one)
  const fresh = judged.filter((each) => !isSame(each))
  const isEarlier = ({ one, held }: (typeof judged)[number]) =>
    held.some(({ created }) => created > one.created)
  const taken = fresh.filter((each) => !isEarlier(each))
  const comments = [...said.comments.values()].filter((one) => !equalJson(here.comments.get(one.id), one))
  const replaced = taken.flatMap(({ one, held }) => held.filter(({ id }) => id !== one.id))
  return {
    changes: [
      ...[...new Set([...replaced, ...withdrawn(here.judgements, said.judgements, answered)])].map(
        (before): Change => ({ kind: 'judgement', id: before.id, before, after: null }),
      ),
      ...taken.map(({ one }) => put('judgement', here.judgements, one)),
      ...withdrawn(here.comments, said.comments, answered).map(
        (before): Change => ({ kind: 'comment', id: before.id, before, after: null }),
      ),
      ...comments.map((one) => put('comment', here.comments, one)),
    ],
    judgements: taken.map(({ one }) => one),
    comments,
    same: judged.length - fresh.length + said.comments.size - comments.length,
    earlier: fresh.filter(isEarlier).map(({ one }) => one),
  }
}

function withdrawn<T extends Judgement | Comment>(
  here: ReadonlyMap<string, T>,
  said: ReadonlyMap<string, T>,
  { prefix, saved }: Answered,
): readonly T[] {
  return [...here.values()].filter(
    ({ id, created }) => id.startsWith(prefix) && !said.has(id) && created <= saved,
  )
}

const put = <T extends Judgement | Comment>(
  kind: 'judgement' | 'comment',
  here: ReadonlyMap<string, T>,
  after: T,
): Change => ({ kind, id: after.id, before: here.get(after.id) ?? null, after }) as Change
