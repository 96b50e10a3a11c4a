import { type Annotation, type Filler, fragmentsOf, type Link } from './annotation.ts'
import type { AnnotationSet } from './annotation-set.ts'
import type { Change } from './edit.ts'
import type { AnnotationRecord } from './record.ts'
import { type Span, spanContains, spansEqual, spansOverlap } from './span.ts'

/**
 * A mark that was made of itself gives way to a longer one with its label around it, by whatever hand that is made: the
 * longer is the whole name. What named the shorter then names the longer.
 */

/** Whether a mark with `label` over `span` may be made: nothing is there with that label but what would give way. */
export const mayBeMarked = (annotations: AnnotationSet, span: Span, label: string): boolean =>
  annotations
    .overlapping(span)
    .filter((one) => one.label === label && fragmentsOf(one).some((part) => spansOverlap(part, span)))
    .every((one) => givesWay(one, [span]))

/**
 * What else changes in `record` where `mark` is made. Looks at what `mark` overlaps alone; where something of that gives
 * way, which is rare, at all annotations once for who names it.
 */
export function replacedBy(mark: Annotation, { annotations }: AnnotationRecord): readonly Change[] {
  const gone = annotations
    .overlapping(mark)
    .filter((one) => one.label === mark.label && one.id !== mark.id && givesWay(one, fragmentsOf(mark)))
  if (gone.length === 0) return []
  const names = new Set(gone.map(({ id }) => id))
  const renamed = [...annotations].filter((one) => !names.has(one.id) && namesAny(one, names))
  return [
    ...gone.map((one) => changed(one, null)),
    ...renamed.map((one) => changed(one, { ...renaming(one, names, mark.id), updated: mark.updated })),
  ]
}

function givesWay(one: Annotation, runs: readonly Span[]): boolean {
  if (one.origin.kind !== 'propagated') return false
  const parts = fragmentsOf(one)
  const isWithin = parts.every((part) => runs.some((run) => spanContains(run, part)))
  const isSame = parts.length === runs.length && parts.every((part, i) => spansEqual(part, runs[i] as Span))
  return isWithin && !isSame
}

const changed = (before: Annotation, after: Annotation | null): Change => ({
  kind: 'annotation',
  id: before.id,
  before,
  after,
})

const namesAny = ({ roles, links = [] }: Annotation, names: ReadonlySet<string>): boolean =>
  links.some(({ to }) => names.has(to)) ||
  Object.values(roles).some((fillers) =>
    fillers.some((filler) => 'mention' in filler && names.has(filler.mention)),
  )

function renaming(one: Annotation, names: ReadonlySet<string>, id: string): Annotation {
  const filler = (old: Filler): Filler => ('mention' in old && names.has(old.mention) ? { mention: id } : old)
  const link = (old: Link): Link => (names.has(old.to) ? { ...old, to: id } : old)
  const roles = Object.entries(one.roles).map(([role, fillers]) => [role, unique(fillers.map(filler))])
  const links = one.links && unique(one.links.map(link))
  return { ...one, roles: Object.fromEntries(roles), ...(links ? { links } : {}) }
}

/** Each once: two that gave way to the same are one now. */
function unique<T extends object>(all: readonly T[]): readonly T[] {
  const known = new Set<string>()
  return all.filter((one) => {
    const key = JSON.stringify(Object.entries(one).sort())
    return !known.has(key) && known.add(key)
  })
}
