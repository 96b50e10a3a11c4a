/**
 * The canonical text of a document that is not plain text: its blocks in their order, paragraphs apart by an empty line,
 * the items of a list and the rows of a table one a line. The words of a block are left as they are; only what shows
 * nothing goes: white space at its edges and control characters.
 */
export type Block = { readonly kind: 'paragraph' | 'item' | 'row'; readonly text: string }

export function textOfBlocks(blocks: readonly Block[]): string {
  const parts: string[] = []
  let before: Block['kind'] | null = null
  for (const { kind, text } of blocks) {
    const words = shown(text)
    if (words === '') continue
    if (before !== null) parts.push(kind === before && kind !== 'paragraph' ? '\n' : '\n\n')
    parts.push(words)
    before = kind
  }
  return parts.join('')
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
