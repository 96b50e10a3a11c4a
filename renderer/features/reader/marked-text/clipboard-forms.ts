import type { MarkedNode, MarkedPart } from '#shared/domain/marked-lines.ts'
import { type Scheme, shownLabel } from '#shared/domain/scheme.ts'

export type MarkColours = {
  /** Of the label's lines and of its tint, as any program understands them: `#rrggbb`. */
  readonly lineOf: (hue: number) => string
  readonly tintOf: (hue: number) => string
}

type Lines = readonly (readonly MarkedNode[])[]

/** The text with each mark in brackets behind its label: “[Actor: Norland] agreed”. */
export function bracketedText(lines: Lines, scheme: Scheme): string {
  const write = (node: MarkedNode): string => {
    if (node.kind === 'text') return node.text
    const inner = node.children.map(write).join('')
    if (node.piece.isGap) return inner
    return `[${titleOf(node, scheme)}${node.isContinued ? ', continued' : ''}: ${inner}]`
  }
  return lines.map((line) => line.map(write).join('')).join('\n')
}

/** The text with each mark drawn, and its label behind it; all of its look is inline, for programs that know no other. */
export function styledHtml(lines: Lines, scheme: Scheme, colours: MarkColours): string {
  const write = (node: MarkedNode): string => {
    if (node.kind === 'text') return escaped(node.text)
    const inner = node.children.map(write).join('')
    if (node.piece.isGap) return inner
    const { hue, shape } = shownLabel(scheme, node.piece.annotation.label)
    const line = colours.lineOf(hue)
    const look = {
      tint: `background-color: ${colours.tintOf(hue)}`,
      underline: `text-decoration: underline solid ${line}`,
      wave: `text-decoration: underline wavy ${line}`,
    }[shape]
    const name = `<sup style="font-size: 60%; color: ${line}">${escaped(titleOf(node, scheme))}</sup>`
    return `<span style="${look}">${inner}</span>${node.isLast ? name : ''}`
  }
  const paragraphs = lines.map(
    (line) => `<p style="margin: 0; white-space: pre-wrap">${line.map(write).join('') || '<br>'}</p>`,
  )
  return paragraphs.join('\n')
}

function titleOf({ piece: { annotation } }: MarkedPart, scheme: Scheme): string {
  const title = shownLabel(scheme, annotation.label).title
  return annotation.certainty === 'unsure' ? `${title}?` : title
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '')
