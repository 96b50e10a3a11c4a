import { Plugin } from '@tiptap/pm/state'

/**
 * The caret and the selection work as in any text field, and nothing can change the text: input is stopped before it
 * reaches the page, and a transaction that would change the document all the same (an input method's composition) is
 * refused, whereupon the editor draws the old text again.
 */
export function readOnlyPlugin(): Plugin {
  const stop = (_view: unknown, event: Event) => {
    event.preventDefault()
    return true
  }
  return new Plugin({
    filterTransaction: (transaction) => !transaction.docChanged,
    props: {
      handleTextInput: () => true,
      handleDrop: () => true,
      // A paste is stopped here too, or the editor would read its markup first, which the page's policy forbids.
      handleDOMEvents: { beforeinput: stop, cut: stop, paste: stop, dragstart: stop },
    },
  })
}
