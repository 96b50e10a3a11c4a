import type { Cleaning, CleaningRule } from './cleaning-rule.ts'
import { ruleKey } from './cleaning-rule.ts'
import { compareText } from './compare-text.ts'
import { type RuleMatcher, ruleMatcher } from './rule-matcher.ts'

/** A rule that holds, and whose it is. */
export type HeldRule = CleaningRule & { readonly annotator: string }

export type CleaningPart = { readonly annotator: string; readonly cleaning: Cleaning }

/** All annotators' rules together, ready to be applied. */
export type UnitedCleaning = {
  /** Those that hold, by source and then as they were made. */
  readonly rules: readonly HeldRule[]
  /** Null where no rule is for that source. */
  readonly matcherFor: (source: string | null) => RuleMatcher | null
  /** Tells whether the rules for that source say the same as before; empty where there are none. */
  readonly stampFor: (source: string | null) => string
}

/** Of several rules for the same words that of the first part that has one holds, and of one annotator's the newest. */
export function uniteCleaning(parts: readonly CleaningPart[]): UnitedCleaning {
  const held = new Map<string, HeldRule>()
  for (const { annotator, cleaning } of parts) {
    for (const rule of [...cleaning.rules.values()].sort(newestFirst)) {
      const key = ruleKey(rule)
      if (!held.has(key)) held.set(key, { ...rule, annotator })
    }
  }
  const rules = [...held.values()].sort(bySource)
  const bySources = new Map<string, HeldRule[]>()
  for (const rule of rules) bySources.set(rule.source, [...(bySources.get(rule.source) ?? []), rule])
  const matchers = new Map<string, RuleMatcher>()
  const matcherFor = (source: string | null): RuleMatcher | null => {
    const wanted = source === null ? undefined : bySources.get(source)
    if (source === null || !wanted) return null
    const matcher = matchers.get(source) ?? ruleMatcher(wanted)
    matchers.set(source, matcher)
    return matcher
  }
  const stampFor = (source: string | null): string =>
    ((source !== null && bySources.get(source)) || []).map((rule) => `${ruleKey(rule)}${rule.kind}`).join()
  return { rules, matcherFor, stampFor }
}

export const noCleaning: UnitedCleaning = { rules: [], matcherFor: () => null, stampFor: () => '' }

const newestFirst = (a: CleaningRule, b: CleaningRule): number => compareText(b.created, a.created)
const bySource = (a: CleaningRule, b: CleaningRule): number =>
  compareText(a.source, b.source) || compareText(a.created, b.created) || compareText(a.id, b.id)
