import type { Span } from './span.ts'
import { wordOver } from './words.ts'

/**
 * What an analyst means by a loose drag or a whole sentence: words that are touched become whole; white space, quotes,
 * stops, commas, dashes, brackets that open or close nothing and a possessive `’s` at the edges fall away. Empty when
 * there is nothing else in it.
 */
export function snapToWords(text: string, span: Span): Span {
  let { start, end } = trimEdges(text, span)
  if (start >= end) return { start, end }
  const last = wordOver(text, end - 1)
  start = wordOver(text, start)?.start ?? start
  end = last?.end ?? end
  if (!POSSESSIVE.test(text.slice(Math.max(start, end - 2), end)) || end - start <= 2) return { start, end }
  const owner = { start, end: end - 2 }
  const isOneWord = last !== undefined && last.start < owner.end
  // What stands apart from its ’s may end in a quote of its own: “Dawn”’s.
  return isOneWord ? owner : snapToWords(text, owner)
}

const EDGE = /[\s,;:.!?…。！？、，'"‘’“”«»‹›‚„「」『』—–―]/u
const POSSESSIVE = /['’]s$/iu

/** `span` without white space and punctuation at its edges. */
export function trimEdges(text: string, { start, end }: Span): Span {
  let from = start
  let to = end
  while (from < to && EDGE.test(text.charAt(from))) from++
  while (to > from && EDGE.test(text.charAt(to - 1))) to--
  const inside = withoutBracket(text, { start: from, end: to })
  return inside ? trimEdges(text, inside) : { start: from, end: to }
}

const CLOSES: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '（': '）', '【': '】' }
const OPENS = Object.fromEntries(Object.entries(CLOSES).map(([open, close]) => [close, open]))

/** `span` without a bracket at its start or end whose partner is the other end or is not in it; undefined without such. */
function withoutBracket(text: string, { start, end }: Span): Span | undefined {
  const [first, last] = [text.charAt(start), text.charAt(end - 1)]
  if (start >= end) return undefined
  if (CLOSES[first] !== undefined) {
    const partner = partnerOf(text, { start, end }, 1)
    if (partner === undefined || partner === end - 1) return { start: start + 1, end: partner ?? end }
  }
  if (OPENS[last] !== undefined && partnerOf(text, { start, end }, -1) === undefined) {
    return { start, end: end - 1 }
  }
  return undefined
}

/** Where the bracket at the start (`1`) or end (`-1`) of `span` closes or opens within it. */
function partnerOf(text: string, { start, end }: Span, direction: 1 | -1): number | undefined {
  const from = direction > 0 ? start : end - 1
  const own = text.charAt(from)
  const other = (direction > 0 ? CLOSES : OPENS)[own]
  let depth = 0
  for (let at = from; at >= start && at < end; at += direction) {
    const character = text.charAt(at)
    if (character === own) depth++
    if (character === other) depth--
    if (depth === 0) return at
  }
  return undefined
}
