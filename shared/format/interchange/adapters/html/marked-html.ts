import { lineEnd, lineStart, linesOf } from '#shared/domain/lines.ts'
import { type MarkedNode, type MarkedPart, markedLines } from '#shared/domain/marked-lines.ts'
import { shownLabel } from '#shared/domain/scheme.ts'
import type { Span } from '#shared/domain/span.ts'
import { escaped } from './escaped.ts'
import { hueClass, type ShownArticle, type ShownMark } from './shown-article.ts'

/**
 * The text with its marks: a paragraph for each line, which holds its line feed, so that the text of them all is the
 * article's text and nothing else. What is said of the marks stands in attributes, from which the style makes content.
 */
export function markedHtml({ article: { text }, boilerplate, marks, frame }: ShownArticle): string {
  const lines = linesOf(text)
  // Annotators may use the same ids: here a mark is known by its place in the list.
  const byId = new Map(marks.map((mark, i) => [`${i}`, mark]))
  const annotations = marks.map(({ annotation }, i) => ({ ...annotation, id: `${i}` }))
  const shapeOf = (label: string): string => shownLabel(frame.scheme, label).shape
  const rows = markedLines({ text, lines, window: { start: 0, end: text.length }, annotations, shapeOf })
  const leaf = leafWriter(boilerplate)
  const write = (node: MarkedNode): Written => {
    if (node.kind === 'text') return { html: leaf(node.text), refs: [] }
    const mark = byId.get(node.piece.annotation.id) as ShownMark
    const look = lookOf(node, shapeOf(mark.annotation.label), hueClass(mark.annotation.label, frame.scheme))
    const { html, refs } = inRow(node.children.map(write))
    if (node.piece.isGap) return { html: `<span ${look}>${html}</span>`, refs }
    const isWhole = mark.number !== null && node.isLast && node.ends
    return { html: markHtml(node, mark, { look, html }), refs: isWhole ? [...refs, mark] : refs }
  }
  const paragraphs = rows.map((nodes, i) => {
    const { html, refs } = inRow(nodes.map(write))
    const end = lineEnd(lines, i) < text.length ? leaf('\n') : ''
    const isBlank = !/\S/.test(text.slice(lineStart(lines, i), lineEnd(lines, i)))
    return `<p${isBlank ? ' class="blank"' : ''} dir="auto">${html}${refsHtml(refs)}${end}</p>`
  })
  return paragraphs.join('')
}

/** The numbers of what ends with a node stand behind all that ends there with it, where no line runs below them. */
type Written = { readonly html: string; readonly refs: readonly ShownMark[] }

function inRow(nodes: readonly Written[]): Written {
  const parts = nodes.map(({ html, refs }, i) => (i < nodes.length - 1 ? html + refsHtml(refs) : html))
  return { html: parts.join(''), refs: nodes.at(-1)?.refs ?? [] }
}

const refsHtml = (refs: readonly ShownMark[]): string =>
  [...refs]
    .sort((a, b) => (a.number ?? 0) - (b.number ?? 0))
    .map(({ entry, number, title }) => {
      const name = escaped(title)
      return `<a class="ref" href="#${entry}" data-n="${number}" aria-label="${name}"></a>`
    })
    .join('')

type Inner = { readonly look: string; readonly html: string }

function markHtml(part: MarkedPart, { anchor, title }: ShownMark, { look, html }: Inner): string {
  const id = part.isContinued ? '' : ` id="${anchor}"`
  return `<mark${id} ${look} title="${escaped(title)}${part.isContinued ? ', continued' : ''}">${html}</mark>`
}

/** The class, and the place in the stack of what overlaps. */
function lookOf({ piece, ends }: MarkedPart, shape: string, hue: string): string {
  const isStacked = piece.depth > 1
  const classes = [
    shape,
    hue,
    isStacked && 'stacked',
    piece.starts && 'starts',
    ends && 'ends',
    piece.isGap && 'gap',
    piece.annotation.certainty === 'unsure' && 'unsure',
  ]
  const stack = isStacked ? ` style="--drop:${rounded(piece.drop)};--depth:${rounded(piece.depth)}"` : ''
  return `class="${classes.filter(Boolean).join(' ')}"${stack}`
}

const rounded = (height: number): string => `${Math.round(height * 10) / 10}`

/** Writes one piece of the text after another, and dims what of it is boilerplate. */
function leafWriter(boilerplate: readonly Span[]): (text: string) => string {
  let at = 0
  let next = 0
  return (text) => {
    const from = at
    at += text.length
    while ((boilerplate[next]?.end ?? at) <= from) next++
    const parts: string[] = []
    let done = from
    for (let i = next; (boilerplate[i]?.start ?? at) < at; i++) {
      const { start, end } = boilerplate[i] as Span
      const [first, last] = [Math.max(start, done), Math.min(end, at)]
      if (last <= first) continue
      parts.push(escaped(text.slice(done - from, first - from)))
      parts.push(`<span class="dim">${escaped(text.slice(first - from, last - from))}</span>`)
      done = last
    }
    return parts.join('') + escaped(text.slice(done - from))
  }
}
