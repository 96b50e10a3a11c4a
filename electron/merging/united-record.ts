import type { Annotation } from '#shared/domain/annotation.ts'
import { AnnotationSet } from '#shared/domain/annotation-set.ts'
import { equalJson } from '#shared/domain/equal.ts'
import { asOtherVersion } from '#shared/domain/merge.ts'
import { type AnnotationRecord, STATUSES } from '#shared/domain/record.ts'
import { fieldsSaidLast, saidLast, type Told } from './said-last.ts'
import { withoutTwins } from './twin-marks.ts'

/**
 * What one annotator has said about an article in two workspaces that grew apart, of which nobody knows what they had in
 * common. All annotations of either stay. Of those that both have and tell differently the later version keeps its id. Where
 * all the later ones are of one side, the annotator went on there alone, and they hold. Where each side has some, the
 * annotator went on in both: the earlier versions are kept beside the later ones, unsure and with a note. So it does not
 * matter whose workspace is merged into whose, nor how often: what is there already is found there.
 */
export function unitedRecord(a: AnnotationRecord, b: AnnotationRecord): AnnotationRecord {
  const told = <T>(of: (record: AnnotationRecord) => T): readonly [Told<T>, Told<T>] => [
    { value: of(a), at: lastChange(a) },
    { value: of(b), at: lastChange(b) },
  ]
  return {
    status: STATUSES[Math.max(STATUSES.indexOf(a.status), STATUSES.indexOf(b.status))] ?? a.status,
    notes: unitedNotes(a.notes, b.notes),
    corrections: fieldsSaidLast(...told(({ corrections }) => corrections)),
    earlier: a.earlier && b.earlier ? saidLast(...told(({ earlier }) => earlier)) : (a.earlier ?? b.earlier),
    later: a.later && b.later ? saidLast(...told(({ later }) => later)) : (a.later ?? b.later),
    annotations: AnnotationSet.from(
      unitedAnnotations(...withoutTwins(a.annotations, b.annotations)).values(),
    ),
  }
}

function lastChange({ annotations }: AnnotationRecord): string {
  let last = ''
  for (const { updated } of annotations) if (updated > last) last = updated
  return last
}

function unitedNotes(a: string, b: string): string {
  if (a.includes(b)) return a
  return b.includes(a) ? b : [a, b].sort().join('\n\n')
}

function unitedAnnotations(a: AnnotationSet, b: AnnotationSet): ReadonlyMap<string, Annotation> {
  const united = new Map([...b, ...a].map((annotation) => [annotation.id, annotation]))
  const others: Annotation[] = []
  let [isLaterInA, isLaterInB] = [false, false]
  for (const ours of a) {
    const theirs = b.get(ours.id)
    if (!theirs || equalJson(ours, theirs)) continue
    const kept = saidLast({ value: ours, at: ours.updated }, { value: theirs, at: theirs.updated })
    united.set(kept.id, kept)
    others.push(kept === ours ? theirs : ours)
    // Of two of the same time neither was made from the other.
    isLaterInA ||= ours.updated >= theirs.updated
    isLaterInB ||= theirs.updated >= ours.updated
  }
  if (!isLaterInA || !isLaterInB) return united
  others.sort((one, other) => (one.id < other.id ? -1 : 1))
  for (const other of others) putBeside(united, other)
  return united
}

/** Under the first id of its kind that is free, unless it is there already. */
function putBeside(united: Map<string, Annotation>, other: Annotation): void {
  for (let id = `${other.id}-other`; ; id += '-other') {
    const version = asOtherVersion(other, id)
    const there = united.get(id)
    if (!there) united.set(id, version)
    if (!there || equalJson(there, version)) return
  }
}
