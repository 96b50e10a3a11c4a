import { useState } from 'react'
import { BOILERPLATE_KINDS } from '#shared/domain/boilerplate.ts'
import { RULE_SCOPES, type RuleScope } from '#shared/domain/cleaning-rule.ts'
import type { HeldRule } from '#shared/domain/united-cleaning.ts'
import { useDesk } from '../../state/desk.ts'
import { changeRule, isOwnRule, removeRule } from '../../state/rule-editing.ts'
import { TextField } from '../../ui/text-field.tsx'
import view from './collect-view.module.css'
import css from './rules-panel.module.css'

/** What was said once of a piece of one article, and holds for all articles of its source. */
export function RulesPanel() {
  const rules = useDesk(({ cleaning }) => cleaning.united.rules)
  const isReadOnly = useDesk(({ cleaning }) => cleaning.access.kind !== 'write')
  if (rules.length === 0) {
    return (
      <p className={view.nothing}>
        No rule was made yet. Mark a line of an article as boilerplate (Z), or give one back, and the same
        words are treated so in all articles of its source.
      </p>
    )
  }
  const sources = [...new Set(rules.map(({ source }) => source))]
  return (
    <div className={css.rules}>
      {sources.map((source) => (
        <section key={source} aria-label={source}>
          <h2>{source}</h2>
          <ul>
            {rules
              .filter((rule) => rule.source === source)
              .map((rule) => (
                <Rule key={rule.id} rule={rule} isReadOnly={isReadOnly} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

const SCOPES: { readonly [S in RuleScope]: string } = {
  line: 'a whole line',
  start: 'the start of a line',
  anywhere: 'anywhere',
}

/** Where the keys are when what had them is gone, or left. */
const toTab = () => document.getElementById('collect-rules')?.focus()

type RuleProps = { readonly rule: HeldRule; readonly isReadOnly: boolean }

function Rule({ rule, isReadOnly }: RuleProps) {
  const { id, words, as, annotator } = rule
  const isOwn = isOwnRule(rule)
  const disabled = isReadOnly || !isOwn
  const remove = () => {
    removeRule(rule)
    toTab()
  }
  return (
    <li className={css.rule}>
      <Words rule={rule} disabled={disabled} />
      <select
        aria-label={`How “${words}” is looked for`}
        value={as}
        disabled={disabled}
        onChange={({ target }) => changeRule(id, { as: target.value as RuleScope })}
      >
        {RULE_SCOPES.map((scope) => (
          <option key={scope} value={scope}>
            {SCOPES[scope]}
          </option>
        ))}
      </select>
      <Kind rule={rule} disabled={disabled} />
      <button type="button" disabled={isReadOnly} aria-label={`Remove the rule “${words}”`} onClick={remove}>
        Remove
      </button>
      {!isOwn && <span className={css.by}>{annotator}’s rule</span>}
    </li>
  )
}

type PartProps = { readonly rule: HeldRule; readonly disabled: boolean }

function Words({ rule: { id, words }, disabled }: PartProps) {
  const [problem, setProblem] = useState<string | null>(null)
  const onChange = (typed: string, typing: string) => {
    const wanted = typed.trim()
    setProblem(wanted === '' ? 'A rule needs words to look for.' : null)
    if (wanted !== '' && wanted !== words) changeRule(id, { words: wanted }, `rule ${id} ${typing}`)
  }
  return (
    <TextField
      label="Words"
      value={words}
      disabled={disabled}
      isOneLine
      rows={1}
      maxLength={1_000}
      problem={problem}
      onChange={onChange}
      onLeave={toTab}
    />
  )
}

/** The value of the choice that is no kind of boilerplate. */
const ARTICLE = ''

function Kind({ rule: { id, words, kind }, disabled }: PartProps) {
  const kinds = [...new Set([...BOILERPLATE_KINDS, ...(kind === null ? [] : [kind])])]
  return (
    <select
      aria-label={`What “${words}” is`}
      value={kind ?? ARTICLE}
      disabled={disabled}
      onChange={({ target }) => changeRule(id, { kind: target.value === ARTICLE ? null : target.value })}
    >
      <option value={ARTICLE}>part of the article</option>
      {kinds.map((one) => (
        <option key={one} value={one}>
          {one}
        </option>
      ))}
    </select>
  )
}
