import { counted } from '#shared/domain/counted.ts'
import type { Format } from '#shared/format/interchange/format.ts'
import type { ExportDone } from '#shared/ipc/exchange.ts'
import { cancelExport, exportFault, exporting, formatChosen, runExport } from '../../state/exporting.ts'
import css from './exchange.module.css'

/** The button that exports, how far that is, and what became of it. */
export function ExportActions() {
  const format = exporting(formatChosen)
  const fault = exporting(exportFault)
  const isRunning = exporting(({ progress }) => progress !== null)
  return (
    <div className={css.actions}>
      <button
        type="button"
        className="primary"
        aria-keyshortcuts="E"
        disabled={!format || fault !== null}
        aria-disabled={isRunning}
        onClick={() => void runExport()}
      >
        Export… <kbd>E</kbd>
      </button>
      {isRunning ? <Running /> : format && <span className={css.quiet}>{fault ?? shapeWords(format)}</span>}
      <Outcome />
    </div>
  )
}

const shapeWords = ({ shape, ending }: Format) =>
  shape === 'file' ? `One file, .${ending}` : 'A folder of files'

function Running() {
  const progress = exporting((state) => state.progress)
  if (!progress) return null
  const { done, total } = progress
  return (
    <>
      <progress
        aria-label="Export under way"
        {...(total > 0 ? { value: done, max: total } : {})}
        className={css.progress}
      />
      {total > 0 && <span className={css.quiet}>{Math.floor((100 * done) / total)} %</span>}
      <button type="button" onClick={() => void cancelExport()}>
        Cancel
      </button>
    </>
  )
}

function Outcome() {
  const outcome = exporting((state) => state.outcome)
  const format = exporting(formatChosen)
  return (
    <div aria-live="polite" className={css.outcome}>
      {outcome && !outcome.ok && <p className={css.problem}>{outcome.problem.sentence}</p>}
      {outcome?.ok && format && <p>{doneSentence(outcome.value, format)}</p>}
    </div>
  )
}

function doneSentence({ out, articles, annotations, loss }: ExportDone, { reads, shape }: Format): string {
  const what = `${counted(annotations, 'annotation')} of ${counted(articles, 'article')}`
  const sentences = [
    `${what} ${annotations === 1 ? 'is' : 'are'} written to ${out}.`,
    reads && 'It was read back and compared.',
    loss.length > 0 && `What is lost is written down ${shape === 'file' ? 'beside' : 'in'} it.`,
  ]
  return sentences.filter(Boolean).join(' ')
}
