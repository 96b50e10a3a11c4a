import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Annotation } from '#shared/domain/annotation.ts'
import type { Lines } from '#shared/domain/lines.ts'
import { edgesOf, markPieces, type Piece } from '#shared/domain/mark-pieces.ts'
import { type Scheme, shownLabel } from '#shared/domain/scheme.ts'
import type { Span } from '#shared/domain/span.ts'
import type { OtherMark } from '../../state/others.ts'
import { pieceLook } from '../../ui/mark-look.ts'
import type { ArticleDocument } from './article-document.ts'
import { type OtherLook, otherLooks } from './others/other-look.ts'

/** What is painted over the text: the annotations that lie in the window, which is about what is in sight. */
export type Painted = {
  readonly window: Span
  readonly annotations: readonly Annotation[]
  /** What other annotators have marked there; empty where that is not shown. */
  readonly others: readonly OtherMark[]
  readonly selected: string | null
  readonly scheme: Scheme
}

export type Canvas = {
  readonly document: ArticleDocument
  readonly text: string
  readonly lines: Lines
}

const marksKey = new PluginKey<DecorationSet>('marks')

/** Paints `painted` with the next transaction that carries it as its meta. */
export function marksPlugin(canvas: Canvas): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: marksKey,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, before) => {
        const painted = transaction.getMeta(marksKey) as Painted | undefined
        return painted ? DecorationSet.create(transaction.doc, decorations(canvas, painted)) : before
      },
    },
    props: { decorations: (state) => marksKey.getState(state) },
  })
}

export const paint = (transaction: Transaction, painted: Painted): Transaction =>
  transaction.setMeta(marksKey, painted)

function decorations(canvas: Canvas, painted: Painted): Decoration[] {
  const { document, lines } = canvas
  const { window, annotations, others } = painted
  const shapeOf = (label: string) => shownLabel(painted.scheme, label).shape
  const cuts = edgesOf(others.map(({ annotation }) => annotation))
  const pieces = markPieces(annotations, { window, lines, shapeOf, cuts })
  const looks = others.length === 0 ? [] : otherLooks(others, { window, lines, cuts: edgesOf(annotations) })
  const at = ({ start, end }: Span, attributes: { class: string; [name: string]: string }) =>
    Decoration.inline(document.positionOf(start), document.positionOf(end), {
      nodeName: 'span',
      ...attributes,
    })
  return [
    ...pieces.map((piece) =>
      at(piece, pieceAttributes(piece, shapeOf(piece.annotation.label), painted.selected)),
    ),
    ...looks.map((look) => at(look, otherAttributes(look))),
    ...loneReturns(canvas.text, window).map((span) => at(span, { class: 'lone-return' })),
  ]
}

function pieceAttributes(piece: Piece, shape: string, selected: string | null) {
  const { className, stack } = pieceLook(piece, shape, selected)
  return {
    class: className,
    ...(stack ? { style: `--drop: ${stack['--drop']}; --depth: ${stack['--depth']}` } : {}),
    // What lies in a gap is not of the mark, so nothing there may be taken for it.
    ...(piece.isGap ? {} : { 'data-annotation-id': piece.annotation.id }),
  }
}

const otherAttributes = ({ className, key, drop, sign }: OtherLook) => ({
  class: className,
  style: `--drop: ${drop}`,
  'data-other': key,
  ...(sign === null ? {} : { 'data-sign': sign }),
})

/** Carriage returns that end no CR LF: old Macintosh line ends, which break the line on screen too. */
function loneReturns(text: string, { start, end }: Span): Span[] {
  const found = text.slice(start, end).matchAll(/\r(?!\n)/g)
  return Array.from(found, ({ index }) => ({ start: start + index, end: start + index + 1 }))
}
