import type * as z from 'zod'
import { parseJson } from '../json.ts'
import type { Refusal } from './adapter.ts'

/** Where a record was found. */
export type RecordPlace = { readonly file: string; readonly line?: number }

export const refused = ({ file, line }: RecordPlace, reason: string): Refusal => ({
  kind: 'refused',
  file,
  ...(line === undefined ? {} : { line }),
  reason,
})

export type ReadValue<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string }

/** A record out of its JSON text: what is no JSON, nested too deep or of another shape is refused with a sentence. */
export function readRecord<T>(schema: z.ZodType<T>, text: string): ReadValue<T> {
  const json = parseJson(text)
  if (!json.ok) return { ok: false, reason: json.problem.sentence }
  return readShape(schema, json.value)
}

export function readShape<T>(schema: z.ZodType<T>, value: unknown): ReadValue<T> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return { ok: true, value: parsed.data }
  const [issue] = parsed.error.issues
  const place = issue?.path.join('.') ?? ''
  const message = issue?.message.replace(/^Invalid input: /, '') ?? 'it has another shape'
  return { ok: false, reason: place ? `Something is wrong at “${place}”: ${message}.` : `${message}.` }
}

/** A span that lies in a text of so many units, and covers something. */
export const spanFaultIn = (
  { start, end }: { readonly start: number; readonly end: number },
  length: number,
): string | null => {
  if (Number.isNaN(start) || Number.isNaN(end)) return 'Its start or its end is no whole number.'
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0)
    return `The offsets ${start} and ${end} are no places in a text.`
  if (end <= start) return `It ends at ${end}, which is not behind its start at ${start}.`
  return end > length ? `It ends at ${end}, but the text has only ${length}.` : null
}
