import { countBelow } from '#shared/domain/count-below.ts'
import { type FindOptions, type Found, findInText, nothingFound } from '#shared/domain/find.ts'
import { patternProblem } from '#shared/domain/find-pattern.ts'
import { type Span, spansEqual } from '#shared/domain/span.ts'
import { wholeGraphemes } from '#shared/domain/words.ts'
import { desk, focusPane, noFind, type OpenArticle } from './desk.ts'
import { searchPattern, stopPatternSearch } from './pattern-search.ts'
import { showText } from './selecting.ts'

/**
 * Opens the find field, with the selected words in it if there are some. A regular expression stays: what is selected
 * is most often what it found.
 */
export function openFind(): void {
  const { open, find, findOptions } = desk.getState()
  if (!open) return
  const selected = open.text.slice(open.selection.start, open.selection.end)
  const isQuery =
    selected !== '' && selected.length < 200 && !selected.includes('\n') && !findOptions.isPattern
  const query = isQuery ? selected : find.query
  desk.setState({ find: { ...find, open: true } })
  if (query) search(query)
  focusPane('find')
}

/** The search whose result is awaited, and the steps that were asked for meanwhile. */
type Awaited = { readonly selection: Span; readonly steps: (1 | -1)[] }
let latest: Awaited | null = null

/**
 * Finds `query`; the match nearest behind the caret becomes the current one and is scrolled to. Words are found at once.
 * A regular expression runs beside the desk: until its result is there, whatever is asked of the matches waits for it.
 */
export function search(query: string): void {
  const { open, find, findOptions: options } = desk.getState()
  if (!open) return
  latest = null
  const problem = options.isPattern ? patternProblem(query, options) : null
  if (problem || query === '') settle(query, nothingFound, problem)
  else if (!options.isPattern) settle(query, findInText(open.text, query, options))
  else {
    desk.setState({ find: { ...find, open: true, query, progress: 'searching', problem: null } })
    void searchAside(open, query, options)
  }
}

async function searchAside(open: OpenArticle, source: string, options: FindOptions): Promise<void> {
  const awaited: Awaited = { selection: open.selection, steps: [] }
  latest = awaited
  const outcome = await searchPattern({ text: open.text, source, options })
  const { find } = desk.getState()
  // Another article, or another query, has made this result one of the past.
  if (latest !== awaited || find.progress === 'settled') return
  latest = null
  if (outcome.kind === 'problem') return settle(source, nothingFound, outcome.sentence)
  settle(source, outcome.found)
  catchUp(awaited, find.progress === 'closing')
}

function settle(query: string, { matches, hasMore }: Found, problem: string | null = null): void {
  const { open } = desk.getState()
  if (!open) return
  const before = countBelow(matches.length, (i) => (matches[i] as Span).start < open.selection.start)
  const current = matches.length === 0 ? -1 : before % matches.length
  desk.setState({ find: { open: true, query, matches, hasMore, current, progress: 'settled', problem } })
  const match = matches[current]
  if (match) desk.setState({ reveal: { span: match } })
}

/** Does what was asked for while the result was awaited, unless something else was selected since. */
function catchUp({ selection, steps }: Awaited, closes: boolean): void {
  if (desk.getState().open?.selection !== selection) return
  for (const direction of steps) stepMatch(direction)
  if (closes) closeFind()
}

/**
 * Selects the current match in the text; when it is selected already, the next (`1`) or previous (`-1`) one. Where the
 * field was left, what was searched for last is searched for again.
 */
export function stepMatch(direction: 1 | -1): void {
  const { open: isOpen, query } = desk.getState().find
  if (!isOpen && query) search(query)
  const { find, open } = desk.getState()
  if (find.progress === 'searching') latest?.steps.push(direction)
  const match = find.matches[find.current]
  if (!match || !open || find.progress !== 'settled') return
  const isSelected = spansEqual(open.selection, wholeGraphemes(open.text, match))
  const current = isSelected
    ? (find.current + direction + find.matches.length) % find.matches.length
    : find.current
  desk.setState({ find: { ...find, current } })
  showMatch(open, find.matches[current] ?? match)
}

/**
 * Closes the find field and goes back to the text, with the current match selected. While a result is awaited it stays,
 * with the focus: the next key would otherwise mark what was selected before.
 */
export function closeFind(): void {
  const { find, open } = desk.getState()
  if (find.progress !== 'settled') {
    desk.setState({ find: { ...find, progress: 'closing' } })
    return
  }
  const match = find.matches[find.current]
  if (match && open) showMatch(open, match)
  stopPatternSearch()
  desk.setState({ find: { ...noFind, query: find.query } })
  focusPane('reader')
}

/** A match may cut a grapheme, what is selected does not. */
const showMatch = ({ text }: OpenArticle, match: Span): void => showText(wholeGraphemes(text, match))

/** Turns one of the options over and searches anew. */
export function toggleFindOption(option: keyof FindOptions): void {
  const { find, findOptions } = desk.getState()
  desk.setState({ findOptions: { ...findOptions, [option]: !findOptions[option] } })
  if (find.open) search(find.query)
}
