import type { Loss } from '#shared/format/interchange/losses.ts'
import type { LossRule } from '#shared/format/interchange/overlaps.ts'
import { changeExport, exporting, formatChosen } from '../../state/exporting.ts'
import css from './exchange.module.css'
import { Precedence, useOrder } from './precedence.tsx'

type Way = LossRule | 'fail'

const WAYS: readonly (readonly [Way, string])[] = [
  ['longest', 'The longest'],
  ['innermost', 'The innermost'],
  ['label', 'By its label'],
  ['split', 'All, cut into pieces'],
  ['fail', 'None: nothing is exported then'],
]

const SETTLED: readonly Loss['kind'][] = ['nested', 'crossing', 'identical', 'discontinuous']

/** Which of several marks stays where a rule can settle it. */
export function RuleChoice({ loss }: { readonly loss: readonly Loss[] }) {
  const { rule, onLoss } = exporting(({ settings }) => settings)
  const order = useOrder().map(({ id }) => id)
  const carries = exporting((state) => formatChosen(state)?.carries)
  const isPlain = rule === 'longest' && onLoss === 'report'
  const canSettle = carries?.overlaps === false || carries?.fragments === false
  if (!canSettle || (isPlain && !loss.some(({ kind }) => SETTLED.includes(kind))))
    return <FailChoice loss={loss} />
  const chosen: Way = onLoss === 'fail' ? 'fail' : rule
  const choose = (way: Way) => {
    if (way === 'fail') changeExport({ onLoss: 'fail' })
    // The order that is shown is the one that holds.
    else changeExport({ rule: way, onLoss: 'report', ...(way === 'label' ? { precedence: order } : {}) })
  }
  return (
    <fieldset className={css.part}>
      <legend>Which mark stays where not all can</legend>
      <div className={css.ways}>
        {WAYS.map(([way, words]) => (
          <label key={way} className={css.check}>
            <input type="radio" name="rule" checked={way === chosen} onChange={() => choose(way)} />
            <span>{words}</span>
          </label>
        ))}
      </div>
      {chosen === 'label' && <Precedence />}
    </fieldset>
  )
}

/** Where no rule helps, there is still the choice to export nothing. */
function FailChoice({ loss }: { readonly loss: readonly Loss[] }) {
  const onLoss = exporting(({ settings }) => settings.onLoss)
  if (loss.length === 0 && onLoss === 'report') return null
  return (
    <label className={css.check}>
      <input
        type="checkbox"
        checked={onLoss === 'fail'}
        onChange={({ target }) => changeExport({ onLoss: target.checked ? 'fail' : 'report' })}
      />
      <span>Export nothing while anything is lost</span>
    </label>
  )
}
