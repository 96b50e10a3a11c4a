import { certainRuleFor, likelyRuleFor } from './boilerplate-rules.ts'
import type { LineMark, Page, Pass } from './line-marks.ts'
import type { LineRule } from './line-rule.ts'

/** Marks the lines that certain rules know. */
export const markCertain: Pass = ({ lines, headline }, marks) =>
  lines.map((line, i) => marks[i] ?? (i === headline ? null : markBy(certainRuleFor(line))))

const markBy = (rule: LineRule | undefined): LineMark | null =>
  rule ? { kind: rule.kind, reason: rule.reason, opensList: rule.opensList } : null

/** Marks likely lines that stand beside boilerplate, above the headline, or last of all. Few lines are asked. */
export const markLikely: Pass = (page, marks) => {
  const found = [...marks]
  const look = (i: number) => {
    const line = page.lines[i]
    if (!line || found[i] || i === page.headline || !isBesideBoilerplate(page, found, i)) return
    found[i] = markBy(likelyRuleFor(line))
  }
  // Down and up again, since a mark may lead to the next on either side.
  for (let i = 0; i < found.length; i++) look(i)
  for (let i = found.length - 1; i >= 0; i--) look(i)
  return found
}

const isBesideBoilerplate = ({ headline }: Page, marks: readonly (LineMark | null)[], i: number): boolean =>
  i < headline || i === marks.length - 1 || Boolean(marks[i - 1]) || Boolean(marks[i + 1])
