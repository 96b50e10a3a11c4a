import type { Span } from '#shared/domain/span.ts'

/**
 * The canonical text of a document that is not plain text: its blocks in their order, paragraphs apart by an empty line,
 * the items of a list and the rows of a table one a line. The words of a block are left as they are; only what shows
 * nothing goes: white space at its edges and control characters.
 */
export type Block = { readonly kind: 'paragraph' | 'item' | 'row'; readonly text: string }

/** A block where it stands in the text. */
export type Placed<B> = Span & { readonly block: B }

export const textOfBlocks = (blocks: readonly Block[]): string => layOut(blocks).text

/** The text of all blocks, and where each came to stand; of one that shows nothing there is no trace. */
export function layOut<B extends Block>(
  blocks: readonly B[],
): { readonly text: string; readonly placed: readonly Placed<B>[] } {
  const placed: Placed<B>[] = []
  let text = ''
  let before: Block['kind'] | null = null
  for (const block of blocks) {
    const words = shown(block.text)
    if (words === '') continue
    if (before !== null) text += block.kind === before && before !== 'paragraph' ? '\n' : '\n\n'
    placed.push({ block, start: text.length, end: text.length + words.length })
    text += words
    before = block.kind
  }
  return { text, placed }
}

/** The cells of a row on its line. */
export const rowOf = (cells: readonly string[]): Block => ({
  kind: 'row',
  text: cells.map((cell) => shown(cell).replace(/\s*\n\s*/g, ' ')).join('\t'),
})

const CONTROLS = /[^\P{Cc}\t\n]/gu
/** Halves of pairs: UTF-8 cannot write them. */
const HALVES = /\p{Cs}/gu
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029\v\f]/g

export const shown = (text: string): string =>
  text.replace(LINE_ENDS, '\n').replace(CONTROLS, '').replace(HALVES, '\ufffd').trim()
