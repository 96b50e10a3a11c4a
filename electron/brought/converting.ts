import type { Annotation, Certainty, Filler, Link } from '#shared/domain/annotation.ts'
import { fragmentsOf } from '#shared/domain/annotation.ts'
import type { AnnotationSet } from '#shared/domain/annotation-set.ts'
import { withSaid } from '#shared/domain/references.ts'
import { attributesOf, linksOf, rolesOf, type Scheme, shownLabel } from '#shared/domain/scheme.ts'
import { markFault } from './mark-fault.ts'
import type { BroughtPart } from './part-spool.ts'
import type { PlacedMark } from './placed-marks.ts'
import { type Refusals, shortName } from './refusals.ts'
import { namedItem, plainWord } from './same-word.ts'

/** How annotations of files become an annotator's own. */
export type Converting = {
  readonly scheme: Scheme
  /** What a label of the files is here: null where its annotations are left out, undefined where nobody said. */
  readonly labelOf: (label: string) => string | null | undefined
  readonly actorOf: (id: string) => string | null
  /** What is noted as their origin, unless they say it themselves. */
  readonly by: string
  /** Set for suggestions: what is added to their notes. */
  readonly remark: string | null
  /** ISO 8601, UTC. */
  readonly now: string
  readonly newId: () => string
  readonly refusals: Refusals
}

export type Converted = {
  readonly annotations: readonly Annotation[]
  /** How many were there already. */
  readonly same: number
}

/**
 * What parts of files add to a record. A mark that is there, on the same words with the same label, is not added again; so
 * what several annotators of the files agree on becomes one mark, while one annotator's own twins stay two.
 */
export function convertedParts(
  parts: readonly BroughtPart[],
  text: string,
  record: AnnotationSet,
  how: Converting,
): Converted {
  const shelf = new Shelf(record)
  const annotations: Annotation[] = []
  let same = 0
  for (const part of parts) {
    for (const marks of byAnnotator(part.marks)) {
      const rows = rowsOf(marks, part, shelf, { text, how })
      same += rows.filter(({ isThere }) => isThere).length
      const added = addedOf(rows, part, { text, how })
      shelf.putUp(added)
      annotations.push(...added)
    }
  }
  return { annotations, same }
}

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

/** What stands in a record, by words and label; each takes in one mark of a group. */
class Shelf {
  readonly #ids = new Set<string>()
  readonly #standing = new Map<string, Annotation[]>()
  #unclaimed = new Map<string, Annotation[]>()

  constructor(record: AnnotationSet) {
    this.putUp([...record])
  }

  putUp(annotations: readonly Annotation[]): void {
    for (const one of annotations) {
      this.#ids.add(one.id)
      const key = placeKey(one)
      this.#standing.set(key, [...(this.#standing.get(key) ?? []), one])
    }
    this.#unclaimed = new Map()
  }

  claim(mark: Annotation): Annotation | undefined {
    const key = placeKey(mark)
    const there = this.#unclaimed.get(key) ?? [...(this.#standing.get(key) ?? [])]
    this.#unclaimed.set(key, there)
    const index = Math.max(
      0,
      there.findIndex(({ id }) => id === mark.id),
    )
    return there.splice(index, 1)[0]
  }

  idFor(wanted: string | undefined, newId: () => string): string {
    const id = wanted !== undefined && PLAIN.test(wanted) && !this.#ids.has(wanted) ? wanted : newId()
    this.#ids.add(id)
    return id
  }
}

const PLAIN = /^[A-Za-z0-9][\w.:-]{0,99}$/

const placeKey = (annotation: Annotation): string =>
  [annotation.label, ...fragmentsOf(annotation).flatMap(({ start, end }) => [start, end])].join(' ')

/** A mark of the files with what it becomes; `isThere`: what it is already. */
type Row = { readonly mark: PlacedMark; readonly annotation: Annotation; readonly isThere: boolean }
type Making = { readonly text: string; readonly how: Converting }

