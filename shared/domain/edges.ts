import { type Annotation, fragmentsOf } from './annotation.ts'

/** The offsets at which an annotation begins and ends, fragment by fragment: even ones begin, odd ones end. */
export const edgesOf = (annotation: Annotation): readonly number[] =>
  fragmentsOf(annotation).flatMap(({ start, end }) => [start, end])

export const lastEdgeOf = (annotation: Annotation): number => 2 * fragmentsOf(annotation).length - 1
