import { useEffect, useRef } from 'react'
import { newestStep } from '#shared/domain/history.ts'
import type { BroughtReport } from '#shared/ipc/exchange.ts'
import { brought, cancelBrought, chooseBrought, isTakenBack, takeBack } from '../../state/brought.ts'
import { useDesk } from '../../state/desk.ts'
import { useKeys, withKeys } from '../../state/keys.ts'
import css from './brought.module.css'
import { BroughtFound } from './brought-found.tsx'
import { RefusedRecords } from './brought-refused.tsx'
import view from './exchange.module.css'
import { isInTabs } from './in-tabs.ts'
import { reportWords, takenBackWords } from './report-words.ts'

/** Annotations that others have made, or another tool: found first, then taken. */
export function BroughtPanel() {
  const found = brought((state) => state.found)
  const report = brought((state) => state.report)
  const problem = brought((state) => state.problem)
  const isBusy = brought(({ work }) => work !== null)
  return (
    <div className={css.panel}>
      <Ways />
      <Working />
      {problem !== null && (
        <p role="alert" className={view.problem}>
          {problem}
        </p>
      )}
      {report && <Report report={report} />}
      {found && <BroughtFound key={`${found.name} ${found.format}`} found={found} />}
      {!found && !report && !isBusy && (
        <p className={view.quiet}>
          Choose what another annotator or another tool has made. Its articles are looked for here by their
          text, never by a file’s name; you see what was found before anything is taken.
        </p>
      )}
    </div>
  )
}

function Ways() {
  const isBusy = brought(({ work }) => work !== null)
  const canWrite = useDesk(({ workspace }) => workspace?.access.kind === 'write')
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!isInTabs()) first.current?.focus()
  }, [])
  // Not disabled while it works: the focus would be lost.
  const state = { type: 'button', disabled: !canWrite, 'aria-disabled': isBusy } as const
  return (
    <div className={css.ways}>
      <button ref={first} {...state} onClick={() => void chooseBrought('file')}>
        Choose a file…
      </button>
      <button {...state} onClick={() => void chooseBrought('folder')}>
        Choose a folder…
      </button>
      {!canWrite && <span className={view.quiet}>This workspace can only be read.</span>}
    </div>
  )
}

function Working() {
  const work = brought((state) => state.work)
  const progress = brought((state) => state.progress)
  if (!work) return null
  const words = work === 'reading' ? 'Reading the files' : 'Taking the annotations'
  return (
    <div className={css.ways}>
      <progress aria-label={words} {...(progress ? { value: progress.done, max: progress.total } : {})} />
      <span className={view.quiet}>{words}…</span>
      <button type="button" onClick={() => void cancelBrought()}>
        Cancel
      </button>
    </div>
  )
}

function Report({ report }: { readonly report: BroughtReport }) {
  const state = brought()
  const isBack = useDesk(({ history }) => isTakenBack(state, history))
  const line = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (isBack) line.current?.focus()
  }, [isBack])
  return (
    <section aria-label="What was taken" className={css.report}>
      <p ref={line} tabIndex={-1} className={css.ways}>
        <span aria-live="polite">{isBack ? takenBackWords(report) : reportWords(report)}</span>
        {!isBack && report.annotations > 0 && <UndoTaking />}
      </p>
      {!isBack && report.refused.length > 0 && <RefusedRecords refused={report.refused} />}
    </section>
  )
}

function UndoTaking() {
  const button = useRef<HTMLButtonElement>(null)
  const keys = useKeys('edit.undo')
  // What was done since would be undone first.
  const isNewest = useDesk(
    ({ history }) => newestStep(history, 'undo')?.bulk === brought.getState().step?.bulk,
  )
  useEffect(() => button.current?.focus(), [])
  if (!isNewest) return null
  return (
    <button ref={button} type="button" title={withKeys('Undo', keys)} onClick={() => void takeBack()}>
      Undo {keys.shown && <kbd>{keys.shown}</kbd>}
    </button>
  )
}
