import { mergeById } from './merge-by-id.ts'
import type { Metadata } from './metadata.ts'

/** How the words of a rule are looked for: as a whole line, spaces at its edges aside, as a line's start, or anywhere. */
export const RULE_SCOPES = ['line', 'start', 'anywhere'] as const
export type RuleScope = (typeof RULE_SCOPES)[number]

/** What an analyst said once of a piece of one article, and what holds for all articles of the same source. */
export type CleaningRule = {
  readonly id: string
  /** As `ruleSourceOf` names it. */
  readonly source: string
  readonly as: RuleScope
  /** Of `start`, the first words of the lines that are meant whole. */
  readonly words: string
  /** A kind of boilerplate; null where the words belong to the article. */
  readonly kind: string | null
  /** ISO 8601, UTC. */
  readonly created: string
}

/** One annotator's cleaning rules, by id: the content of one file. What holds is the union of all annotators' rules. */
export type Cleaning = { readonly rules: ReadonlyMap<string, CleaningRule> }

export const emptyCleaning: Cleaning = { rules: new Map() }

/** Whose articles a rule made in this one is for; null where nobody is named, and no rule can be made. */
export const ruleSourceOf = ({ publisher, source, url }: Metadata): string | null =>
  publisher ?? source ?? hostOf(url ?? '')

function hostOf(url: string): string | null {
  const host = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(url)?.[1]
  return host?.toLowerCase().replace(/^www\./, '') ?? null
}

/** Two rules that say something of the same words; only one of them can hold. */
export const ruleKey = ({ source, as, words }: Pick<CleaningRule, 'source' | 'as' | 'words'>): string =>
  JSON.stringify([source, as, words])

/** Three-way merge of one annotator's rules, for a file that changed underneath: rule by rule, ours where both changed. */
export const mergeCleaning = (base: Cleaning, ours: Cleaning, theirs: Cleaning): Cleaning => ({
  rules: mergeById(base.rules, ours.rules, theirs.rules),
})
