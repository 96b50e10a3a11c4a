import * as z from 'zod'
import type { DatasetArticle } from '#shared/format/dataset.ts'
import { stableLine } from '#shared/format/json.ts'
import type { Adapter, ExportSource, ReadAnnotation, ReadEvent, Sink } from '../adapter.ts'
import { type AnnotatorPart, annotatorParts } from '../annotator-parts.ts'
import {
  EXTRA,
  type Extra,
  extraOf,
  extraSchema,
  extraSetting,
  type Head,
  placeOf,
  withExtra,
} from '../extra-record.ts'
import { EVERYTHING, type Format } from '../format.ts'
import { withActors } from '../named-actors.ts'
import { withoutOverlaps } from '../overlaps.ts'
import { type RecordPlace, readRecord, refused } from '../read-values.ts'
import { recordLines } from '../record-lines.ts'
import { spacedTokens } from '../spaced-tokens.ts'
import { standingOnly } from '../standing.ts'
import { TOKENS_OPTION } from '../tokens-option.ts'

/**
 * A document a line, as `Doc.to_json` writes it and `Doc.from_json` reads it. All marks are in the span group `sc`, where
 * spaCy's span categorizer looks for them; `ents` are those of them that do not overlap, longer ones first, as spaCy's own
 * `filter_spans` has it. What spaCy has no field for stands beside, under a key that `from_json` reads over: in `_` it would refuse a document whose
 * attribute was not registered before. Who registers it and sets it to that record has it given back in `_`.
 */
const GROUP = 'sc'

const FORMAT: Format = {
  id: 'spacy',
  title: 'spaCy documents (JSONL)',
  summary: 'for spaCy, version 3: a document a line, as Doc.to_json writes it',
  shape: 'file',
  ending: 'jsonl',
  offsets: 'codepoint',
  reads: true,
  carries: { ...EVERYTHING, fragments: false, freeEdges: false, registry: false, scheme: false },
  options: [TOKENS_OPTION],
  source: 'https://spacy.io/api/doc#to_json',
}

async function write({ frame, articles, options }: ExportSource, sink: Sink): Promise<void> {
  const file = await sink.open('')
  const setting = extraSetting(frame)
  for await (const article of articles()) {
    const tokens = spacedTokens(article, FORMAT, options).map((token, id) => ({ id, ...token }))
    for (const part of annotatorParts(article)) {
      const document = { ...documentOf(article, part), tokens, [EXTRA]: extraOf(article, part, setting) }
      await file.write(`${stableLine(document)}\n`)
    }
  }
  await file.close()
}

function documentOf({ text }: DatasetArticle, part: AnnotatorPart): object {
  return { text, ...(part.annotator === null ? {} : spansOf(part)) }
}

function spansOf({ annotations }: AnnotatorPart): object {
  const entities = withoutOverlaps(annotations, { rule: 'longest', labels: [] })
  return {
    ents: entities
      .filter(({ spans }) => spans.length > 0)
      .map(({ mark: { start, end, label } }) => ({ start, end, label })),
    spans: {
      [GROUP]: annotations.map(({ start, end, label, actor }) => ({ start, end, label, kb_id: actor ?? '' })),
    },
  }
}

const spanSchema = z.object({
  start: z.number(),
  end: z.number(),
  label: z.string().min(1),
  kb_id: z.string().optional(),
})

/** The groups by name. Of a record zod drops what is called `__proto__`. */
const groupsSchema = z.preprocess(
  (value) => (isRecord(value) ? new Map(Object.entries(value)) : value),
  z.map(z.string(), z.array(spanSchema)).nullish(),
)

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const documentSchema = z.object({
  text: z.string(),
  ents: z.array(spanSchema).nullish(),
  spans: groupsSchema,
  [EXTRA]: extraSchema.optional(),
  _: z.object({ [EXTRA]: extraSchema.nullish() }).nullish(),
})
type Document = z.infer<typeof documentSchema>

function documentIn(place: RecordPlace, line: string): readonly ReadEvent[] {
  const read = readRecord(documentSchema, line)
  if (!read.ok) return [refused(place, read.reason)]
  const { text } = read.value
  const extra = extraIn(read.value)
  const named = extra?.annotator == null ? {} : { annotator: extra.annotator }
  const annotations = withExtra(marksIn(read.value), extra).map((mark) => ({ ...mark, ...named }))
  const article = (extra?.article ?? {}) as Head
  return standingOnly(
    { kind: 'article', ...place, article, text, annotations, ...withActors(extra?.actors) },
    text,
  )
}

/** Where there are spans, they say which actors are meant. */
function extraIn({ [EXTRA]: beside, _: custom, spans }: Document): Extra | undefined {
  const extra = beside ?? custom?.[EXTRA] ?? undefined
  return extra && spans ? { ...extra, marks: extra.marks.map(({ actor: _, ...mark }) => mark) } : extra
}

/** Those of all groups, and entities that are in none of them. */
function marksIn({ spans, ents }: Document): readonly ReadAnnotation[] {
  const marks = [...(spans?.values() ?? [])].flat().map(markOf)
  const places = new Set(marks.map(placeOf))
  return [...marks, ...(ents ?? []).map(markOf).filter((one) => !places.has(placeOf(one)))]
}

function markOf({ kb_id: actor = '', ...mark }: z.infer<typeof spanSchema>): ReadAnnotation {
  return actor === '' ? mark : { ...mark, actor }
}

export const spacy: Adapter = { format: FORMAT, write, read: recordLines(documentIn) }
