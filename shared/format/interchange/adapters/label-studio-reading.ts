import * as z from 'zod'
import { type InFile, type ReadAnnotation, type ReadEvent, UnreadableFile } from '../adapter.ts'
import { articleExtraSchema, EXTRA, type Head } from '../extra-record.ts'
import { jsonPieces } from '../json-pieces.ts'
import { withActors } from '../named-actors.ts'
import { type RecordPlace, readRecord, refused } from '../read-values.ts'
import { wholeSaid } from '../record-lines.ts'
import { standingOnly } from '../standing.ts'
import { annotationsIn, type Result, resultSchema } from './label-studio-results.ts'

const userSchema = z.union([z.number(), z.string(), z.object({ email: z.string() })])
const annotationsSchema = z.array(
  z.object({
    result: z.array(resultSchema),
    was_cancelled: z.boolean().nullish(),
    completed_by: userSchema.nullish(),
    model_version: z.string().nullish(),
  }),
)

const taskSchema = z.object({
  data: z.record(z.string(), z.unknown()),
  meta: z.object({ [EXTRA]: articleExtraSchema.optional() }).nullish(),
  annotations: annotationsSchema.nullish(),
  /** What annotations were called before version 1. */
  completions: annotationsSchema.nullish(),
  predictions: annotationsSchema.nullish(),
})
type Task = z.infer<typeof taskSchema>

export async function* readLabelStudio([file]: readonly InFile[]): AsyncGenerator<ReadEvent> {
  if (!file) return
  for await (const piece of jsonPieces(file, null)) {
    if (piece.kind === 'element') yield* wholeSaid(taskIn({ file: file.path, line: piece.line }, piece.text))
    else if (piece.text.replace(/\s/g, '') !== '[]')
      throw new UnreadableFile(`“${file.path}” is not a list of Label Studio’s tasks.`)
  }
}

function taskIn(place: RecordPlace, json: string): readonly ReadEvent[] {
  const read = readRecord(taskSchema, json)
  if (!read.ok) return [refused(place, read.reason)]
  const text = textOf(read.value)
  if (text === null) return [refused(place, 'The task has no text.')]
  const extra = read.value.meta?.[EXTRA]
  const article = (extra?.article ?? {}) as Head
  const parts = partsOf(read.value).map((part) => annotationsIn(part.results, part.annotator, text))
  const fault = parts.find((part) => typeof part === 'string')
  if (fault !== undefined) return [refused(place, fault as string)]
  const said = parts.length > 0 ? (parts as (readonly ReadAnnotation[])[]) : [[]]
  const actors = withActors(extra?.actors)
  return said.flatMap((annotations) =>
    standingOnly({ kind: 'article', ...place, article, text, annotations, ...actors }, text),
  )
}

/** `text`, where Label Studio's own templates have it; else the only text there is. */
function textOf({ data }: Task): string | null {
  const texts = Object.values(data).filter((value) => typeof value === 'string')
  return typeof data.text === 'string' ? data.text : texts.length === 1 ? (texts[0] as string) : null
}

type Part = { readonly annotator: string | undefined; readonly results: readonly Result[] }

function partsOf({ annotations, completions, predictions }: Task): readonly Part[] {
  const made = (annotations ?? completions ?? []).filter(({ was_cancelled }) => !was_cancelled)
  return [
    ...made.map((one) => ({ annotator: userName(one.completed_by ?? undefined), results: one.result })),
    ...(predictions ?? []).map((one) => ({
      annotator: one.model_version ?? undefined,
      results: one.result,
    })),
  ]
}

const userName = (user: z.infer<typeof userSchema> | undefined): string | undefined =>
  user === undefined ? undefined : typeof user === 'object' ? user.email : `${user}`
