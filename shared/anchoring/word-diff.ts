import { diff } from 'fast-myers-diff'

/**
 * Two texts side by side, word by word (Myers 1986). A row ends where both texts have the end of a line in common, so that
 * what belongs together stands together however much was put in before it.
 */
export type DiffPiece = { readonly text: string; readonly isCommon: boolean }
export type DiffRow = { readonly before: readonly DiffPiece[]; readonly after: readonly DiffPiece[] }

/** Words and what stands between them; each line end for itself. */
const TOKEN = /\n|[\p{L}\p{M}\p{N}]+|[^\S\n]+|[^\p{L}\p{M}\p{N}\s]/gu
/** The time grows with the words times the differences: past this, lines are compared as wholes. */
const MOST_TOKENS = 12_000
const LINE = /\n|[^\n]+/g

/** Joined, with a line feed between two rows, the pieces of each side are its text. */
export function wordDiff(before: string, after: string): readonly DiffRow[] {
  const [a, b] = tokensOf(before, after)
  const rows = new Rows()
  let at = 0
  for (const [startA, endA, startB, endB] of diff([...a], [...b])) {
    for (const token of a.slice(at, startA)) rows.common(token)
    rows.changed(a.slice(startA, endA), b.slice(startB, endB))
    at = endA
  }
  for (const token of a.slice(at)) rows.common(token)
  return rows.all
}

function tokensOf(before: string, after: string): [readonly string[], readonly string[]] {
  const split = (how: RegExp): [string[], string[]] => [before.match(how) ?? [], after.match(how) ?? []]
  const [a, b] = split(TOKEN)
  return a.length + b.length > MOST_TOKENS ? split(LINE) : [a, b]
}

class Rows {
  #before: DiffPiece[] = []
  #after: DiffPiece[] = []
  readonly #done: DiffRow[] = []

  common(token: string): void {
    if (token === '\n') this.#endRow()
    else for (const side of [this.#before, this.#after]) add(side, token, true)
  }

  changed(before: readonly string[], after: readonly string[]): void {
    add(this.#before, before.join(''), false)
    add(this.#after, after.join(''), false)
  }

  get all(): readonly DiffRow[] {
    this.#endRow()
    return this.#done
  }

  #endRow(): void {
    this.#done.push({ before: this.#before, after: this.#after })
    this.#before = []
    this.#after = []
  }
}

/** What is common joins what is common, and the rest the rest. */
function add(pieces: DiffPiece[], text: string, isCommon: boolean): void {
  const last = pieces.at(-1)
  if (text === '') return
  if (last?.isCommon === isCommon) pieces[pieces.length - 1] = { text: last.text + text, isCommon }
  else pieces.push({ text, isCommon })
}
