import { ACA_1 } from '../domain/aca-1.ts'
import type { ActPlace } from '../domain/act-sentence.ts'
import { type Actor, newActor } from '../domain/actor.ts'
import type { Annotation } from '../domain/annotation.ts'
import { AnnotationSet } from '../domain/annotation-set.ts'
import type { Scheme } from '../domain/scheme.ts'
import { unite } from '../domain/united-registry.ts'
import { mark, now } from './samples.ts'

export const actor = (id: string, name: string, rest: Partial<Actor> = {}): Actor => ({
  ...newActor({ id, name, now }),
  ...rest,
})

export type Placed = {
  readonly text: string
  readonly annotations: Iterable<Annotation>
  readonly actors?: readonly Actor[]
  readonly scheme?: Scheme
}

/** A place to tell acts in, where one annotator knows `actors`. */
export function placeOf({ text, annotations, actors = [], scheme = ACA_1 }: Placed): ActPlace {
  const registry = { actors: new Map(actors.map((one) => [one.id, one])), skips: [] }
  return {
    text,
    annotations: AnnotationSet.from(annotations),
    scheme,
    earlier: null,
    union: unite([{ annotator: 'Mara', registry }]),
  }
}

/** Marks in one text by the words they are over, each called after them. */
export function marker(
  text: string,
): (words: string, label?: string, rest?: Partial<Annotation>) => Annotation {
  return (words, label = 'actor', rest = {}) => {
    const start = text.indexOf(words)
    if (start < 0) throw new Error(`“${words}” is not in the text`)
    return { ...mark(words, start, start + words.length), label, ...rest }
  }
}
