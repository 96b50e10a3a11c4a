import { type Boilerplate, partsOver } from './boilerplate.ts'
import type { CleaningRule, RuleScope } from './cleaning-rule.ts'
import type { Span } from './span.ts'

/**
 * The rules of one source, prepared once. Going through a text costs the same for one rule and for hundreds: each line is
 * looked up as a whole, then tried against one pattern of all lines' starts; the words that may stand anywhere are one
 * pattern too. Both patterns are alternatives of plain words, which their machine walks as one tree.
 */
export type RuleMatcher = (text: string) => readonly RuledSpan[]

/** What a rule says of a piece of a text: sorted and disjoint. `kind` null: it belongs to the article. */
export type RuledSpan = Span & { readonly kind: string | null; readonly reason: string }

export function ruleMatcher(rules: readonly CleaningRule[]): RuleMatcher {
  const byScope = (as: RuleScope) =>
    new Map(rules.filter((rule) => rule.as === as).map((rule) => [rule.words, rule]))
  const [lines, starts, anywhere] = [byScope('line'), byScope('start'), byScope('anywhere')]
  const start = starts.size > 0 ? new RegExp(`^(?:${alternatives(starts)})`) : null
  const words = anywhere.size > 0 ? new RegExp(alternatives(anywhere), 'g') : null
  const ruleOf = (line: string): CleaningRule | undefined => {
    const begun = start?.exec(line)?.[0]
    return lines.get(line) ?? (begun === undefined ? undefined : starts.get(begun))
  }
  return (text) =>
    disjoint(
      lines.size + starts.size > 0 ? linesFound(text, ruleOf) : [],
      words ? wordsFound(text, words, anywhere) : [],
    )
}

type Rules = ReadonlyMap<string, CleaningRule>

/** The longest words first, so that “Share this” is not taken for “Share”. */
const alternatives = (rules: Rules): string =>
  [...rules.keys()]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(escaped)
    .join('|')

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')

/** Lines end at `\n` alone, as everywhere. */
function linesFound(text: string, ruleOf: (line: string) => CleaningRule | undefined): readonly RuledSpan[] {
  const found: RuledSpan[] = []
  for (let begin = 0; begin <= text.length; ) {
    const feed = text.indexOf('\n', begin)
    const end = feed < 0 ? text.length : feed
    const line = text.slice(begin, end).trimEnd()
    const words = line.trimStart()
    const rule = words === '' ? undefined : ruleOf(words)
    if (rule) found.push(ruled(rule, begin + line.length - words.length, words.length))
    begin = end + 1
  }
  return found
}

const wordsFound = (text: string, pattern: RegExp, rules: Rules): readonly RuledSpan[] =>
  Array.from(text.matchAll(pattern), ({ 0: words, index }) =>
    ruled(rules.get(words) as CleaningRule, index, words.length),
  )

const ruled = (rule: CleaningRule, start: number, length: number): RuledSpan => ({
  start,
  end: start + length,
  kind: rule.kind,
  reason: reasonOf(rule),
})

const SAYS: { readonly [S in RuleScope]: string } = {
  line: 'a line',
  start: 'a line that begins so',
  anywhere: 'words',
}

const reasonOf = ({ source, as, words }: CleaningRule): string =>
  `${SAYS[as]} that a cleaning rule for ${source} names: “${short(words)}”`

function short(words: string): string {
  const characters = [...words]
  return characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : words
}

/** All of `first`, and of `second` what overlaps none of them. */
function disjoint(first: readonly RuledSpan[], second: readonly RuledSpan[]): readonly RuledSpan[] {
  const beside = second.filter((span) => partsOver(first, span).length === 0)
  return [...first, ...beside].sort((a, b) => a.start - b.start)
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
