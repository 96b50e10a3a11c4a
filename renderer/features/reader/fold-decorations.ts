import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { type Fold, foldNotice } from '#shared/domain/folds.ts'
import { lineEnd, lineStart } from '#shared/domain/lines.ts'
import type { OpenArticle } from '../../state/desk.ts'
import { foldsOf } from '../../state/folding.ts'
import { standingOf } from '../../state/standing.ts'
import type { ArticleDocument } from './article-document.ts'

/** What is dimmed and what is folded; and the row that the caret is in. */
const foldsKey = new PluginKey<DecorationSet>('folds')
const rowKey = new PluginKey<DecorationSet>('row')

export const foldPlugins = (): readonly Plugin[] => [pluginFor(foldsKey), pluginFor(rowKey)]

const pluginFor = (key: PluginKey<DecorationSet>): Plugin<DecorationSet> =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, before) => {
        const wanted = transaction.getMeta(key) as readonly Decoration[] | undefined
        return wanted ? DecorationSet.create(transaction.doc, [...wanted]) : before
      },
    },
    props: { decorations: (state) => key.getState(state) },
  })

/** Dims and folds the boilerplate of the article as it stands, with `transaction`. */
export function decorateFolds(
  transaction: Transaction,
  open: OpenArticle,
  { positionOf }: ArticleDocument,
): Transaction {
  const dimmed = standingOf(open).boilerplate.map(({ start, end }) =>
    Decoration.inline(positionOf(start), positionOf(end), { nodeName: 'span', class: 'boilerplate' }),
  )
  const folded = foldsOf(open).flatMap((fold) => linesOf(fold, open, positionOf))
  return transaction.setMeta(foldsKey, [...dimmed, ...folded])
}

/** Shows in which row the caret is, which cannot be drawn there itself; null for none. */
export function decorateRow(
  transaction: Transaction,
  { fold, open }: { readonly fold: Fold | null; readonly open: OpenArticle },
  { positionOf }: ArticleDocument,
): Transaction {
  const row = fold ? [lineDecoration(open, fold.first, positionOf, { class: 'fold-here' })] : []
  return transaction.setMeta(rowKey, row)
}

type PositionOf = ArticleDocument['positionOf']

function linesOf(fold: Fold, open: OpenArticle, positionOf: PositionOf): Decoration[] {
  return Array.from({ length: fold.last - fold.first + 1 }, (_, i) =>
    lineDecoration(
      open,
      fold.first + i,
      positionOf,
      i === 0 ? { class: 'fold-row', 'data-fold': foldNotice(fold) } : { class: 'fold-rest' },
    ),
  )
}

const lineDecoration = (
  { lines }: OpenArticle,
  line: number,
  positionOf: PositionOf,
  attributes: Readonly<Record<string, string>>,
): Decoration =>
  Decoration.node(positionOf(lineStart(lines, line)) - 1, positionOf(lineEnd(lines, line)) + 1, attributes)
