import { adjudicating, closeAdjudicated, toggleNames } from '../../../state/adjudicating.ts'
import type { OpenAdjudication } from '../../../state/open-adjudication.ts'
import { acceptSame, finishArticle } from '../../../state/settling.ts'
import css from './adjudicate.module.css'

/** Which article it is, and how far it has come. */
export function SettledHeader() {
  const open = adjudicating((state) => state.open) as OpenAdjudication
  const hidesNames = adjudicating((state) => state.hidesNames)
  const { counts } = open
  const isDone = open.gold.record.status === 'done'
  return (
    <header className={css.header}>
      <button type="button" onClick={closeAdjudicated}>
        All articles <kbd>Esc</kbd>
      </button>
      <h2 className={css.title}>{open.title}</h2>
      <p aria-live="polite">
        {counts.decided} of {counts.differences} decided · {counts.agreed} agreed · {counts.discussed} to
        discuss
        {isDone && (counts.open > 0 ? ' · done in gold, but changed since' : ' · done in gold')}
      </p>
      <progress
        aria-label="Differences decided"
        value={counts.decided}
        max={Math.max(1, counts.differences)}
      />
      <button type="button" aria-pressed={hidesNames} onClick={toggleNames}>
        Hide names <kbd>H</kbd>
      </button>
      {counts.agreed > 0 && (
        <button type="button" onClick={acceptSame}>
          Accept all that are the same <kbd>A</kbd>
        </button>
      )}
      <button type="button" onClick={finishArticle}>
        Finish, next article <kbd>Ctrl+Enter</kbd>
      </button>
    </header>
  )
}
