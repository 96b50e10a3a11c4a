import type { Filler } from '#shared/domain/annotation.ts'
import type { AnnotationObject } from '#shared/format/annotation-object.ts'
import type { DatasetArticle } from '#shared/format/dataset.ts'
import { type Cell, listCell, type UnfinishedRow } from './table.ts'

type Names = ReadonlyMap<string, string>

/** Annotations of an article by whom they are of and their ids. */
type Words = (annotator: string, id: string) => AnnotationObject | undefined

export function articleWords({ annotations }: DatasetArticle): Words {
  const all = new Map(annotations.map((one) => [`${one.annotator}\n${one.id}`, one]))
  return (annotator, id) => all.get(`${annotator}\n${id}`)
}

type AnnotationPlace = {
  readonly article: string
  readonly names: Names
  /** Ids of those that are columns. */
  readonly attributes: readonly string[]
}

export function annotationRow(
  annotation: AnnotationObject,
  { article, names, attributes }: AnnotationPlace,
): UnfinishedRow {
  const { id, annotator, label, start, end, text, fragments, actor, note, certainty, origin } = annotation
  const said = new Map(Object.entries(annotation.attributes))
  const rest = [...said].filter(([attribute]) => !attributes.includes(attribute))
  return {
    cells: [
      ...[article, id, annotator, label, start, end, text],
      ...actorCells(actor, names),
      ...attributes.map((attribute) => said.get(attribute) ?? null),
      ...[note ?? null, certainty, origin.kind, origin.by ?? null, annotation.created, annotation.updated],
      listCell(fragments),
    ],
    ...(rest.length > 0 ? { more: { attributes: Object.fromEntries(rest) } } : {}),
  }
}

const actorCells = (actor: string | undefined, names: Names): readonly Cell[] => [
  actor ?? null,
  (actor !== undefined && names.get(actor)) || null,
]

type ActPlace = AnnotationPlace & { readonly words: Words }

/** A row for each filler: what is counted and pivoted. What the act says is in each of them, but it is the annotation's row that is read. */
export function actRow(act: AnnotationObject, place: ActPlace): readonly UnfinishedRow[] {
  const { article, attributes } = place
  const said = new Map(Object.entries(act.attributes))
  return Object.entries(act.roles).flatMap(([role, fillers]) =>
    fillers.map((filler) => ({
      cells: [
        ...[article, act.annotator, act.id, act.label, act.text, role],
        ...fillerCells(filler, act.annotator, place),
        ...attributes.map((attribute) => said.get(attribute) ?? null),
        ...[act.certainty, act.note ?? null],
      ],
    })),
  )
}

function fillerCells(filler: Filler, annotator: string, { names, words }: ActPlace): readonly Cell[] {
  if ('constant' in filler) return ['constant', filler.constant, filler.constant, null, null]
  if ('actor' in filler)
    return ['actor', filler.actor, names.get(filler.actor) || null, ...actorCells(filler.actor, names)]
  const mention = words(annotator, filler.mention)
  return ['mention', filler.mention, mention?.text ?? null, ...actorCells(mention?.actor, names)]
}

type LinkPlace = { readonly article: string; readonly words: Words }

export function linkRow(
  { id, annotator, text, links }: AnnotationObject,
  { article, words }: LinkPlace,
): readonly UnfinishedRow[] {
  return (links ?? []).map(({ kind, to }) => ({
    cells: [article, annotator, id, text, kind, to, words(annotator, to)?.text ?? null],
  }))
}
