import { type ActInBrief, type ActPlace, actInBrief, actLine } from './act-sentence.ts'
import type { Annotation } from './annotation.ts'
import { nearby } from './nearby-marks.ts'
import { linksOf } from './scheme.ts'
import { foldedWords, startsAlike } from './word-prefixes.ts'

export type LinkCandidate = ActInBrief & { readonly id: string }

export type WantedLink = {
  readonly act: Annotation
  readonly kind: string
  /** Beginnings of words of the act's sentence. */
  readonly typed: string
}

const MOST = 30

/** Acts that `act` may be linked to, the nearest first and those before it before those behind; not those it is linked to. */
export function linkCandidatesFor(
  { act, kind, typed }: WantedLink,
  place: ActPlace,
): readonly LinkCandidate[] {
  const taken = new Set((act.links ?? []).filter((link) => link.kind === kind).map(({ to }) => to))
  const isOpen = ({ id, label }: Annotation) => !taken.has(id) && linksOf(place.scheme, label).length > 0
  const { inside, sentence, paragraph, earlier, later } = nearby(act, place, isOpen)
  const words = foldedWords(typed)
  const found: LinkCandidate[] = []
  for (const one of [...inside, ...sentence, ...paragraph, ...earlier, ...later]) {
    if (startsAlike(words, foldedWords(actLine(one, place))))
      found.push({ id: one.id, ...actInBrief(one, place) })
    if (found.length === MOST) break
  }
  return found
}