/** Without what points to other marks. */
function rowsOf(
  marks: readonly PlacedMark[],
  { place }: BroughtPart,
  shelf: Shelf,
  { text, how }: Making,
): readonly Row[] {
  return marks.flatMap((mark): readonly Row[] => {
    const label = how.labelOf(mark.label)
    if (label === undefined)
      how.refusals.count(place, `“${shortName(mark.label)}” is no label here; say which one it is.`)
    if (label == null) return []
    const annotation = bareAnnotation(mark, label, how)
    const there = shelf.claim(annotation)
    if (there) return [{ mark, annotation: there, isThere: true }]
    const named = { ...annotation, id: shelf.idFor(mark.id, how.newId) }
    const fault = markFault(named, text)
    if (fault) how.refusals.add(place, fault)
    return fault ? [] : [{ mark, annotation: named, isThere: false }]
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

function addedOf(rows: readonly Row[], part: BroughtPart, { text, how }: Making): readonly Annotation[] {
  const ids = new Map(rows.flatMap(({ mark, annotation }) => (mark.id ? [[mark.id, annotation.id]] : [])))
  const inFile = new Set(part.marks.map(({ id }) => id))
  const pointing: Pointing = {
    how,
    part,
    // What was left out on purpose, or is refused by name already, is not told of once more.
    markOf: (id) => ids.get(id) ?? (inFile.has(id) ? null : undefined),
  }
  return rows.flatMap(({ mark, annotation, isThere }) => {
    if (isThere) return []
    const full = withAllSaid(mark, annotation, pointing)
    const fault = markFault(full, text)
    if (fault) how.refusals.add(part.place, fault)
    return fault ? [] : [full]
  })
}

type Pointing = {
  readonly how: Converting
  readonly part: BroughtPart
  /** Null for a mark that is not taken, undefined for one that is not there. */
  readonly markOf: (id: string) => string | null | undefined
}

function withAllSaid(mark: PlacedMark, annotation: Annotation, pointing: Pointing): Annotation {
  const { actor: said } = mark
  const actor = said === undefined ? null : actorHere(said, pointing)
  const full = withSaid(
    annotation,
    rolesHere(mark, annotation, pointing),
    linksHere(mark, annotation, pointing),
  )
  return {
    ...full,
    attributes: attributesHere(mark, annotation, pointing),
    ...(actor === null ? {} : { actor }),
  }
}

function actorHere(id: string, { how, part }: Pointing): string | null {
  const here = how.actorOf(id)
  if (here === null)
    how.refusals.count(part.place, `The actor “${shortName(id)}” of the file is none that can be kept.`)
  return here
}

function rolesHere(
  { roles = {} }: PlacedMark,
  { label }: Annotation,
  pointing: Pointing,
): Annotation['roles'] {
  const known = rolesOf(pointing.how.scheme, label)
  const here = new Map<string, Filler[]>()
  for (const [name, fillers] of Object.entries(roles)) {
    const role = namedItem(known, name)
    if (!role) unknown(`role “${shortName(name)}”`, label, pointing)
    else
      here.set(role.id, [
        ...(here.get(role.id) ?? []),
        ...fillers.flatMap((one) => fillerHere(one, pointing)),
      ])
  }
  return Object.fromEntries(here)
}

function fillerHere(filler: Filler, pointing: Pointing): readonly Filler[] {
  if ('mention' in filler) return targetOf(filler.mention, pointing).map((mention) => ({ mention }))
  if (!('actor' in filler)) return [filler]
  const actor = actorHere(filler.actor, pointing)
  return actor === null ? [] : [{ actor }]
}

function targetOf(id: string, { how, part, markOf }: Pointing): readonly string[] {
  const here = markOf(id)
  if (here === undefined)
    how.refusals.count(part.place, 'A role or link points to no annotation of the file.')
  return here == null ? [] : [here]
}

function linksHere({ links = [] }: PlacedMark, { label }: Annotation, pointing: Pointing): readonly Link[] {
  const known = linksOf(pointing.how.scheme, label)
  return links.flatMap(({ kind: name, to }) => {
    const kind = namedItem(known, name)
    if (!kind) unknown(`link “${shortName(name)}”`, label, pointing)
    return kind ? targetOf(to, pointing).map((one) => ({ kind: kind.id, to: one })) : []
  })
}

function attributesHere(
  { attributes = {} }: PlacedMark,
  { label }: Annotation,
  pointing: Pointing,
): Annotation['attributes'] {
  const known = attributesOf(pointing.how.scheme, label)
  const said = Object.entries(attributes).flatMap(([name, value]) => {
    const attribute = namedItem(known, name)
    const values = attribute?.values ?? []
    const here =
      values.find((one) => one === value) ?? values.find((one) => plainWord(one) === plainWord(value))
    if (!attribute) unknown(`attribute “${shortName(name)}”`, label, pointing)
    else if (here === undefined)
      unknown(`value “${shortName(value)}” of the attribute “${shortName(name)}”`, label, pointing)
    return attribute && here !== undefined ? [[attribute.id, here] as const] : []
  })
  return Object.fromEntries(said)
}

const unknown = (what: string, label: string, { how, part }: Pointing): void =>
  how.refusals.count(
    part.place,
    `The scheme does not know the ${what} of the label “${shownLabel(how.scheme, label).title}”.`,
  )
