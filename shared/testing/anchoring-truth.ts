import type { Anchoring } from '../domain/anchoring.ts'
import type { Span } from '../domain/span.ts'

/** Whether what was said of an annotation in a changed text is so. `origins`: see `originsOf`. */
export type Verdict = 'right' | 'wrong' | 'flagged'

const isShown = (text: string, index: number): boolean => /\S/u.test(text.charAt(index))

/**
 * Right is a place that holds all characters of the old one that show something, in their order and no others. White
 * space does not count, nor does it where some of them are twins from elsewhere, as long as most are the very same. An
 * annotation of which a letter has changed has no right place, nor has one that stands there twice with what stood next
 * to it: nobody can tell which is meant, so it has to be asked.
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

function holds(place: Span | undefined, span: Span, texts: Texts): boolean {
  if (!place) return false
  const { now, origins } = texts
  const shown: number[] = []
  for (let i = place.start; i < place.end; i++) if (isShown(now, i)) shown.push(origins[i] as number)
  const wanted = shownIn(texts.old, span)
  if (wanted.length === 0) return shown.length === 0
  const same = wanted.filter((origin, i) => shown[i] === origin)
  return shown.length === wanted.length && same.length * 2 > wanted.length && !standsTwice(span, texts)
}

function shownIn(text: string, { start, end }: Span): number[] {
  const offsets: number[] = []
  for (let i = Math.max(0, start); i < Math.min(end, text.length); i++) if (isShown(text, i)) offsets.push(i)
  return offsets
}

/** True when the words are there twice, together with what stood next to them. */
function standsTwice({ start, end }: Span, { old, now, origins }: Texts): boolean {
  const passage = shownIn(old, { start: start - NEXT_TO, end: end + NEXT_TO })
  const there = origins.filter((_, i) => isShown(now, i))
  const isAt = (at: number) => passage.every((origin, i) => there[at + i] === origin)
  return there.filter((origin, at) => origin === passage[0] && isAt(at)).length > 1
}
const NEXT_TO = 18
