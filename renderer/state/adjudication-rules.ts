import { create } from 'zustand'
import { counted } from '#shared/domain/counted.ts'
import { failed } from '#shared/domain/result.ts'
import type { BulkRule, RulePreview } from '#shared/ipc/adjudication.ts'
import { bridge } from '../bridge.ts'
import { inBulk } from './bulk.ts'
import { desk, say } from './desk.ts'
import { onceSent } from './review-queue.ts'

/** A rule that decides many differences at once, and what it would do. */
type Rules = {
  readonly rule: BulkRule
  /** Null until it was looked for; another rule has another one. */
  readonly preview: RulePreview | null
  readonly isBusy: boolean
  readonly problem: string | null
}

/** What needs no decision is where one begins. */
const allTheSame: BulkRule = { kinds: ['same'], labels: null, take: { kind: 'majority' }, articles: null }

const fresh: Rules = { rule: allTheSame, preview: null, isBusy: false, problem: null }

export const rules = create<Rules>(() => fresh)

export const forgetRules = (): void => rules.setState(fresh)

/** What a rule would do is another thing once anything was edited, or taken back. */
export function keepPreviewTrue(): void {
  desk.subscribe(({ history }, before) => {
    if (history !== before.history) rules.setState({ preview: null })
  })
}

export const changeRule = (patch: Partial<BulkRule>): void =>
  rules.setState(({ rule }) => ({ rule: { ...rule, ...patch }, preview: null, problem: null }))

export async function previewRule(): Promise<void> {
  const { rule } = rules.getState()
  const { history } = desk.getState()
  rules.setState({ isBusy: true })
  const answer = await onceSent(() => bridge.request('adjudication:preview', null, rule)).catch(() =>
    failed('It could not be found out what the rule would do. Please try again.'),
  )
  if (rules.getState().rule === rule && desk.getState().history !== history) return previewRule()
  rules.setState({ isBusy: false })
  if (rules.getState().rule !== rule) return
  rules.setState(
    answer.ok
      ? { preview: answer.value, problem: null }
      : { preview: null, problem: answer.problem.sentence },
  )
}

/** Decides all that the rule is about: one step that can be undone. */
export async function applyRule(): Promise<void> {
  const { rule, preview, isBusy } = rules.getState()
  const { workspace } = desk.getState()
  if (!preview || isBusy) return
  if (workspace?.access.kind === 'read') return say(workspace.access.sentence)
  rules.setState({ isBusy: true })
  const answer = await inBulk('Adjudicate by a rule', () =>
    bridge.request('adjudication:apply', null, rule),
  ).catch(() => failed('The rule could not be applied. Please look once more.'))
  rules.setState({ isBusy: false, preview: null, problem: answer.ok ? null : answer.problem.sentence })
  if (!answer.ok) return
  const { groups, articles, left } = answer.value
  const skipped = left.length > 0 ? ` ${counted(left.length, 'article')} had changed and were left.` : ''
  say(`Decided: ${counted(groups, 'group')} in ${counted(articles, 'article')}.${skipped}`)
}
