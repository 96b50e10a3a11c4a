import { useEffect, useRef } from 'react'
import { newestStep } from '#shared/domain/history.ts'
import type { MergeReport } from '#shared/ipc/merging.ts'
import { useDesk } from '../../../state/desk.ts'
import { useKeys, withKeys } from '../../../state/keys.ts'
import { isMergeUndone, merging } from '../../../state/merging.ts'
import { undo } from '../../../state/travelling.ts'
import css from './merge.module.css'
import { outcomeWords, undoneWords } from './merge-words.ts'
import { NotMerged } from './not-merged.tsx'

/** What a merge came to, and the way back. */
export function MergeOutcome({ report }: { readonly report: MergeReport }) {
  const state = merging()
  const isUndone = useDesk(({ history }) => isMergeUndone(state, history))
  const line = useRef<HTMLParagraphElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what became of it is read when it has changed
  useEffect(() => line.current?.focus(), [report, isUndone])
  return (
    <section aria-label="What was merged" className={css.found}>
      <p ref={line} tabIndex={-1} className={css.row}>
        <span aria-live="polite">{isUndone ? undoneWords(report) : outcomeWords(report)}</span>
      </p>
      {!isUndone && <UndoMerge />}
      {!isUndone && <NotMerged refused={report.refused} />}
    </section>
  )
}

function UndoMerge() {
  const step = merging((state) => state.step)
  const keys = useKeys('edit.undo')
  // What was done since would be undone first.
  const isNewest = useDesk(({ history }) => newestStep(history, 'undo')?.bulk === step?.bulk)
  if (!step || !isNewest) return null
  return (
    <div className={css.row}>
      <button type="button" title={withKeys('Undo', keys)} onClick={() => void undo()}>
        Undo {keys.shown && <kbd>{keys.shown}</kbd>}
      </button>
    </div>
  )
}
