import type { JudgedMark } from '#shared/domain/review.ts'
import type { ActorMeant } from './codings.ts'
import type { Alignment } from './differences.ts'
import { type Comparing, comparingOf, differing } from './differing.ts'

/** What is needed to compare the marks of an article’s alignments with each other. */
export const comparingIn = (alignments: readonly Alignment[], actorMeant: ActorMeant): Comparing =>
  comparingOf(
    alignments.map((group) => ({ group, marks: group.marks })),
    actorMeant,
  )

/** The marks of a group by what they say, those that most have said first. */
export function versionsOf({ marks }: Alignment, comparing: Comparing): readonly (readonly JudgedMark[])[] {
  const versions: JudgedMark[][] = []
  for (const mark of marks) {
    const same = versions.find(([first]) => first && differing([first, mark], comparing).length === 0)
    if (same) same.push(mark)
    else versions.push([mark])
  }
  return versions.sort((a, b) => b.length - a.length)
}
