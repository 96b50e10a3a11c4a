import type { Annotation, Filler, Link } from '#shared/domain/annotation.ts'
import { withSaid } from '#shared/domain/references.ts'
import type { JudgedMark, MarkRef } from '#shared/domain/review.ts'

/**
 * A mark that comes into gold names other marks of its annotator, which may come into gold later, as another one's mark, or
 * never. So what gold's mark names is not copied but follows from what the taken mark named and from what became of that:
 * whenever that changes, what followed before is taken out and what follows now is put in. What was added or taken out by
 * hand stays so, and the order in which marks are decided does not matter.
 */

/** The mark of gold's that somebody's mark became, if any. */
export type GoldOf = (mark: MarkRef) => string | null

/** `mark`, which came of `source`, naming what that named as far as it is in gold. */
export function referringInGold(mark: Annotation, source: JudgedMark, goldOf: GoldOf): Annotation {
  const roles = Object.entries(source.as.roles).map(([role, list]) => [role, inGold(list, source, goldOf)])
  return withSaid(mark, Object.fromEntries(roles), linksInGold(source, goldOf))
}

/** `mark` of gold's after what became of the marks that its `source` names has changed. */
export function referringAnew(
  mark: Annotation,
  source: JudgedMark,
  [before, after]: readonly [GoldOf, GoldOf],
): Annotation {
  const roles = [...new Set([...Object.keys(source.as.roles), ...Object.keys(mark.roles)])].map((role) => {
    const named = source.as.roles[role] ?? []
    const [was, is] = [inGold(named, source, before), inGold(named, source, after)]
    return [role, followed(mark.roles[role] ?? [], was, is)] as const
  })
  const links = followed(mark.links ?? [], linksInGold(source, before), linksInGold(source, after))
  return withSaid(mark, Object.fromEntries(roles), links)
}

function inGold(list: readonly Filler[], { annotator }: MarkRef, goldOf: GoldOf): readonly Filler[] {
  return list.flatMap((filler): Filler[] => {
    if (!('mention' in filler)) return [filler]
    const id = goldOf({ annotator, id: filler.mention })
    return id === null ? [] : [{ mention: id }]
  })
}

const linksInGold = ({ annotator, as }: JudgedMark, goldOf: GoldOf): readonly Link[] =>
  (as.links ?? []).flatMap(({ kind, to }) => {
    const id = goldOf({ annotator, id: to })
    return id === null ? [] : [{ kind, to: id }]
  })

/** What follows now, but what was taken out by hand, and then what was added by hand. */
function followed<T>(now: readonly T[], was: readonly T[], is: readonly T[]): readonly T[] {
  const [nowKeys, wasKeys, isKeys] = [now, was, is].map(
    (list) => new Set(list.map((one) => JSON.stringify(one))),
  )
  const has = (keys: ReadonlySet<string> | undefined, one: T) => keys?.has(JSON.stringify(one)) ?? false
  return [
    ...is.filter((one) => has(nowKeys, one) || !has(wasKeys, one)),
    ...now.filter((one) => !has(wasKeys, one) && !has(isKeys, one)),
  ]
}
