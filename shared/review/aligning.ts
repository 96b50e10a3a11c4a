import { type Annotation, compareAnnotations } from '#shared/domain/annotation.ts'
import type { JudgedMark } from '#shared/domain/review.ts'
import { compareSpans, hullOf } from '#shared/domain/span.ts'
import { alikeGroups } from './alike-groups.ts'
import type { ActorMeant, Coding } from './codings.ts'
import type { Alignment } from './differences.ts'
import { type Comparing, comparingOf, differing } from './differing.ts'
import { joinedGroups } from './joined-groups.ts'
import type { MarkGroup, Member } from './mark-group.ts'
import { placeKey, saidKey } from './mark-keys.ts'
import { markKey } from './marks-here.ts'

/**
 * Which marks of several annotators are about the same thing: groups of at most one mark of each, each two of which share
 * a character. What is the same is found by keys first, so that only the marks that somebody lacks are compared with those
 * they overlap, and the best pairs are joined greedily: the same label before another one, more overlap before less. What
 * a mark is called, and by whom, decides nothing but the order of twins that say the same.
 */

/** Groups in reading order. */
export function alignMarks(annotators: readonly Coding[], actorMeant: ActorMeant): readonly Alignment[] {
  const groups = groupsOf(annotators.map((coding) => membersOf(coding, actorMeant)))
  const names = annotators.map(({ annotator }) => annotator).sort()
  const comparing = comparingGroups(groups, actorMeant)
  return groups.map((group) => alignmentOf(group, names, comparing)).sort(compareAlignments)
}

/** The same groups, not told apart by how they differ and in no order, of what `membersOf` says of each annotator. */
export const groupsOf = (members: readonly (readonly Member[])[]): readonly MarkGroup[] =>
  joinedGroups(alikeGroups(members.flat()), members.length)

/** An annotator’s marks, ready to be put together with those of whomever else. */
export function membersOf({ annotator, annotations }: Coding, actorMeant: ActorMeant): readonly Member[] {
  const marks = new Map(annotations.map((mark) => [mark.id, mark]))
  const ranks = new Map<string, number>()
  return annotations.toSorted(compareAnnotations).map((mark) => {
    const place = placeKey(mark)
    const said = saidKey(mark, { marks, actorMeant })
    const rank = ranks.get(`${place}\n${said}`) ?? 0
    ranks.set(`${place}\n${said}`, rank + 1)
    return { annotator, mark, place, said, rank }
  })
}

/** What is needed to compare the marks of these groups with each other. */
export const comparingGroups = (groups: readonly MarkGroup[], actorMeant: ActorMeant): Comparing =>
  comparingOf(
    groups.map((group) => ({ group, marks: group.members.map(judged) })),
    actorMeant,
  )

function alignmentOf(group: MarkGroup, names: readonly string[], comparing: Comparing): Alignment {
  const marks = marksOf(group)
  const lacking = names.filter((name) => !group.has(name))
  const kinds = [...(lacking.length > 0 ? ['only' as const] : []), ...differing(marks, comparing)]
  return {
    id: marks.map(markKey).join('+'),
    kind: kinds[0] ?? 'same',
    kinds,
    marks,
    lacking,
    span: hullOf(marks.map(({ as }) => as)),
  }
}

/** By annotator. */
const marksOf = ({ members }: MarkGroup): readonly JudgedMark[] =>
  members.map(judged).sort((a, b) => (a.annotator < b.annotator ? -1 : 1))

export const judged = ({ annotator, mark }: Member): JudgedMark => ({ annotator, id: mark.id, as: mark })

function compareAlignments(a: Alignment, b: Alignment): number {
  return compareSpans(a.span, b.span) || compareAnnotations(firstOf(a), firstOf(b))
}

/** Of an alignment's marks the one that comes first, whosever it is. */
const firstOf = ({ marks }: Alignment): Annotation =>
  marks.map(({ as }) => as).toSorted(compareAnnotations)[0] as Annotation
