import { lowered } from '#shared/domain/hint.ts'
import { hintsOfSelected } from '../../state/checking.ts'
import { useDesk } from '../../state/desk.ts'
import { useKeys } from '../../state/keys.ts'
import { mendSelected } from '../../state/mending.ts'
import css from './hint-line.module.css'

/** What the checks say of the selected annotation: the first hint, and how it is mended. */
export function HintLine() {
  const hints = useDesk(hintsOfSelected)
  const isReadOnly = useDesk(({ open }) => open?.access.kind !== 'write')
  const { shown, spoken } = useKeys('annotation.mend')
  const [hint, ...more] = hints
  if (!hint) return null
  return (
    <div className={css.line}>
      <p className={css.sentence}>
        Hint: {lowered(hint.sentence)}
        {more.length > 0 && <span className={css.more}> And {more.length} more.</span>}
      </p>
      <button type="button" disabled={isReadOnly} aria-keyshortcuts={spoken} onClick={mendSelected}>
        Mend {shown && <kbd>{shown}</kbd>}
      </button>
    </div>
  )
}
