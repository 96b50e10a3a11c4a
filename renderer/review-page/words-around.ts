import type { Span } from '#shared/domain/span.ts'

const REACH = 60

/** What stands before and after `span` in its lines, in whole words; an ellipsis where a line goes on. */
export function wordsAround(
  text: string,
  { start, end }: Span,
): { readonly before: string; readonly after: string } {
  const [head = ''] = text.slice(0, start).split('\n').slice(-1)
  const [tail = ''] = text.slice(end).split('\n', 1)
  return {
    before: head.length <= REACH ? head : `… ${head.slice(-REACH - 1).replace(/^\S*\s+/, '')}`,
    after: tail.length <= REACH ? tail : `${tail.slice(0, REACH + 1).replace(/\s+\S*$/, '')} …`,
  }
}
