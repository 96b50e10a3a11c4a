import { findInText } from '#shared/domain/find.ts'
import { desk, focusPane, noFind } from './desk.ts'
import { showText } from './selecting.ts'

/** Opens the find field, with the selected words in it if there are some. */
export function openFind(): void {
  const { open, find } = desk.getState()
  if (!open) return
  const selected = open.text.slice(open.selection.start, open.selection.end)
  const query = selected && selected.length < 200 && !selected.includes('\n') ? selected : find.query
  desk.setState({ find: { ...find, open: true } })
  if (query) search(query)
  focusPane('find')
}

/** Finds `query`; the match nearest behind the caret becomes the current one and is scrolled to. */
export function search(query: string): void {
  const { open } = desk.getState()
  if (!open) return
  const matches = findInText(open.text, query)
  const behind = matches.findIndex(({ start }) => start >= open.selection.start)
  const current = matches.length === 0 ? -1 : Math.max(0, behind)
  desk.setState({ find: { open: true, query, matches, current } })
  const match = matches[current]
  if (match) desk.setState({ reveal: { span: match } })
}

/** Selects the current match in the text; when it is selected already, the next (`1`) or previous (`-1`) one. */
export function stepMatch(direction: 1 | -1): void {
  const { find, open } = desk.getState()
  const match = find.matches[find.current]
  if (!match || !open) return
  const isSelected = open.selection.start === match.start && open.selection.end === match.end
  const current = isSelected
    ? (find.current + direction + find.matches.length) % find.matches.length
    : find.current
  desk.setState({ find: { ...find, current } })
  showText(find.matches[current] ?? match)
}

/** Closes the find field and goes back to the text, with the current match selected. */
export function closeFind(): void {
  const { find } = desk.getState()
  const match = find.matches[find.current]
  if (match) showText(match)
  desk.setState({ find: { ...noFind, query: find.query } })
  focusPane('reader')
}
