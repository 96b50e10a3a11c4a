import { assertKeepable } from '#electron/library/keepable.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import type { Edit } from '#shared/domain/edit.ts'
import { shortQuote } from '#shared/domain/short-quote.ts'
import { editSchema } from '#shared/format/edit-schema.ts'

/** Why an annotation of a file cannot be kept, as a sentence; null when it can. */
export function markFault(annotation: Annotation, text: string): string | null {
  const { id, label } = annotation
  const edit: Edit = { name: '', changes: [{ kind: 'annotation', id, before: null, after: annotation }] }
  const read = editSchema.safeParse(edit)
  if (!read.success) {
    const place = read.error.issues[0]?.path.slice(3).join('.') ?? ''
    return `The ${label} “${shortQuote(text, annotation)}” cannot be kept: its “${place}” is too long, or none.`
  }
  try {
    assertKeepable(edit, text)
    return null
  } catch (error) {
    if (error instanceof RangeError) return `${error.message}.`
    throw error
  }
}
