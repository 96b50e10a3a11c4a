import { Plugin } from '@tiptap/pm/state'
import { desk } from '../../state/desk.ts'
import { leaveRow, rowBetween } from '../../state/moving.ts'

/**
 * The arrows up and down are the browser's own, which sees no line in a row that stands for folded ones. So a row is
 * left by hand, and where the browser has gone past one, the caret goes back to it.
 */
export function foldRowKeys(): Plugin {
  let from: number | null = null
  return new Plugin({
    props: {
      handleKeyDown: (_, event) => {
        const direction = STEPS[event.key]
        const isPlain = !(event.shiftKey || event.ctrlKey || event.altKey || event.metaKey)
        from = direction && isPlain ? (desk.getState().open?.selection.head ?? null) : null
        return direction !== undefined && isPlain && leaveRow(direction)
      },
      handleDOMEvents: {
        mousedown: () => {
          from = null
          return false
        },
      },
    },
    view: () => {
      const unsubscribe = desk.subscribe(({ open }, before) => {
        const head = open?.selection.head
        if (from === null || head === undefined || head === before.open?.selection.head) return
        const start = from
        from = null
        // Once all have heard of the caret where the browser has put it.
        queueMicrotask(() => rowBetween(start, head))
      })
      return { destroy: unsubscribe }
    },
  })
}

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 }
