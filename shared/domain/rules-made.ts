import type { BoilerplateChoice } from './boilerplate.ts'
import { type Cleaning, type CleaningRule, type RuleScope, ruleKey } from './cleaning-rule.ts'
import type { Change } from './edit.ts'
import { type Lines, lineAt, lineEnd, lineStart } from './lines.ts'

/**
 * The rules that follow from what an analyst says of a range: one for each line that it covers whole, or one for a short
 * piece within a line. Of long lines and of many at once there are none: they hardly come again in another article.
 */
export type Said = {
  readonly text: string
  readonly lines: Lines
  readonly choice: BoilerplateChoice
  readonly source: string
}

const MOST_LINES = 12
const LONGEST_LINE = 200
const LONGEST_PIECE = 120
/** Fewer characters would be found in the midst of anything. */
const SHORTEST_PIECE = 4

/** The changes to an annotator's rules: a rule for the same words is changed, others are made. */
export function rulesMade(
  said: Said,
  cleaning: Cleaning,
  { now, newId }: { readonly now: string; readonly newId: () => string },
): readonly Change[] {
  const { source, choice } = said
  const known = new Map([...cleaning.rules.values()].map((rule) => [ruleKey(rule), rule]))
  const words = new Map(wordsOf(said).map((one) => [ruleKey({ source, ...one }), one]))
  return [...words].flatMap(([key, one]): Change[] => {
    const before = known.get(key) ?? null
    if (before?.kind === choice.kind) return []
    const made: CleaningRule = { id: newId(), source, ...one, kind: choice.kind, created: now }
    const after = before ? { ...before, kind: choice.kind } : made
    return [{ kind: 'rule', id: after.id, before, after }]
  })
}

type Words = { readonly as: RuleScope; readonly words: string }

function wordsOf({ text, lines, choice: { start, end } }: Said): readonly Words[] {
  const [first, last] = [lineAt(lines, start), lineAt(lines, end - 1)]
  const before = text.slice(lineStart(lines, first), start)
  const after = text.slice(end, Math.max(end, lineEnd(lines, last)))
  if (`${before}${after}`.trim() === '')
    return last - first < MOST_LINES ? wholeLines(text, lines, first, last) : []
  const words = text.slice(start, end).trim()
  const isPiece = first === last && words.length >= SHORTEST_PIECE && words.length <= LONGEST_PIECE
  return isPiece ? [{ as: 'anywhere', words }] : []
}

function wholeLines(text: string, lines: Lines, first: number, last: number): readonly Words[] {
  const all = Array.from({ length: last - first + 1 }, (_, i) =>
    text.slice(lineStart(lines, first + i), lineEnd(lines, first + i)).trim(),
  )
  return all
    .filter((words) => words !== '' && words.length <= LONGEST_LINE)
    .map((words) => ({ as: 'line', words }))
}
