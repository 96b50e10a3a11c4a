import type { Annotation, Filler, Link } from '#shared/domain/annotation.ts'
import { withSaid } from '#shared/domain/references.ts'
import { attributesOf, linksOf, rolesOf, type Scheme, shownLabel } from '#shared/domain/scheme.ts'
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

export type Pointing = {
  readonly how: Converting
  readonly part: BroughtPart
  /** Null for a mark that is not taken, undefined for one that is not there. */
  readonly markOf: (id: string) => string | null | undefined
}

/** A mark with all that the file says of it, in the words of the scheme here; what nobody knows here is refused. */
export function withAllSaid(mark: PlacedMark, annotation: Annotation, pointing: Pointing): Annotation {
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
