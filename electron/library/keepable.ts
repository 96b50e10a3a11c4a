import type { Annotation } from '#shared/domain/annotation.ts'
import type { CodePointMap } from '#shared/domain/code-points.ts'
import type { Change, Edit } from '#shared/domain/edit.ts'
import { equalJson } from '#shared/domain/equal.ts'
import { correctionsSchema } from '#shared/format/annotation-file.ts'
import { annotationSchema, annotationToFile, misfit } from '#shared/format/annotation-object.ts'

const asIs: CodePointMap = { toCodePoint: (offset) => offset, toUtf16: (offset) => offset, length: 0 }

/**
 * Throws unless all that an edit puts into the record could be read back from its file: an annotation that does not
 * stand in the text, or anything that the file's schema refuses, would make the whole file count as damaged.
 */
export function assertKeepable({ changes }: Edit, text: string): void {
  for (const change of changes) {
    const fault = changeFault(change, text)
    if (fault) throw new RangeError(fault)
  }
}

function changeFault(change: Change, text: string): string | null {
  if (change.kind === 'corrections') {
    return correctionsSchema.safeParse(change.after).success ? null : 'The corrected title is empty'
  }
  if (change.kind !== 'annotation' || !change.after) return null
  const fault = change.id === change.after.id ? faultOf(change.after, text) : 'is filed under another id'
  return fault && `The annotation “${change.id}” ${fault}`
}

function faultOf(annotation: Annotation, text: string): string | null {
  const fault = misfit(annotation, text)
  if (fault) return fault
  const object = JSON.parse(JSON.stringify(annotationToFile(annotation, text, asIs, '')))
  const read = annotationSchema.safeParse(object)
  return read.success && equalJson(read.data, object) ? null : 'is not of the shape that files have'
}
