import { besideWords, type Loss, lossWords } from '#shared/format/interchange/losses.ts'
import type { ExportPreview } from '#shared/ipc/exchange.ts'
import view from './exchange.module.css'
import css from './loss-report.module.css'
import { RuleChoice } from './rule-choice.tsx'

type SeenProps = { readonly preview: ExportPreview | null }

/** What of the annotations the format cannot hold, counted; and what beside them it has no place for. */
export function LossReport({ preview }: SeenProps) {
  const loss = preview?.loss ?? []
  return (
    <section aria-label="What is lost" className={view.report}>
      <h2>What is lost</h2>
      {preview && loss.length === 0 && <p className={view.good}>{unharmedWords(preview)}</p>}
      {loss.length > 0 && <LossList loss={loss} />}
      <RuleChoice loss={loss} />
      {preview && preview.beside.length > 0 && (
        <p className={view.quiet}>
          Beside the annotations, this is not in it: {besideWords(preview.beside)}.
        </p>
      )}
    </section>
  )
}

function unharmedWords({ annotations, beside }: ExportPreview): string {
  if (annotations === 0) return 'No annotation is chosen, so none can lose anything.'
  return beside.length === 0 ? 'Nothing is lost.' : 'No annotation loses anything.'
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
