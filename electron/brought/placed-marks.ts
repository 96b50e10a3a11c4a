import { reanchor } from '#shared/anchoring/reanchor.ts'
import { type CodePointMap, codePointMap } from '#shared/domain/code-points.ts'
import { hullOf, type Span } from '#shared/domain/span.ts'
import type { ReadAnnotation } from '#shared/format/interchange/adapter.ts'
import { loosePlaces } from '#shared/format/interchange/loose-text.ts'
import { standingIn } from '#shared/format/interchange/standing.ts'

/** An annotation of a file where it stands in an article. Offsets are UTF-16 of the article's text. */
export type PlacedMark = Omit<ReadAnnotation, 'start' | 'end' | 'fragments' | 'text'> &
  Span & { readonly fragments?: readonly Span[] }

/** How a file's text and the article's go together. */
export type Way = 'same' | 'words' | 'reanchored'

/** Where each annotation stands in the article, or why it does not: the end of a sentence that names it. */
export type Placing = (annotations: readonly ReadAnnotation[]) => readonly (PlacedMark | string)[]

/**
 * Places annotations of a file in an article. Each must hold in the file's own text first: whole, in order, and on the words
 * that it says it is on.
 * @param text the file's; the article's where the file has none.
 */
export function placing(text: string, article: string, way: Way): Placing {
  const map = codePointMap(text)
  const faultOf = standingIn(text, map)
  const placed = placedBy(text, article, way, map)
  return (annotations) => {
    const faults = annotations.map(faultOf)
    const sound = annotations.filter((_, i) => faults[i] === null)
    const places = placed(sound.map(runsOf))
    let next = 0
    return annotations.map((annotation, i) => {
      const fault = faults[i]
      if (fault) return `does not stand in the text: ${fault}`
      const runs = places[next++] as readonly Span[] | string
      return typeof runs === 'string' ? runs : withRuns(annotation, runs)
    })
  }
}

const runsOf = ({ start, end, fragments }: ReadAnnotation): readonly Span[] => fragments ?? [{ start, end }]

function withRuns(
  { text: _, fragments: __, start: ___, end: ____, ...rest }: ReadAnnotation,
  runs: readonly Span[],
): PlacedMark {
  const plain = runs.map(({ start, end }) => ({ start, end }))
  return { ...rest, ...hullOf(plain), ...(plain.length > 1 ? { fragments: plain } : {}) }
}

type Runs = readonly Span[]

/** For each annotation's runs in the file's text, in code points, those in the article. */
function placedBy(
  text: string,
  article: string,
  way: Way,
  map: CodePointMap,
): (all: readonly Runs[]) => readonly (Runs | string)[] {
  const utf16 = (runs: Runs, by: CodePointMap): Runs =>
    runs.map(({ start, end }) => ({ start: by.toUtf16(start), end: by.toUtf16(end) }))
  if (way === 'same') return (all) => all.map((runs) => utf16(runs, map))
  if (way === 'words') {
    const places = loosePlaces(text, article)
    const there = codePointMap(article)
    return (all) =>
      all.map((runs) => {
        const moved = runs.map((run) => places?.placed(run) ?? null)
        return moved.includes(null) ? 'covers nothing but white space.' : utf16(moved as Runs, there)
      })
  }
  return (all) =>
    reanchored(
      text,
      article,
      all.map((runs) => utf16(runs, map)),
    )
}

function reanchored(text: string, article: string, all: readonly Runs[]): readonly (Runs | string)[] {
  const asked = all.map((spans, i) => ({ id: String(i), spans }))
  return reanchor(text, article, asked).map((anchoring) => {
    if (anchoring.outcome === 'exact' || anchoring.outcome === 'moved') return anchoring.spans
    return anchoring.outcome === 'gone'
      ? 'stands on words that the article does not have.'
      : 'has no sure place in the article, whose text is another than the file’s.'
  })
}
