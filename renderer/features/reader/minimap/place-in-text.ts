import { countBelow } from '#shared/domain/count-below.ts'
import type { Span } from '#shared/domain/span.ts'
import type { ArticleEditor } from '../article-editor.ts'

/**
 * Where on the screen an offset lies, and back, to within a line or so: between the edges of its chunk, which are known
 * even where the browser has not laid out the chunk, every character is taken to need the same height.
 */
export function offsetNear({ editor, document }: ArticleEditor, y: number): number {
  const chunks = editor.view.dom.children
  const rect = (i: number) => (chunks[i] as Element).getBoundingClientRect()
  const i = Math.min(
    chunks.length - 1,
    countBelow(chunks.length, (i) => rect(i).bottom <= y),
  )
  const { top, height } = rect(i)
  const { start, end } = chunkSpan(document, i)
  return start + within(y - top, height) * (end - start)
}

export function screenPlaceOf({ editor, document }: ArticleEditor, offset: number): number {
  const { chunkStarts } = document
  const i = Math.max(0, countBelow(chunkStarts.length, (i) => (chunkStarts[i] as number) <= offset) - 1)
  const { top, height } = (editor.view.dom.children[i] as Element).getBoundingClientRect()
  const { start, end } = chunkSpan(document, i)
  return top + within(offset - start, end - start) * height
}

const within = (part: number, whole: number): number =>
  whole > 0 ? Math.min(1, Math.max(0, part / whole)) : 0

const chunkSpan = ({ chunkStarts, length }: ArticleEditor['document'], i: number): Span => ({
  start: chunkStarts[i] ?? 0,
  end: chunkStarts[i + 1] ?? length,
})
