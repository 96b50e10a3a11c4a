import { ruleFor } from './boilerplate-rules.ts'
import type { LineMark, Page, Pass } from './line-marks.ts'
import type { LineRule } from './line-rule.ts'

/** Marks the lines that certain rules know. */
export const markCertain: Pass = ({ lines, headline }, marks) =>
  lines.map((line, i) => {
    if (i === headline) return null
    const rule = ruleFor(line)
    return marks[i] ?? (rule?.strength === 'certain' ? markBy(rule) : null)
  })

const markBy = ({ kind, reason, opensList }: LineRule): LineMark => ({ kind, reason, opensList })

/** Marks likely lines that stand beside boilerplate, above the headline, or last of all. */
export const markLikely: Pass = (page, marks) => {
  const rules = page.lines.map((line, i) => (marks[i] || i === page.headline ? undefined : ruleFor(line)))
  const found = [...marks]
  const look = (i: number) => {
    const rule = rules[i]
    if (rule && !found[i] && isBesideBoilerplate(page, found, i)) found[i] = markBy(rule)
  }
  // Down and up again, since a mark may lead to the next on either side.
  for (let i = 0; i < found.length; i++) look(i)
  for (let i = found.length - 1; i >= 0; i--) look(i)
  return found
}

const isBesideBoilerplate = ({ headline }: Page, marks: readonly (LineMark | null)[], i: number): boolean =>
  i < headline || i === marks.length - 1 || Boolean(marks[i - 1]) || Boolean(marks[i + 1])
