import { type Loss, lossWords } from '#shared/format/interchange/losses.ts'
import { exporting, formatChosen } from '../../state/exporting.ts'
import { lackSentence } from './carried-words.ts'
import view from './exchange.module.css'
import css from './loss-report.module.css'
import { RuleChoice } from './rule-choice.tsx'

/** What of the annotations the format cannot hold, counted; and what it has no place for at all. */
export function LossReport({ loss }: { readonly loss: readonly Loss[] | null }) {
  const format = exporting(formatChosen)
  return (
    <section aria-label="What is lost" className={view.report}>
      <h2>What is lost</h2>
      {loss?.length === 0 && <p className={view.good}>Nothing is lost.</p>}
      {loss && loss.length > 0 && <LossList loss={loss} />}
      <RuleChoice loss={loss ?? []} />
      {format && (
        <p className={view.quiet}>
          {lackSentence(
            format,
            loss?.map(({ kind }) => kind),
          )}
        </p>
      )}
    </section>
  )
}

function LossList({ loss }: { readonly loss: readonly Loss[] }) {
  return (
    <ul className={css.losses}>
      {loss.map((one) => (
        <li key={one.kind}>
          <OneLoss loss={one} />
        </li>
      ))}
    </ul>
  )
}

/** A line; it opens where there is more than one example. */
function OneLoss({ loss }: { readonly loss: Loss }) {
  const [first, ...others] = loss.examples
  const line = (
    <>
      <strong>{lossWords(loss)}</strong>{' '}
      <span dir="auto" className={css.example}>
        {first}
      </span>
    </>
  )
  if (others.length === 0) return <p className={css.line}>{line}</p>
  return (
    <details>
      <summary className={css.line}>{line}</summary>
      {others.map((example) => (
        <p key={example} dir="auto" className={css.example}>
          {example}
        </p>
      ))}
    </details>
  )
}
