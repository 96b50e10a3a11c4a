import { type Annotation, fragmentsOf } from '#shared/domain/annotation.ts'
import { equalJson } from '#shared/domain/equal.ts'

/**
 * A proposal says what a mark should be by being such a mark. What it proposes is only what differs from the mark that was
 * judged, so that it can be taken, and be seen to have been taken, though the mark was changed in other ways since.
 */
const PROPOSED = ['label', 'attributes', 'roles', 'actor', 'links'] as const
type Proposed = (typeof PROPOSED)[number] | 'words'

/** What two marks say differently. Notes, certainty and where they come from are their annotator's own business. */
export function saidDifferently(a: Annotation, b: Annotation): readonly Proposed[] {
  const others = PROPOSED.filter((part) => !equalJson(saidIn(a, part), saidIn(b, part)))
  return equalJson(runsOf(a), runsOf(b)) ? others : ['words', ...others]
}

/** True when both mark the same words and say the same of them. */
export const saysTheSame = (a: Annotation, b: Annotation): boolean => saidDifferently(a, b).length === 0

/** `now` with all in which `proposal` differs from the mark that was judged. */
export function withProposal(now: Annotation, judged: Annotation, proposal: Annotation): Annotation {
  return saidDifferently(judged, proposal).reduce((taken, part) => withPart(taken, part, proposal), now)
}

/** True when a proposal has nothing in it that is not there. */
export const isFollowed = (now: Annotation, judged: Annotation, proposal: Annotation): boolean =>
  saysTheSame(now, withProposal(now, judged, proposal))

function withPart(now: Annotation, part: Proposed, from: Annotation): Annotation {
  if (part !== 'words') {
    const { [part]: _, ...rest } = now
    return (from[part] === undefined ? rest : { ...rest, [part]: from[part] }) as Annotation
  }
  const { fragments: _, ...rest } = now
  const { start, end, fragments } = from
  return { ...rest, start, end, ...(fragments ? { fragments } : {}) }
}

const saidIn = (annotation: Annotation, part: (typeof PROPOSED)[number]) =>
  annotation[part] ?? (part === 'links' ? [] : null)

const runsOf = (annotation: Annotation) => fragmentsOf(annotation).map(({ start, end }) => ({ start, end }))
