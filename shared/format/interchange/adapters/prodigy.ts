import * as z from 'zod'
import { codePointMap } from '#shared/domain/code-points.ts'
import type { AnnotationObject } from '#shared/format/annotation-object.ts'
import type { DatasetArticle } from '#shared/format/dataset.ts'
import { stableLine } from '#shared/format/json.ts'
import type { Token } from '../../../domain/tokens.ts'
import type { Adapter, ExportSource, ReadAnnotation, ReadEvent, Sink } from '../adapter.ts'
import { type AnnotatorPart, annotatorParts } from '../annotator-parts.ts'
import { EXTRA, extraOf, extraSchema, extraSetting, type Head, placeOf, withExtra } from '../extra-record.ts'
import { EVERYTHING, type Format } from '../format.ts'
import { type Relation, relationsOf, withRelations } from '../mark-relations.ts'
import { withActors } from '../named-actors.ts'
import { type RecordPlace, readRecord, refused } from '../read-values.ts'
import { recordLines } from '../record-lines.ts'
import { spacedTokens } from '../spaced-tokens.ts'
import { standingOnly } from '../standing.ts'
import { TOKENS_OPTION } from '../tokens-option.ts'

/**
 * A task a line, as the interfaces `ner_manual`, `spans_manual` and `relations` have it. A relation names its ends by their
 * places and labels, and by the last token of each. Hashes are left out: Prodigy gives them to what it loads. What it has
 * no field for is a property of the task, which Prodigy keeps with it.
 */
const FORMAT: Format = {
  id: 'prodigy',
  title: 'Prodigy tasks (JSONL)',
  summary: 'for Prodigy: tasks with tokens, spans and relations',
  shape: 'file',
  ending: 'jsonl',
  offsets: 'codepoint',
  reads: true,
  carries: { ...EVERYTHING, fragments: false, freeEdges: false, registry: false, scheme: false },
  options: [TOKENS_OPTION],
  source: 'https://prodi.gy/docs/api-interfaces',
}

async function write({ frame, articles, options }: ExportSource, sink: Sink): Promise<void> {
  const file = await sink.open('')
  const setting = extraSetting(frame)
  for await (const article of articles()) {
    const tokens = spacedTokens(article, FORMAT, options)
    for (const part of annotatorParts(article)) {
      const task = { ...taskOf(article, part, tokens), [EXTRA]: extraOf(article, part, setting) }
      await file.write(`${stableLine(task)}\n`)
    }
  }
  await file.close()
}

function taskOf(
  article: DatasetArticle,
  { annotator, annotations }: AnnotatorPart,
  tokens: readonly Token[],
) {
  const starts = new Map(tokens.map(({ start }, i) => [start, i]))
  const ends = new Map(tokens.map(({ end }, i) => [end, i]))
  const spanOf = ({ start, end, label }: AnnotationObject) => ({
    start,
    end,
    token_start: starts.get(start) as number,
    token_end: ends.get(end) as number,
    label,
  })
  const spans = new Map(annotations.map((one) => [one.id, spanOf(one)]))
  const task = { text: article.text, meta: metaOf(article), tokens: tokensOf(article.text, tokens) }
  if (annotator === null) return task
  return {
    ...task,
    spans: [...spans.values()],
    relations: annotations.flatMap(relationsOf).flatMap((one) => relationOf(one, spans)),
    answer: 'accept',
    _annotator_id: annotator,
    _session_id: annotator,
  }
}

/** What Prodigy shows below a task. */
function metaOf({ title, source, published }: DatasetArticle): object {
  return Object.fromEntries(
    Object.entries({ title, source, published }).filter(([, value]) => value !== null),
  )
}

function tokensOf(text: string, tokens: readonly Token[]): readonly object[] {
  const { toUtf16 } = codePointMap(text)
  return tokens.map(({ start, end }, id) => ({
    id,
    start,
    end,
    text: text.slice(toUtf16(start), toUtf16(end)),
    ws: text[toUtf16(end)] === ' ',
  }))
}

type TaskSpan = Token & { readonly token_end: number; readonly label: string }

function relationOf({ from, to, type }: Relation, spans: ReadonlyMap<string, TaskSpan>): readonly object[] {
  const [head, child] = [spans.get(from), spans.get(to)]
  if (!head || !child) return []
  return [
    {
      head: head.token_end,
      child: child.token_end,
      head_span: head,
      child_span: child,
      label: type,
      [EXTRA]: { from, to },
    },
  ]
}

const offsets = { start: z.number(), end: z.number() }
const endSchema = z.object({ ...offsets, label: z.string().nullish() })
const relationSchema = z.object({
  label: z.string().min(1),
  head_span: endSchema,
  child_span: endSchema,
  [EXTRA]: z.object({ from: z.string(), to: z.string() }).optional(),
})

const taskSchema = z.object({
  text: z.string(),
  spans: z.array(z.object({ ...offsets, label: z.string().min(1) })).nullish(),
  relations: z.array(relationSchema).nullish(),
  answer: z.string().nullish(),
  _annotator_id: z.string().nullish(),
  _session_id: z.string().nullish(),
  [EXTRA]: extraSchema.optional(),
})
type Task = z.infer<typeof taskSchema>

function taskIn(place: RecordPlace, line: string): readonly ReadEvent[] {
  const read = readRecord(taskSchema, line)
  if (!read.ok) return [refused(place, read.reason)]
  const { text, answer } = read.value
  if (answer === 'reject' || answer === 'ignore')
    return [refused(place, `The answer to this task is “${answer}”, so what it marks does not hold.`)]
  const annotations = annotationsIn(read.value)
  if (typeof annotations === 'string') return [refused(place, annotations)]
  const extra = read.value[EXTRA]
  const article = (extra?.article ?? {}) as Head
  return standingOnly(
    { kind: 'article', ...place, article, text, annotations, ...withActors(extra?.actors) },
    text,
  )
}

/** Or what is wrong with them. */
function annotationsIn(task: Task): readonly ReadAnnotation[] | string {
  const annotator = task._annotator_id ?? task._session_id
  const spans = (task.spans ?? []).map(({ start, end, label }) => ({ start, end, label }))
  const known = withExtra(spans, task[EXTRA])
  const isNamed = (task.relations ?? []).length > 0
  const marks = known.map((mark, i) => ({
    ...(isNamed ? { id: `span-${i + 1}` } : {}),
    ...mark,
    ...(annotator == null ? {} : { annotator }),
  }))
  const relations = (task.relations ?? []).map((one) => relationIn(one, marks))
  const isWhole = relations.every((one) => one !== null)
  return isWhole ? withRelations(marks, relations) : 'A relation in it joins words that are no spans.'
}

function relationIn(
  { label, head_span: head, child_span: child, [EXTRA]: ids }: z.infer<typeof relationSchema>,
  marks: readonly ReadAnnotation[],
): Relation | null {
  const from = endIn(marks, head, ids?.from)
  const to = endIn(marks, child, ids?.to)
  return from === undefined || to === undefined ? null : { from, to, type: label }
}

/** The id of the mark that a relation ends at; of several on the same words the one that is meant, else the first. */
function endIn(
  marks: readonly ReadAnnotation[],
  { start, end, label }: z.infer<typeof endSchema>,
  id: string | undefined,
): string | undefined {
  const there = marks.filter((one) => placeOf(one) === placeOf({ start, end, label: label ?? '' }))
  return (there.find((one) => one.id === id) ?? there[0])?.id
}

export const prodigy: Adapter = { format: FORMAT, write, read: recordLines(taskIn) }
