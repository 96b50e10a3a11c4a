import type { CleaningRule } from '#shared/domain/cleaning-rule.ts'
import { ruleKey } from '#shared/domain/cleaning-rule.ts'
import type { HeldRule } from '#shared/domain/united-cleaning.ts'
import { desk, say } from './desk.ts'
import { commit } from './editing.ts'

/** True of a rule that is the annotator's own, and so can be changed. */
export const isOwnRule = ({ id }: HeldRule): boolean => desk.getState().cleaning.own.rules.has(id)

/** Changes one of the annotator's own rules. */
export function changeRule(id: string, wanted: Partial<CleaningRule>, typing?: string): void {
  const { rules } = desk.getState().cleaning.own
  const before = rules.get(id)
  if (!before) return
  const after = { ...before, ...wanted }
  const isTwin = [...rules.values()].some((rule) => rule.id !== id && ruleKey(rule) === ruleKey(after))
  if (isTwin) say('There is a rule for these words already.')
  else commit({ name: 'Change a cleaning rule', changes: [{ kind: 'rule', id, before, after }] }, typing)
}

/** Takes a rule of the annotator's own away; another's is met with one that says that its words belong to the article. */
export function removeRule({ annotator: _, ...rule }: HeldRule): void {
  const own = desk.getState().cleaning.own.rules.get(rule.id)
  const id = own ? rule.id : crypto.randomUUID()
  const after = own ? null : { ...rule, id, kind: null, created: new Date().toISOString() }
  if (commit({ name: 'Remove a cleaning rule', changes: [{ kind: 'rule', id, before: own ?? null, after }] }))
    say('The rule does not hold any more; undo brings it back.')
}
