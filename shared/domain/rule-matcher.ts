import { type Boilerplate, partsOver } from './boilerplate.ts'
import type { CleaningRule, RuleScope } from './cleaning-rule.ts'
import type { Span } from './span.ts'

/**
 * The rules of one source, prepared once: those for whole lines and for lines' starts are one pattern that is tried at
 * the beginning of each line, those for words anywhere are another. Both are alternatives of plain words, which the
 * pattern's machine walks as one tree, so that going through a text costs the same for one rule and for hundreds.
 */
export type RuleMatcher = (text: string) => readonly RuledSpan[]

/** What a rule says of a piece of a text: sorted and disjoint. `kind` null: it belongs to the article. */
export type RuledSpan = Span & { readonly kind: string | null; readonly reason: string }

export function ruleMatcher(rules: readonly CleaningRule[]): RuleMatcher {
  const byScope = (as: RuleScope) => new Map(rules.filter((rule) => rule.as === as).map((r) => [r.words, r]))
  const [lines, starts, anywhere] = [byScope('line'), byScope('start'), byScope('anywhere')]
  const wholeLine = lines.size > 0 ? patternOf(lines, LINE) : null
  const lineStart = starts.size > 0 ? patternOf(starts, START) : null
  const words = anywhere.size > 0 ? patternOf(anywhere, ANYWHERE) : null
  return (text) => {
    const whole = [...found(text, wholeLine, lines), ...found(text, lineStart, starts)]
    return disjoint(whole, found(text, words, anywhere))
  }
}

type Rules = ReadonlyMap<string, CleaningRule>

// Lines end at `\n` alone; what `^` and `$` take for an end of line are more.
const LINE = (words: string) => `(?<![^\\n])[^\\S\\n]*(${words})[^\\S\\n]*(?![^\\n])`
const START = (words: string) => `(?<![^\\n])[^\\S\\n]*(${words})[^\\n]*`
const ANYWHERE = (words: string) => `(${words})`

/** The longest words first, so that “Share this” is not taken for “Share”. */
function patternOf(rules: Rules, around: (words: string) => string): RegExp {
  const longestFirst = [...rules.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  return new RegExp(around(longestFirst.map(escaped).join('|')), 'g')
}

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')

function found(text: string, pattern: RegExp | null, rules: Rules): readonly RuledSpan[] {
  if (!pattern) return []
  return Array.from(text.matchAll(pattern), ({ 0: piece, 1: words = '', index }) => {
    const rule = rules.get(words) as CleaningRule
    const start = index + piece.length - piece.trimStart().length
    const end = index + piece.trimEnd().length
    return { start, end, kind: rule.kind, reason: reasonOf(rule) }
  })
}

const SAYS: { readonly [S in RuleScope]: string } = {
  line: 'a line',
  start: 'a line that begins so',
  anywhere: 'words',
}

const reasonOf = ({ source, as, words }: CleaningRule): string =>
  `${SAYS[as]} that a cleaning rule for ${source} names: “${short(words)}”`

const short = (words: string): string => (words.length > 40 ? `${words.slice(0, 39)}…` : words)

/** All of `first`, whole lines before lines' starts, and of `second` what overlaps none of them. */
function disjoint(first: readonly RuledSpan[], second: readonly RuledSpan[]): readonly RuledSpan[] {
  const sorted = [...first, ...second]
    .map((span, rank) => ({ span, rank }))
    .sort((a, b) => a.span.start - b.span.start || a.rank - b.rank)
  const kept: RuledSpan[] = []
  for (const { span } of sorted) if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span)
  return kept
}

/** What was found, but where rules say another thing of it; sorted and disjoint, in the time that it takes to read both. */
export function afterRules(
  found: readonly Boilerplate[],
  ruled: readonly RuledSpan[],
): readonly Boilerplate[] {
  if (ruled.length === 0) return found
  const parts = found.flatMap((part) => leftOf(part, partsOver(ruled, part)))
  const added = ruled.flatMap(({ kind, ...span }) => (kind === null ? [] : [{ ...span, kind }]))
  return [...parts, ...added].sort((a, b) => a.start - b.start)
}

/** What is left of `part` beside `holes`, which are sorted and disjoint. */
function leftOf(part: Boilerplate, holes: readonly Span[]): readonly Boilerplate[] {
  const starts = [part.start, ...holes.map(({ end }) => end)]
  const ends = [...holes.map(({ start }) => start), part.end]
  const pieces = starts.map((start, i) => ({ ...part, start, end: ends[i] as number }))
  return pieces.filter(({ start, end }) => start < end)
}
