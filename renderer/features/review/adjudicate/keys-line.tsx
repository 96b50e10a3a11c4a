import { stepDifference } from '../../../state/adjudicating.ts'
import css from './adjudicate.module.css'

/** The keys of the adjudication that have no button elsewhere, and what else there is. */
export const KeysLine = () => (
  <footer className={css.keys}>
    <button type="button" onClick={() => stepDifference(-1, true)}>
      Previous open <kbd>K</kbd>
    </button>
    <button type="button" onClick={() => stepDifference(1, true)}>
      Next open <kbd>J</kbd>
    </button>
    <button type="button" onClick={() => stepDifference(-1, false)}>
      Previous <kbd>Shift+K</kbd>
    </button>
    <button type="button" onClick={() => stepDifference(1, false)}>
      Next <kbd>Shift+J</kbd>
    </button>
    <span>
      <kbd>1</kbd> <kbd>2</kbd> … take that annotator’s · <kbd>B</kbd> all · <kbd>E</kbd> edit · <kbd>X</kbd>{' '}
      reject · <kbd>D</kbd> discuss · <kbd>R</kbd> reason · <kbd>Ctrl+Z</kbd> undo
    </span>
  </footer>
)
