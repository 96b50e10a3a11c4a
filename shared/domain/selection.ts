import type { Span } from './span.ts'

/** What is selected in a text: a span with a fixed side, the anchor, and one that moves, the head; a caret when empty. */
export type Selection = Span & { readonly anchor: number; readonly head: number }

export const selectFrom = (anchor: number, head: number): Selection => ({
  start: Math.min(anchor, head),
  end: Math.max(anchor, head),
  anchor,
  head,
})

export const caretAt = (offset: number): Selection => selectFrom(offset, offset)

/** `span` selected from its start to its end. */
export const selectionOf = ({ start, end }: Span): Selection => selectFrom(start, end)
