import type { Annotation, Certainty } from '#shared/domain/annotation.ts'
import type { AnnotationSet } from '#shared/domain/annotation-set.ts'
import { shownLabel } from '#shared/domain/scheme.ts'
import { shortQuote } from '#shared/domain/short-quote.ts'
import { comparedMark } from './comparing-marks.ts'
import { markFault } from './mark-fault.ts'
import { type MarkChange, MarkShelf } from './mark-shelf.ts'
import type { BroughtPart } from './part-spool.ts'
import type { PlacedMark } from './placed-marks.ts'
import { shortName } from './refusals.ts'
import { type Converting, type Pointing, withAllSaid } from './said-here.ts'

export type Converted = {
  readonly changes: readonly MarkChange[]
  /** How many marks are new or say more now. */
  readonly annotations: number
  /** Of these, how many were there already. */
  readonly completed: number
  /** How many were there already, with all that is said of them. */
  readonly same: number
  /** How many were there already and say something else; they stay as they are. */
  readonly differing: number
}

/**
 * What parts of files change in a record. A mark that is there, on the same words with the same label, is not added again
 * but completed; so what several annotators of the files agree on becomes one mark, while one annotator's own twins stay two.
 */
export function convertedParts(
  parts: readonly BroughtPart[],
  text: string,
  record: AnnotationSet,
  how: Converting,
): Converted {
  const shelf = new MarkShelf(record)
  const found: Fate[] = []
  for (const part of parts)
    for (const marks of byAnnotator(part.marks)) {
      const rows = rowsOf(marks, part, shelf, { text, how })
      const fates = fatesOf(rows, part, { text, how })
      for (const { after } of fates) shelf.put(after)
      found.push(...fates)
    }
  const count = (...kinds: readonly Fate['kind'][]) => found.filter(({ kind }) => kinds.includes(kind)).length
  return {
    changes: shelf.changesFrom(record),
    annotations: count('new', 'completed'),
    completed: count('completed'),
    same: count('same'),
    differing: count('differing'),
  }
}

/** What becomes of a mark of the files, and what is there then. */
type Fate = { readonly kind: 'new' | 'completed' | 'same' | 'differing'; readonly after: Annotation }

function byAnnotator(marks: readonly PlacedMark[]): Iterable<readonly PlacedMark[]> {
  const groups = new Map<string, PlacedMark[]>()
  for (const mark of marks) {
    const name = mark.annotator ?? ''
    const group = groups.get(name)
    if (group) group.push(mark)
    else groups.set(name, [mark])
  }
  return groups.values()
}

/** A mark of the files with what it becomes, or what it is already. */
type Row = {
  readonly mark: PlacedMark
  readonly annotation: Annotation
  /** Null where it is new. */
  readonly there: Annotation | null
}
type Making = { readonly text: string; readonly how: Converting }

/** Without what points to other marks. */
function rowsOf(
  marks: readonly PlacedMark[],
  { place }: BroughtPart,
  shelf: MarkShelf,
  { text, how }: Making,
): readonly Row[] {
  return marks.flatMap((mark): readonly Row[] => {
    const label = how.labelOf(mark.label)
    if (label === undefined)
      how.refusals.count(place, `“${shortName(mark.label)}” is no label here; say which one it is.`)
    if (label == null) return []
    const annotation = bareAnnotation(mark, label, how)
    const there = shelf.claim(annotation)
    if (there) return [{ mark, annotation: { ...annotation, id: there.id }, there }]
    const named = { ...annotation, id: shelf.idFor(mark.id, how.newId) }
    const fault = markFault(named, text)
    if (fault) how.refusals.add(place, fault)
    return fault ? [] : [{ mark, annotation: named, there: null }]
  })
}

function bareAnnotation(mark: PlacedMark, label: string, how: Converting): Annotation {
  const { id = '', start, end, fragments } = mark
  const created = mark.created ?? how.now
  const note = [mark.note, how.remark].filter((one) => one != null && one !== '').join('\n')
  return {
    id,
    label,
    start,
    end,
    ...(fragments ? { fragments } : {}),
    attributes: {},
    roles: {},
    ...(note === '' ? {} : { note }),
    certainty: certaintyOf(mark, how),
    origin: mark.origin ?? { kind: 'imported', by: how.by },
    created,
    updated: mark.updated ?? created,
  }
}

const certaintyOf = ({ certainty = 'sure' }: PlacedMark, { remark }: Converting): Certainty =>
  remark === null ? certainty : 'unsure'

function fatesOf(rows: readonly Row[], part: BroughtPart, { text, how }: Making): readonly Fate[] {
  const ids = new Map(rows.flatMap(({ mark, annotation }) => (mark.id ? [[mark.id, annotation.id]] : [])))
  const inFile = new Set(part.marks.map(({ id }) => id))
  const pointing: Pointing = {
    how,
    part,
    // What was left out on purpose, or is refused by name already, is not told of once more.
    markOf: (id) => ids.get(id) ?? (inFile.has(id) ? null : undefined),
  }
  return rows.flatMap((row) => {
    const full = withAllSaid(row.mark, row.annotation, pointing)
    const fate = row.there ? fateOf(row.mark, full, row.there, { text, how }) : newFate(full)
    if (fate.kind === 'differing') how.refusals.add(part.place, fate.reason)
    const fault = fate.kind === 'new' || fate.kind === 'completed' ? markFault(fate.after, text) : null
    if (fault) how.refusals.add(part.place, fault)
    return fault ? [] : [fate]
  })
}

const newFate = (after: Annotation): Told => ({ kind: 'new', after, reason: '' })

type Told = Fate & { readonly reason: string }

/** What becomes of a mark that is there already. */
function fateOf(mark: PlacedMark, full: Annotation, there: Annotation, { text, how }: Making): Told {
  const { note: _, certainty: __, ...rest } = full
  // A remark of ours is nothing that the file says, and a suggestion is unsure whatever it says.
  const isKnown = !mark.note || there.note === mark.note || there.note === full.note
  const { completed, isMore, differing } = comparedMark(there, {
    ...rest,
    ...(isKnown || mark.note === undefined ? {} : { note: mark.note }),
    ...(mark.certainty === undefined || how.remark !== null ? {} : { certainty: mark.certainty }),
  })
  if (differing.length > 0) {
    const { title } = shownLabel(how.scheme, there.label)
    const reason = `The ${title} “${shortQuote(text, there)}” is here already and says something else: ${differing.join(', ')}.`
    return { kind: 'differing', after: there, reason }
  }
  if (!isMore) return { kind: 'same', after: there, reason: '' }
  return { kind: 'completed', after: { ...remarked(completed, how), updated: how.now }, reason: '' }
}

/** What a suggestion completes is to be looked at like the suggestion itself. */
function remarked(mark: Annotation, { remark }: Converting): Annotation {
  if (remark === null) return mark
  const lines = mark.note?.split('\n') ?? []
  return {
    ...mark,
    certainty: 'unsure',
    note: [...lines.filter((line) => line !== remark), remark].join('\n'),
  }
}
