import { AD_RULES } from './ad-rules.ts'
import { CREDIT_RULES } from './credit-rules.ts'
import type { LineRule } from './line-rule.ts'
import { NOTICE_RULES } from './notice-rules.ts'
import { PAGE_RULES } from './page-rules.ts'
import { REPLY_RULES } from './reply-rules.ts'
import { SHARE_RULES } from './share-rules.ts'
import type { TextLine } from './text-lines.ts'

/** Of two that know a line the first has it, so what is said most narrowly stands first. */
const RULES: readonly LineRule[] = [
  ...AD_RULES,
  ...CREDIT_RULES,
  ...NOTICE_RULES,
  ...REPLY_RULES,
  ...PAGE_RULES,
  ...SHARE_RULES,
]
const CERTAIN = RULES.filter(({ strength }) => strength === 'certain')
const LIKELY = RULES.filter(({ strength }) => strength === 'likely')

type Line = Pick<TextLine, 'text' | 'bare'>

const firstOf = (rules: readonly LineRule[], line: Line): LineRule | undefined =>
  rules.find((rule) => line.bare.length <= rule.longest && rule.matches(line))

export const certainRuleFor = (line: Line): LineRule | undefined => firstOf(CERTAIN, line)

export const likelyRuleFor = (line: Line): LineRule | undefined => firstOf(LIKELY, line)

/** The rule that knows `line`, a certain one before a likely one. */
export const ruleFor = (line: Line): LineRule | undefined => certainRuleFor(line) ?? likelyRuleFor(line)
