import * as z from 'zod'
import type { DatasetArticle } from '#shared/format/dataset.ts'
import { stableLine } from '#shared/format/json.ts'
import type { Adapter, ExportSource, ReadAnnotation, ReadEvent, Sink } from '../adapter.ts'
import { type AnnotatorPart, annotatorParts } from '../annotator-parts.ts'
import { EXTRA, extraOf, extraSchema, extraSetting, type Head, withExtra } from '../extra-record.ts'
import { EVERYTHING, type Format } from '../format.ts'
import { type Relation, relationsOf, withRelations } from '../mark-relations.ts'
import { withActors } from '../named-actors.ts'
import { type RecordPlace, readRecord, refused } from '../read-values.ts'
import { recordLines } from '../record-lines.ts'
import { standingOnly } from '../standing.ts'

/**
 * An example a line, as doccano's sequence labelling with relations has it. Ids are numbers of the whole file, since doccano
 * takes many lines at once and looks relations up by them alone. Of an entity it keeps label and place, of a relation
 * type and ends; every other key of a line becomes the example's metadata, which it gives back: so what it has no field for
 * is one such key. Read besides: the same without relations, `label` or `labels` with `[start, end, label]`.
 */
const FORMAT: Format = {
  id: 'doccano',
  title: 'doccano examples (JSONL)',
  summary: 'for doccano: sequence labelling with relations',
  shape: 'file',
  ending: 'jsonl',
  offsets: 'codepoint',
  reads: true,
  carries: { ...EVERYTHING, fragments: false, registry: false, scheme: false },
  options: [],
  source: 'https://doccano.github.io/doccano/',
}

async function write({ frame, articles }: ExportSource, sink: Sink): Promise<void> {
  const file = await sink.open('')
  const setting = extraSetting(frame)
  const numbers = { example: 0, entity: 0, relation: 0 }
  for await (const article of articles())
    for (const part of annotatorParts(article)) {
      const example = { ...exampleOf(article, part, numbers), [EXTRA]: extraOf(article, part, setting) }
      await file.write(`${stableLine(example)}\n`)
    }
  await file.close()
}

/** The last one of each that was given. */
type Numbers = { example: number; entity: number; relation: number }

function exampleOf({ text }: DatasetArticle, { annotations }: AnnotatorPart, numbers: Numbers): object {
  const ids = new Map(annotations.map(({ id }) => [id, ++numbers.entity]))
  return {
    id: ++numbers.example,
    text,
    entities: annotations.map(({ id, label, start, end }) => ({
      id: ids.get(id),
      label,
      start_offset: start,
      end_offset: end,
    })),
    relations: annotations
      .flatMap(relationsOf)
      .filter(({ to }) => ids.has(to))
      .map(({ from, to, type }) => ({
        id: ++numbers.relation,
        from_id: ids.get(from),
        to_id: ids.get(to),
        type,
      })),
    Comments: [],
  }
}

const entitySchema = z.object({
  id: z.int().optional(),
  label: z.string().min(1),
  start_offset: z.number(),
  end_offset: z.number(),
})
const labelSchema = z
  .tuple([z.number(), z.number(), z.string().min(1)])
  .transform(([start_offset, end_offset, label]) => ({ start_offset, end_offset, label }))
const relationSchema = z.object({ from_id: z.int(), to_id: z.int(), type: z.string().min(1) })
const entities = z.array(z.union([entitySchema, labelSchema])).nullish()

const exampleSchema = z.object({
  text: z.string(),
  entities,
  label: entities,
  labels: entities,
  relations: z.array(relationSchema).nullish(),
  [EXTRA]: extraSchema.nullish(),
})
type Example = z.infer<typeof exampleSchema>
type Entity = z.infer<typeof entitySchema>

function exampleIn(place: RecordPlace, line: string): readonly ReadEvent[] {
  const read = readRecord(exampleSchema, line)
  if (!read.ok) return [refused(place, read.reason)]
  const annotations = annotationsIn(read.value)
  if (typeof annotations === 'string') return [refused(place, annotations)]
  const { text, [EXTRA]: extra } = read.value
  const article = (extra?.article ?? {}) as Head
  return standingOnly(
    { kind: 'article', ...place, article, text, annotations, ...withActors(extra?.actors) },
    text,
  )
}

/** Or what is wrong with them. */
function annotationsIn(example: Example): readonly ReadAnnotation[] | string {
  const found: readonly Entity[] = example.entities ?? example.label ?? example.labels ?? []
  const extra = example[EXTRA] ?? undefined
  const named = extra?.annotator == null ? {} : { annotator: extra.annotator }
  const spans = found.map(({ start_offset, end_offset, label }) => ({
    start: start_offset,
    end: end_offset,
    label,
  }))
  const marks = withExtra(spans, extra).map((mark, i) => ({ ...ownId(found[i]), ...mark, ...named }))
  const ids = new Map(found.flatMap(({ id }, i) => (id === undefined ? [] : [[id, marks[i]?.id] as const])))
  if (ids.size < found.filter(({ id }) => id !== undefined).length) return 'Two entities have the same id.'
  const relations = (example.relations ?? []).map((one) => relationIn(one, ids))
  const isWhole = relations.every((one) => one !== null)
  return isWhole ? withRelations(marks, relations) : 'A relation in it points to an entity that is not there.'
}

const ownId = (entity: Entity | undefined) => (entity?.id === undefined ? {} : { id: `${entity.id}` })

function relationIn(
  { from_id, to_id, type }: z.infer<typeof relationSchema>,
  ids: ReadonlyMap<number, string | undefined>,
): Relation | null {
  const [from, to] = [ids.get(from_id), ids.get(to_id)]
  return from === undefined || to === undefined ? null : { from, to, type }
}

export const doccano: Adapter = { format: FORMAT, write, read: recordLines(exampleIn) }
