import { type CodePointMap, codePointMap } from '#shared/domain/code-points.ts'
import { hullOf, type Span } from '#shared/domain/span.ts'
import type { ReadAnnotation } from '../../adapter.ts'
import { spanFaultIn } from '../../read-values.ts'
import { type Json, jsonIn, listOf, textIn } from './json-values.ts'

/** What an annotation's target is of, and where each piece of it stands. */
export type ReadTarget = { readonly source: string; readonly pieces: readonly Json[] }

/**
 * The targets of an annotation. Several of them mean that it holds of each by itself; those of a list belong together. A
 * sentence where one has no source.
 */
export function targetsOf(annotation: Json): readonly ReadTarget[] | string {
  const targets = listOf(annotation.target).map((target) => {
    const json = jsonIn(target)
    const isSet = json.type === 'List' || json.type === 'Composite'
    const pieces = isSet ? listOf(json.items).map(jsonIn) : [json]
    return { source: typeof target === 'string' ? target : sourceOf(pieces[0]), pieces }
  })
  if (targets.length === 0) return 'It has no target.'
  const unknown = targets.find(({ source }) => source === null)
  return unknown ? 'It does not say of what text it is.' : (targets as readonly ReadTarget[])
}

const sourceOf = (piece: Json | undefined): string | null =>
  piece ? (textIn(piece, 'source') ?? textIn(jsonIn(piece.source), 'id')) : null

/** A text that targets are looked for in. */
export class SoughtText {
  readonly #text: string
  readonly #map: CodePointMap

  constructor(text: string) {
    this.#text = text
    this.#map = codePointMap(text)
  }

  slice({ start, end }: Span): string {
    return this.#text.slice(this.#map.toUtf16(start), this.#map.toUtf16(end))
  }

  get length(): number {
    return this.#map.length
  }

  /** Where a quote stands, or a sentence that says why it cannot be told. */
  find(exact: string, prefix: string, suffix: string): Span | string {
    const whole = prefix + exact + suffix
    const at = this.#text.indexOf(whole)
    if (at < 0) return 'The words that it quotes are not in the text.'
    if (this.#text.indexOf(whole, at + 1) >= 0)
      return 'The words that it quotes are more than once in the text.'
    const start = at + prefix.length
    return { start: this.#map.toCodePoint(start), end: this.#map.toCodePoint(start + exact.length) }
  }
}

export type Placed = Pick<ReadAnnotation, 'start' | 'end' | 'text' | 'fragments'>

/** Where a target stands; a sentence where that does not hold. */
export function placeOf({ pieces }: ReadTarget, text: SoughtText | null): Placed | string {
  const spans = pieces.map((piece) => spanOf(piece, text))
  const fault = spans.find((span) => typeof span === 'string')
  if (fault !== undefined) return fault as string
  const [only, ...more] = spans as QuotedSpan[]
  if (only === undefined) return 'It marks nothing.'
  return more.length === 0 ? only : { ...hullOf([only, ...more]), fragments: [only, ...more] }
}

type QuotedSpan = Span & { readonly text?: string }

function spanOf(piece: Json, text: SoughtText | null): QuotedSpan | string {
  const selectors = listOf(piece.selector).map(jsonIn)
  const position = selectors.find(({ type }) => type === 'TextPositionSelector')
  const quote = selectors.find(({ type }) => type === 'TextQuoteSelector')
  const exact = quote ? textIn(quote, 'exact') : null
  if (position) return positionOf(position, exact, text)
  if (!quote || !exact) return 'It does not say which words it marks by their position or by a quote.'
  if (!text) return 'It quotes the words that it marks, but neither their position nor the text is there.'
  return text.find(exact, textIn(quote, 'prefix') ?? '', textIn(quote, 'suffix') ?? '')
}

function positionOf(position: Json, exact: string | null, text: SoughtText | null): QuotedSpan | string {
  const span = { start: Number(position.start ?? Number.NaN), end: Number(position.end ?? Number.NaN) }
  const fault = spanFaultIn(span, text ? text.length : Number.MAX_SAFE_INTEGER)
  if (fault) return fault
  if (text && exact !== null && text.slice(span) !== exact)
    return `It quotes other words than those from ${span.start} to ${span.end}.`
  return exact === null ? span : { ...span, text: exact }
}
