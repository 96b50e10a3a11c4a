import type { Carries } from '#shared/format/interchange/format.ts'
import type { Loss } from '#shared/format/interchange/losses.ts'
import type { LossRule } from '#shared/format/interchange/overlaps.ts'
import { changeExport, exporting, formatChosen } from '../../state/exporting.ts'
import css from './exchange.module.css'
import { Precedence, useOrder } from './precedence.tsx'

type Ways = readonly (readonly [LossRule, string])[]

const OF_OVERLAPS: Ways = [
  ['longest', 'The longest'],
  ['innermost', 'The innermost'],
  ['label', 'By its label'],
  ['split', 'All, cut into pieces'],
]
const OF_PIECES: Ways = [
  ['longest', 'The longest piece'],
  ['split', 'All pieces, each as a mark of its own'],
]

const SETTLED: readonly Loss['kind'][] = ['nested', 'crossing', 'identical', 'discontinuous']

type LossProps = { readonly loss: readonly Loss[] }

/** What becomes of the export where it loses something. */
export const RuleChoice = ({ loss }: LossProps) => (
  <>
    <WhichStays loss={loss} />
    <FailChoice loss={loss} />
  </>
)

/** Which of several marks, or of a mark’s pieces, stays: only where a rule settles anything. */
function WhichStays({ loss }: LossProps) {
  const rule = exporting(({ settings }) => settings.rule)
  const order = useOrder().map(({ id }) => id)
  const carries = exporting((state) => formatChosen(state)?.carries)
  const ways = waysIn(carries)
  if (!ways || (rule === 'longest' && !loss.some(({ kind }) => SETTLED.includes(kind)))) return null
  const chosen = ways.some(([way]) => way === rule) ? rule : 'longest'
  const choose = (way: LossRule) =>
    // The order that is shown is the one that holds.
    changeExport({ rule: way, ...(way === 'label' ? { precedence: order } : {}) })
  return (
    <fieldset className={css.part}>
      <legend>
        {ways === OF_PIECES ? 'What stays of a mark in pieces' : 'Which mark stays where not all can'}
      </legend>
      <div className={css.ways}>
        {ways.map(([way, words]) => (
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

function waysIn(carries: Carries | undefined): Ways | null {
  if (carries?.overlaps === false) return OF_OVERLAPS
  return carries?.fragments === false ? OF_PIECES : null
}

function FailChoice({ loss }: LossProps) {
  const onLoss = exporting(({ settings }) => settings.onLoss)
  if (loss.length === 0 && onLoss === 'report') return null
  return (
    <label className={css.check}>
      <input
        type="checkbox"
        checked={onLoss === 'fail'}
        onChange={({ target }) => changeExport({ onLoss: target.checked ? 'fail' : 'report' })}
      />
      <span>Export nothing if anything is lost</span>
    </label>
  )
}
