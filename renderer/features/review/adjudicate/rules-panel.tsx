import { counted } from '#shared/domain/counted.ts'
import { shownLabel } from '#shared/domain/scheme.ts'
import type { RulePreview } from '#shared/ipc/adjudication.ts'
import { DIFFERENCE_KINDS, type DifferenceKind } from '#shared/review/differences.ts'
import { adjudicating } from '../../../state/adjudicating.ts'
import { applyRule, changeRule, previewRule, rules } from '../../../state/adjudication-rules.ts'
import { schemeOf, useDesk } from '../../../state/desk.ts'
import { useKeys } from '../../../state/keys.ts'
import css from './adjudicate.module.css'
import { KIND_WORDS } from './difference-words.ts'

/** Decides many differences at once, once it was shown what that would be. */
export function RulesPanel() {
  const problem = rules((state) => state.problem)
  const isBusy = rules((state) => state.isBusy)
  const preview = rules((state) => state.preview)
  const rule = rules((state) => state.rule)
  const undo = useKeys('edit.undo').shown
  return (
    <details className={css.rules}>
      <summary>Decide many at once</summary>
      <div className={css.ruleParts}>
        <Kinds />
        <Labels />
        <Take />
      </div>
      <div className={css.buttons}>
        <button
          type="button"
          aria-disabled={isBusy}
          disabled={rule.kinds.length === 0}
          onClick={() => void previewRule()}
        >
          Show what that decides
        </button>
        {preview && preview.groups > 0 && (
          <button type="button" className="primary" aria-disabled={isBusy} onClick={() => void applyRule()}>
            Decide {counted(preview.groups, 'group')}
          </button>
        )}
        {undo && <span className={css.quiet}>One step: {undo} takes it back.</span>}
      </div>
      {problem !== null && (
        <p role="alert" className={css.problem}>
          {problem}
        </p>
      )}
      <div aria-live="polite">{preview && <Preview preview={preview} />}</div>
    </details>
  )
}

const TICKS: { readonly [K in DifferenceKind]: string } = {
  ...KIND_WORDS,
  same: 'the same for all',
}

function Kinds() {
  const kinds = rules(({ rule }) => rule.kinds)
  return (
    <Ticks
      legend="Decide what is"
      all={DIFFERENCE_KINDS.map((id) => ({ id, title: TICKS[id] }))}
      ticked={kinds}
      onChange={(ticked) => changeRule({ kinds: ticked })}
    />
  )
}

function Labels() {
  const scheme = useDesk(schemeOf)
  const labels = rules(({ rule }) => rule.labels)
  const all = scheme.labels.map(({ id }) => ({ id, title: shownLabel(scheme, id).title }))
  const ids = all.map(({ id }) => id)
  return (
    <Ticks
      legend="With a mark labelled"
      all={all}
      ticked={labels ?? ids}
      onChange={(ticked) => changeRule({ labels: ticked.length === ids.length ? null : ticked })}
    />
  )
}

type TicksProps<T extends string> = {
  readonly legend: string
  readonly all: readonly { readonly id: T; readonly title: string }[]
  readonly ticked: readonly T[]
  readonly onChange: (ticked: readonly T[]) => void
}

const Ticks = <T extends string>({ legend, all, ticked, onChange }: TicksProps<T>) => (
  <fieldset className={css.ticks}>
    <legend>{legend}</legend>
    {all.map(({ id, title }) => (
      <label key={id}>
        <input
          type="checkbox"
          checked={ticked.includes(id)}
          onChange={({ target }) =>
            onChange(
              all.map((one) => one.id).filter((one) => (one === id ? target.checked : ticked.includes(one))),
            )
          }
        />{' '}
        {title}
      </label>
    ))}
  </fieldset>
)

function Take() {
  const take = rules(({ rule }) => rule.take)
  const articles = adjudicating((state) => state.articles) ?? []
  const names = [...new Set(articles.flatMap(({ annotators }) => annotators))].sort()
  const value = take.kind === 'annotator' ? `of ${take.name}` : take.kind
  const onChange = (chosen: string): void => {
    if (chosen === 'majority' || chosen === 'reject') changeRule({ take: { kind: chosen } })
    else changeRule({ take: { kind: 'annotator', name: chosen.slice('of '.length) } })
  }
  return (
    <label className={css.field}>
      Take
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="majority">what more than half of the annotators have</option>
        {names.map((name) => (
          <option key={name} value={`of ${name}`}>
            the mark of {name}
          </option>
        ))}
        <option value="reject">none: reject them</option>
      </select>
    </label>
  )
}

function Preview({ preview: { groups, articles, left, examples } }: { readonly preview: RulePreview }) {
  const scheme = useDesk(schemeOf)
  return (
    <section aria-label="What the rule decides">
      <p>
        {counted(groups, 'group')} in {counted(articles, 'article')} would be decided
        {left > 0 && `; ${left} more it cannot decide, and they stay open`}. What is decided already stays.
      </p>
      <ul className={css.examples}>
        {examples.map(({ title, quote, label }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: examples are shown once and never change
          <li key={i}>
            {shownLabel(scheme, label).title}: “{quote}” <span className={css.quiet}>in {title}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
