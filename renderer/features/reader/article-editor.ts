import { Editor, Extension } from '@tiptap/core'
import { type ArticleInLines, desk } from '../../state/desk.ts'
import { selectAtClick, selectText } from '../../state/selecting.ts'
import { type ArticleDocument, articleDocument } from './article-document.ts'
import { marksPlugin } from './marks-plugin.ts'
import { readOnlyPlugin } from './read-only-plugin.ts'
import { articleNodes } from './schema.ts'
import { mousePlugin, selectionIn, selectionKeeper } from './selection.ts'

/** Meta of the transactions by which the desk moves the selection, so that they aren't taken for the analyst's. */
export const FROM_DESK = 'fromDesk'

export type ArticleEditor = { readonly editor: Editor; readonly document: ArticleDocument }

/** The editor of one article: its text, a caret, and what the analyst selects told to the desk. */
export function createArticleEditor({ text, lines }: ArticleInLines): ArticleEditor {
  const document = articleDocument(text, lines)
  const plugins = Extension.create({
    name: 'reading',
    addProseMirrorPlugins: () => [
      readOnlyPlugin(),
      selectionKeeper(),
      mousePlugin({ document, text, events: clickCycle() }),
      marksPlugin({ document, text, lines }),
    ],
  })
  const editor = new Editor({
    extensions: [...articleNodes, plugins],
    content: document.content,
    enableCoreExtensions: false,
    injectCSS: false,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-label': 'Article text',
        'aria-readonly': 'true',
        'aria-multiline': 'true',
        tabindex: '0',
        spellcheck: 'false',
        translate: 'no',
      },
      clipboardTextSerializer: (_slice, view) => {
        const { start, end } = selectionIn(view.state, document)
        return text.slice(start, end)
      },
    },
    onSelectionUpdate: ({ transaction, editor: { state } }) => {
      if (!transaction.getMeta(FROM_DESK)) selectText(selectionIn(state, document))
    },
  })
  hideEditableness(editor.view.dom)
  return { editor, document }
}

/**
 * Before each of its commits React counts the characters in front of the selection, text node by text node, if what has
 * the focus says that it is editable; in a long article that takes longer than all the rest. Here the selection is the
 * editor's, and React has nothing to restore.
 */
const hideEditableness = (element: HTMLElement): void => {
  Object.defineProperty(element, 'contentEditable', { value: 'inherit' })
}

/** A press moves the caret and so lets go of the selected annotation; the click needs to know which one it was. */
function clickCycle() {
  let before: string | null = null
  return {
    onPress: () => {
      before = desk.getState().open?.selected ?? null
    },
    onClick: (offset: number) => selectAtClick(offset, before),
  }
}
