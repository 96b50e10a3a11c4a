import { type Annotation, marksTheSame } from '#shared/domain/annotation.ts'
import { equalJson } from '#shared/domain/equal.ts'

/** True when both mark the same words with the same label and say the same of them, letter by letter. */
export const sameMark = (a: Annotation, b: Annotation): boolean =>
  marksTheSame(a, b) &&
  a.actor === b.actor &&
  equalJson([a.attributes, a.roles, a.links ?? []], [b.attributes, b.roles, b.links ?? []])
