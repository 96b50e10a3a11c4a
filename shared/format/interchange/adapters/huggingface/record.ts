import type { Filler } from '#shared/domain/annotation.ts'
import type { AnnotationObject } from '#shared/format/annotation-object.ts'
import type { DatasetArticle } from '#shared/format/dataset.ts'

/**
 * A row of the dataset: an article with all its annotations. What has a key for each role or attribute in our own dataset is
 * a list here, since the columns of a table are the same for all rows. Nothing is null but what is not known.
 */
export type DatasetRecord = Pick<DatasetArticle, (typeof PLAIN)[number]> & {
  readonly annotations: readonly RecordAnnotation[]
  readonly boilerplate: DatasetArticle['boilerplate']
  readonly full_sha256: string | null
  readonly offset_map: readonly {
    readonly start: number
    readonly full_start: number
    readonly length: number
  }[]
}

type Quoted = { readonly start: number; readonly end: number; readonly text: string }

export type RecordAnnotation = Pick<
  AnnotationObject,
  'id' | 'label' | 'start' | 'end' | 'text' | 'certainty' | 'annotator' | 'created' | 'updated'
> & {
  readonly fragments: readonly Quoted[]
  readonly attributes: readonly { readonly name: string; readonly value: string }[]
  readonly roles: readonly RecordFiller[]
  readonly actor: string | null
  readonly links: readonly { readonly kind: string; readonly to: string }[]
  readonly note: string | null
  readonly origin: AnnotationObject['origin']['kind']
  readonly origin_by: string | null
}

/** `id` is that of an annotation or an actor, or the constant itself. */
type RecordFiller = {
  readonly role: string
  readonly kind: 'mention' | 'actor' | 'constant'
  readonly id: string
}

const PLAIN = [
  ...(['id', 'title', 'byline', 'source', 'publisher', 'published', 'dateline', 'language', 'url'] as const),
  ...(['status', 'sha256', 'text'] as const),
] as const

/** A shape that is written and read alike: fields in their order, each text, a number, or a list of such records. */
export type Field = {
  readonly name: string
  readonly kind: 'text' | 'number' | 'list'
  readonly isNullable: boolean
  /** Of a list. */
  readonly fields: readonly Field[]
}

const text = (name: string): Field => ({ name, kind: 'text', isNullable: false, fields: [] })
const known = (name: string): Field => ({ ...text(name), isNullable: true })
const number = (name: string): Field => ({ ...text(name), kind: 'number' })
const list = (name: string, fields: readonly Field[]): Field => ({ ...text(name), kind: 'list', fields })

const QUOTED: readonly Field[] = [number('start'), number('end'), text('text')]

export const FIELDS: readonly Field[] = [
  ...[text('id'), text('title')],
  ...['byline', 'source', 'publisher', 'published', 'dateline', 'language', 'url'].map(known),
  ...[text('status'), text('sha256'), text('text')],
  list('annotations', [
    ...[text('id'), text('label'), ...QUOTED, list('fragments', QUOTED)],
    list('attributes', [text('name'), text('value')]),
    list('roles', [text('role'), text('kind'), text('id')]),
    known('actor'),
    list('links', [text('kind'), text('to')]),
    ...[known('note'), text('certainty'), text('annotator'), text('origin'), known('origin_by')],
    ...[text('created'), text('updated')],
  ]),
  list('boilerplate', [number('start'), number('end'), text('kind'), text('reason')]),
  known('full_sha256'),
  list('offset_map', [number('start'), number('full_start'), number('length')]),
]

export function recordOf(article: DatasetArticle): DatasetRecord {
  const plain = Object.fromEntries(PLAIN.map((field) => [field, article[field]]))
  return {
    ...(plain as Pick<DatasetArticle, (typeof PLAIN)[number]>),
    annotations: article.annotations.map(annotationRecord),
    boilerplate: article.boilerplate.map(({ start, end, kind, reason }) => ({ start, end, kind, reason })),
    full_sha256: article.fullSha256 ?? null,
    offset_map: (article.offsetMap ?? []).map(([start, full_start, length]) => ({
      start,
      full_start,
      length,
    })),
  }
}

function annotationRecord(annotation: AnnotationObject): RecordAnnotation {
  const { id, label, start, end, text, fragments, attributes, roles, actor, links, note } = annotation
  const { certainty, annotator, origin, created, updated } = annotation
  return {
    ...{ id, label, start, end, text },
    fragments: (fragments ?? []).map((piece) => ({ start: piece.start, end: piece.end, text: piece.text })),
    attributes: Object.entries(attributes).map(([name, value]) => ({ name, value })),
    roles: Object.entries(roles).flatMap(([role, fillers]) =>
      fillers.map((one) => ({ role, ...fillerRecord(one) })),
    ),
    actor: actor ?? null,
    links: (links ?? []).map(({ kind, to }) => ({ kind, to })),
    note: note ?? null,
    ...{ certainty, annotator, origin: origin.kind, origin_by: origin.by ?? null, created, updated },
  }
}

function fillerRecord(one: Filler): Omit<RecordFiller, 'role'> {
  if ('mention' in one) return { kind: 'mention', id: one.mention }
  return 'actor' in one ? { kind: 'actor', id: one.actor } : { kind: 'constant', id: one.constant }
}
