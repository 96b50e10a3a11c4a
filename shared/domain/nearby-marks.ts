import { type Annotation, fragmentsOf } from './annotation.ts'
import type { AnnotationSet } from './annotation-set.ts'
import { sentencesNear } from './sentences.ts'
import { hullOf, type Span, spansOverlap } from './span.ts'
import { lineEndAt, lineStartAt } from './units.ts'

/** How much text around an act is its paragraph at most, and how many marks are looked back over beyond it. */
const REACH = 3_000
const MOST_MARKS = 200

/** The marks about an act in growing distance, each in the first place that holds it; what it costs is bounded. */
export type Nearby = {
  /** In reading order. */
  readonly inside: readonly Annotation[]
  /** These the nearest first. */
  readonly sentence: readonly Annotation[]
  readonly paragraph: readonly Annotation[]
  readonly earlier: readonly Annotation[]
  readonly later: readonly Annotation[]
}

export type Place = { readonly text: string; readonly annotations: AnnotationSet }

/** Those marks about `act` that `fits`. */
export function nearby(act: Annotation, place: Place, fits: (one: Annotation) => boolean): Nearby {
  const seen = new Set([act.id])
  const fresh = (some: readonly Annotation[]) =>
    some.filter((one) => {
      if (seen.has(one.id) || !fits(one)) return false
      seen.add(one.id)
      return true
    })
  const within = (span: Span) => fresh(place.annotations.overlapping(span)).toSorted(nearerTo(act))
  return {
    inside: fresh(insideOf(act, place)),
    sentence: within(sentencesOver(act, place.text)),
    paragraph: within(paragraphsOver(act, place.text)),
    earlier: fresh(neighbours(act, place, -1)),
    later: fresh(neighbours(act, place, 1)),
  }
}

function insideOf(act: Annotation, { annotations }: Place): readonly Annotation[] {
  const fragments = fragmentsOf(act)
  const found = annotations.overlapping({ start: act.start, end: Math.min(act.end, act.start + 2 * REACH) })
  return found.filter((one) =>
    fragmentsOf(one).some((part) => fragments.some((fragment) => spansOverlap(fragment, part))),
  )
}

/** From the start of the sentence in which the act begins to the end of that in which it ends. */
function sentencesOver(act: Annotation, text: string): Span {
  const first = sentencesNear(text, act.start).find(({ end }) => end > act.start)
  const last = sentencesNear(text, act.end - 1).findLast(({ start }) => start < act.end)
  return hullOf([act, ...(first ? [first] : []), ...(last ? [last] : [])])
}

const paragraphsOver = ({ start, end }: Span, text: string): Span => ({
  start: Math.max(lineStartAt(text, start), start - REACH),
  end: Math.min(lineEndAt(text, end), end + REACH),
})

/** The marks before (`-1`) or behind (`1`) the act in reading order, the nearest first. */
function neighbours(act: Annotation, { annotations }: Place, direction: 1 | -1): readonly Annotation[] {
  const rank = annotations.rankOf(act)
  const found: Annotation[] = []
  for (let step = 1; step <= MOST_MARKS; step++) {
    const one = annotations.at(rank + direction * step)
    if (!one) break
    found.push(one)
  }
  return found
}

/** Less text between them first; of two as near the one before, since the one who acts is named first. */
const nearerTo =
  (act: Span) =>
  (a: Span, b: Span): number =>
    distance(act, a) - distance(act, b) || a.start - b.start

const distance = (act: Span, { start, end }: Span): number => Math.max(0, act.start - end, start - act.end)
