import type { Actor } from '#shared/domain/actor.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import type { CleaningRule } from '#shared/domain/cleaning-rule.ts'
import type { CodePointMap } from '#shared/domain/code-points.ts'
import type { Change, Edit } from '#shared/domain/edit.ts'
import { equalJson } from '#shared/domain/equal.ts'
import type { Corrections } from '#shared/domain/record.ts'
import type { Comment, Judgement } from '#shared/domain/review.ts'
import { actorSchema } from '#shared/format/actors-file.ts'
import { correctionsSchema } from '#shared/format/annotation-file.ts'
import { annotationSchema, annotationToFile, misfit, spanFault } from '#shared/format/annotation-object.ts'
import { ruleSchema } from '#shared/format/cleaning-file.ts'
import { commentSchema, judgementSchema, judgementToFile } from '#shared/format/reviews-file.ts'
import { schemeSchema } from '#shared/format/scheme-schema.ts'
import { assignedNames } from '#shared/format/team-file.ts'

const asIs: CodePointMap = { toCodePoint: (offset) => offset, toUtf16: (offset) => offset, length: 0 }

/**
 * Throws unless all that an edit puts into files could be read back from them: an annotation that does not stand in the
 * text, or anything that a file's schema refuses, would make the whole file count as damaged. `text` is that of the article
 * whose record is edited, null where none is.
 */
export function assertKeepable({ changes }: Edit, text: string | null): void {
  for (const change of changes) {
    const fault = changeFault(change, text)
    if (fault) throw new RangeError(fault)
  }
}

function changeFault(change: Change, text: string | null): string | null {
  switch (change.kind) {
    case 'annotation':
      return annotationFault(change, text)
    case 'corrections':
      return correctionsFault(change.after, text)
    case 'actor':
      return change.after && actorFault(change.id, change.after)
    case 'scheme':
      return holds(schemeSchema, change.after) ? null : 'The scheme is not of the shape that files have'
    case 'rule':
      return change.after && ruleFault(change.id, change.after)
    case 'judgement':
      return change.after && judgementFault(change.id, change.after, text)
    case 'comment':
      return change.after && commentFault(change.id, change.after)
    case 'assignment':
      return change.after && assignmentFault(change.id, change.after)
    default:
      return null
  }
}

function correctionsFault(corrections: Corrections, text: string | null): string | null {
  if (!holds(correctionsSchema, corrections)) return 'The corrections are not of the shape that files have'
  const isOff = corrections.boilerplate?.some((span) => text === null || spanFault(span, text) !== null)
  return isOff ? 'Boilerplate is marked that does not stand in the text' : null
}

type Schema = { readonly safeParse: (value: unknown) => { readonly success: boolean } }
const holds = (schema: Schema, value: unknown): boolean => schema.safeParse(value).success

function annotationFault(
  { id, after }: Extract<Change, { kind: 'annotation' }>,
  text: string | null,
): string | null {
  if (!after) return null
  if (text === null) return `It is not said in which article the annotation “${id}” is`
  const fault = id === after.id ? faultOf(after, text) : 'is filed under another id'
  return fault && `The annotation “${id}” ${fault}`
}

function ruleFault(id: string, rule: CleaningRule): string | null {
  return rule.id === id && holds(ruleSchema, rule)
    ? null
    : `The cleaning rule “${id}” is not of the shape that files have`
}

function judgementFault(id: string, judgement: Judgement, text: string | null): string | null {
  const { about, proposal } = judgement
  if (text === null) return `It is not said in which article the judgement “${id}” is`
  const marks = [...about.map(({ as }) => as), ...(proposal ? [proposal] : [])]
  const fault = marks.map((mark) => faultOf(mark, text)).find((found) => found !== null)
  if (fault) return `A mark of the judgement “${id}” ${fault}`
  const file = judgementToFile(judgement, text, asIs)
  return judgement.id === id && holds(judgementSchema, file)
    ? null
    : `The judgement “${id}” is not of the shape that files have`
}

function commentFault(id: string, comment: Comment): string | null {
  return comment.id === id && holds(commentSchema, comment)
    ? null
    : `The comment “${id}” is not of the shape that files have`
}

function assignmentFault(articleId: string, names: readonly string[]): string | null {
  return names.length > 0 && equalJson(names, assignedNames(names))
    ? null
    : `Those who shall annotate “${articleId}” are not of the shape that files have`
}

function actorFault(id: string, actor: Actor): string | null {
  return actor.id === id && holds(actorSchema, actor)
    ? null
    : `The actor “${id}” is not of the shape that files have`
}

function faultOf(annotation: Annotation, text: string): string | null {
  const fault = misfit(annotation, text)
  if (fault) return fault
  const object = JSON.parse(JSON.stringify(annotationToFile(annotation, text, asIs, '')))
  const read = annotationSchema.safeParse(object)
  return read.success && equalJson(read.data, object) ? null : 'is not of the shape that files have'
}
