import type { Anchoring } from '../domain/anchoring.ts'
import type { Span } from '../domain/span.ts'

/** Whether what was said of an annotation in a changed text is so. `origins`: see `originsOf`. */
export type Verdict = 'right' | 'wrong' | 'flagged'

const isShown = (text: string, index: number): boolean => /\S/u.test(text.charAt(index))

/**
 * Right is a place that holds all characters of the old one that show something, in their order and no others. White
 * space does not count. An annotation of which a letter has changed has no right place, nor has one that stands there
 * twice: nobody can tell which is meant, so it has to be asked.
 */
export function verdictOn(
  anchoring: Anchoring,
  spans: readonly Span[],
  texts: { readonly old: string; readonly now: string; readonly origins: readonly number[] },
): Verdict {
  if (anchoring.outcome === 'review') return 'flagged'
  if (anchoring.outcome === 'gone') return spans.some((span) => isLeft(span, texts)) ? 'wrong' : 'right'
  return spans.every((span, i) => holds(anchoring.spans[i], span, texts)) ? 'right' : 'wrong'
}

type Texts = Parameters<typeof verdictOn>[2]

/** All of it is somewhere, one character behind the other. */
function isLeft(span: Span, { origins }: Texts): boolean {
  const at = origins.indexOf(span.start)
  return (
    at >= 0 &&
    Array.from({ length: span.end - span.start }).every((_, i) => origins[at + i] === span.start + i)
  )
}

function holds(place: Span | undefined, span: Span, { old, now, origins }: Texts): boolean {
  if (!place) return false
  const shown: number[] = []
  for (let i = place.start; i < place.end; i++) if (isShown(now, i)) shown.push(origins[i] as number)
  const wanted: number[] = []
  for (let i = span.start; i < span.end; i++) if (isShown(old, i)) wanted.push(i)
  return shown.join() === wanted.join() && isOnce(wanted[0], origins)
}

const isOnce = (origin: number | undefined, origins: readonly number[]): boolean =>
  origin !== undefined && origins.indexOf(origin) === origins.lastIndexOf(origin)
