import type { Annotation } from '#shared/domain/annotation.ts'
import type { Change, Edit } from '#shared/domain/edit.ts'
import type { Comment, Judgement, Outcome, Review } from '#shared/domain/review.ts'
import { type MarksHere, markKey } from './marks-here.ts'

/** Who says something in a review, and when; each thing that is said has an id of its own. */
export type Speaker = {
  readonly by: string
  /** ISO 8601, UTC. */
  readonly now: string
  readonly newId: () => string
}

/** What a reviewer thinks of one mark. `null`: nothing any more. */
export type Verdict = {
  readonly annotator: string
  readonly mark: Annotation
  readonly outcome: Exclude<Outcome, 'discuss'> | null
  /** Where the outcome is `changed`. */
  readonly proposal?: Annotation
  readonly reason?: string
}

const NAMES = { accepted: 'Accept', changed: 'Propose a change', rejected: 'Reject' } as const

/** Judges marks in the speaker's own review; each judgement takes the place of the one that the speaker made of that mark before. */
export function judgeEdit(
  review: Review,
  verdicts: readonly Verdict[],
  speaker: Speaker,
  here: MarksHere,
): Edit {
  const before = judgementsOfOne(review, here)
  const heldOf = ({ annotator, mark: { id } }: Verdict) =>
    before.get(markKey({ annotator, id }))?.filter(({ by }) => by === speaker.by) ?? []
  const [first] = verdicts
  const name = first?.outcome ? NAMES[first.outcome] : 'Take a judgement back'
  return {
    name: verdicts.length > 1 ? `${name} ${verdicts.length.toLocaleString('en')} marks` : name,
    changes: verdicts.flatMap((verdict) => judged(verdict, heldOf(verdict), speaker)),
  }
}

/** Says something about a mark, or, where `about.id` is null, about all that an annotator made of the article. */
export const commentEdit = (about: Comment['about'], text: string, speaker: Speaker): Edit =>
  said('Comment', { about, kind: 'said', text }, speaker)

/** Resolves a thread, or opens it again; with a word or without. */
export const resolveEdit = (
  about: Comment['about'],
  kind: 'resolved' | 'reopened',
  text: string,
  speaker: Speaker,
): Edit => said(kind === 'resolved' ? 'Resolve' : 'Open again', { about, kind, text }, speaker)

function said(name: string, what: Pick<Comment, 'about' | 'kind' | 'text'>, speaker: Speaker): Edit {
  const id = speaker.newId()
  const after = { id, ...what, by: speaker.by, created: speaker.now }
  return { name, changes: [{ kind: 'comment', id, before: null, after }] }
}

/** Those of a review's judgements that are about one mark alone, by that mark's key. */
export function judgementsOfOne(
  { judgements }: Review,
  here: MarksHere,
): ReadonlyMap<string, readonly Judgement[]> {
  const byMark = new Map<string, Judgement[]>()
  for (const judgement of judgements.values()) {
    const [mark, ...more] = judgement.about
    if (!mark || more.length > 0) continue
    const key = here.keyOf(mark)
    const others = byMark.get(key)
    if (others) others.push(judgement)
    else byMark.set(key, [judgement])
  }
  return byMark
}

function judged(verdict: Verdict, held: readonly Judgement[], speaker: Speaker): readonly Change[] {
  const after = judgementOf(verdict, speaker)
  const gone = held.map((before): Change => ({ kind: 'judgement', id: before.id, before, after: null }))
  return after ? [...gone, { kind: 'judgement', id: after.id, before: null, after }] : gone
}

function judgementOf(verdict: Verdict, { by, now, newId }: Speaker): Judgement | null {
  const { annotator, mark, outcome, proposal, reason } = verdict
  if (outcome === null) return null
  return {
    id: newId(),
    about: [{ annotator, id: mark.id, as: mark }],
    outcome,
    ...(proposal ? { proposal } : {}),
    ...(reason ? { reason } : {}),
    by,
    created: now,
  }
}
