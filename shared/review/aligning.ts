import { type Annotation, compareAnnotations } from '#shared/domain/annotation.ts'
import type { JudgedMark } from '#shared/domain/review.ts'
import { compareSpans, hullOf } from '#shared/domain/span.ts'
import { alikeGroups } from './alike-groups.ts'
import type { ActorMeant, Coding } from './codings.ts'
import type { Alignment } from './differences.ts'
import { type Comparing, differing, type Grouped } from './differing.ts'
import { joinedGroups } from './joined-groups.ts'
import type { MarkGroup, Member } from './mark-group.ts'
import { placeKey, saidKey } from './mark-keys.ts'

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
  const comparing = { actorMeant, groupedOf: groupedOf(groups) }
  const alignments = groups.map((group) => alignmentOf(group, names, comparing))
  return withOwnIds(alignments.sort(compareAlignments))
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

/** For `differing` among the marks of these groups. */
export function groupedOf(groups: readonly MarkGroup[]): Comparing['groupedOf'] {
  const byAnnotator = new Map<string, Map<string, Grouped>>()
  for (const group of groups)
    for (const { annotator, mark } of group.members) {
      const own = byAnnotator.get(annotator) ?? new Map<string, Grouped>()
      byAnnotator.set(annotator, own.set(mark.id, { group, as: mark }))
    }
  return (annotator, id) => byAnnotator.get(annotator)?.get(id)
}

function alignmentOf(group: MarkGroup, names: readonly string[], comparing: Comparing): Alignment {
  const marks = group.members.map(judged).sort((a, b) => (a.annotator < b.annotator ? -1 : 1))
  const lacking = names.filter((name) => !group.has(name))
  const kinds = [...(lacking.length > 0 ? ['only' as const] : []), ...differing(marks, comparing)]
  return {
    id: marks
      .map(({ id }) => id)
      .sort()
      .join('+'),
    kind: kinds[0] ?? 'same',
    kinds,
    marks,
    lacking,
    span: hullOf(marks.map(({ as }) => as)),
  }
}

export const judged = ({ annotator, mark }: Member): JudgedMark => ({ annotator, id: mark.id, as: mark })

function compareAlignments(a: Alignment, b: Alignment): number {
  return compareSpans(a.span, b.span) || compareAnnotations(firstOf(a), firstOf(b))
}

/** Of an alignment's marks the one that comes first, whosever it is. */
const firstOf = ({ marks }: Alignment): Annotation =>
  marks.map(({ as }) => as).toSorted(compareAnnotations)[0] as Annotation

/** Marks of several annotators who took over each other's may have one id; those of the later groups are numbered. */
function withOwnIds(alignments: readonly Alignment[]): readonly Alignment[] {
  const taken = new Map<string, number>()
  return alignments.map((alignment) => {
    const before = taken.get(alignment.id) ?? 0
    taken.set(alignment.id, before + 1)
    return before === 0 ? alignment : { ...alignment, id: `${alignment.id}~${before + 1}` }
  })
}
