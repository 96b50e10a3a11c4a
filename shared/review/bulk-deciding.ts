import type { Alignment, DifferenceKind } from './differences.ts'
import type { Comparing } from './differing.ts'
import type { Gold } from './gold.ts'
import { versionsOf } from './mark-versions.ts'
import type { Decision, Verdict } from './verdict.ts'

/** Which groups a rule is about, and what it does with them. */
export type Rule = {
  /** Groups whose heaviest difference is of one of these kinds, that are not decided yet. */
  readonly kinds: readonly DifferenceKind[]
  /** Ids of labels that any of their marks has; null: all. */
  readonly labels: readonly string[] | null
  /** Whose mark is taken; `majority`: the one that more than half of the article's annotators have; `reject`: none. */
  readonly take:
    | { readonly kind: 'annotator'; readonly name: string }
    | { readonly kind: 'majority' | 'reject' }
}

export type Ruled = {
  readonly decisions: readonly Decision[]
  /** How many groups are meant that the rule cannot settle. */
  readonly left: number
}

/** What a rule decides of an article's groups that nobody has decided yet, not even to discuss them. */
export function decidedByRule(
  gold: Gold,
  alignments: readonly Alignment[],
  rule: Rule,
  comparing: Comparing,
): Ruled {
  const meant = alignments.filter((one) => isMeant(one, rule) && gold.judgementsOf(one).length === 0)
  const decisions = meant.flatMap((alignment) => {
    const verdict = verdictOf(alignment, rule, comparing)
    return verdict ? [{ alignment, verdict }] : []
  })
  return { decisions, left: meant.length - decisions.length }
}

const isMeant = ({ kind, marks }: Alignment, { kinds, labels }: Rule): boolean =>
  kinds.includes(kind) && (labels === null || marks.some(({ as }) => labels.includes(as.label)))

function verdictOf(alignment: Alignment, { take }: Rule, comparing: Comparing): Verdict | null {
  if (take.kind === 'reject') return { kind: 'reject' }
  const { marks, lacking } = alignment
  const [most = []] = take.kind === 'majority' ? versionsOf(alignment, comparing) : []
  const taken =
    take.kind === 'annotator'
      ? marks.find(({ annotator }) => annotator === take.name)
      : most.length * 2 > marks.length + lacking.length
        ? most[0]
        : undefined
  return taken ? { kind: 'take', annotators: [taken.annotator] } : null
}
