import { type Block, rowOf } from '#electron/import/document/block.ts'

/**
 * The blocks of a Word document as mammoth reads it. Comments and what tracked changes deleted are not in its tree; what
 * they inserted is. A footnote's number stands in brackets in the text, and again before the note behind the text.
 */

/** As much of mammoth's tree as is looked at. */
export type WordNode = {
  readonly type: string
  readonly children?: readonly WordNode[]
  readonly value?: string
  readonly breakType?: string
  readonly checked?: boolean
  readonly numbering?: unknown
  readonly noteType?: string
  readonly noteId?: string
  readonly body?: readonly WordNode[]
}
export type WordDocument = WordNode & {
  readonly notes: { readonly resolve: (reference: WordNode) => WordNode | null }
}

export function wordBlocks(document: WordDocument): readonly Block[] {
  const references: WordNode[] = []
  const blocks = blocksOf(document.children ?? [], references)
  const notes: Block[] = []
  // A note may refer to a note in its turn, so the list grows while it is gone through.
  for (let i = 0; i < references.length; i++) {
    const body = document.notes.resolve(references[i] as WordNode)?.body ?? []
    notes.push({ kind: 'paragraph', text: `[${i + 1}] ${linesOf(body, references).trim()}` })
  }
  return [...blocks, ...notes]
}

function blocksOf(nodes: readonly WordNode[], references: WordNode[]): readonly Block[] {
  return nodes.flatMap((node): readonly Block[] => {
    if (node.type === 'table') return (node.children ?? []).map((row) => rowBlock(row, references))
    if (node.type !== 'paragraph') return blocksOf(node.children ?? [], references)
    return [{ kind: node.numbering ? 'item' : 'paragraph', text: wordsOf(node, references) }]
  })
}

const rowBlock = (row: WordNode, references: WordNode[]): Block =>
  rowOf((row.children ?? []).map((cell) => linesOf(cell.children ?? [], references)))

const linesOf = (nodes: readonly WordNode[], references: WordNode[]): string =>
  blocksOf(nodes, references)
    .map(({ text }) => text)
    .join('\n')

/** @param references gets every reference to a note that is met. */
function wordsOf(node: WordNode, references: WordNode[]): string {
  if (node.type === 'text') return node.value ?? ''
  if (node.type === 'tab') return '\t'
  if (node.type === 'break') return '\n'
  if (node.type === 'checkbox') return node.checked ? '☒' : '☐'
  if (node.type === 'noteReference') return `[${references.push(node)}]`
  return (node.children ?? []).map((child) => wordsOf(child, references)).join('')
}
