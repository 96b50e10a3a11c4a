import { useEffect, useRef } from 'react'
import { useDesk } from '../../../state/desk.ts'
import { cancelMerging, chooseColleague, merging } from '../../../state/merging.ts'
import css from './merge.module.css'
import { MergeFound } from './merge-found.tsx'
import { MergeOutcome } from './merge-outcome.tsx'

/** A colleague's work: looked at first, then merged. */
export function MergePanel() {
  const found = merging((state) => state.found)
  const report = merging((state) => state.report)
  const problem = merging((state) => state.problem)
  return (
    <section aria-labelledby="merge-title" className={css.panel}>
      <h2 id="merge-title">Merge a colleague’s work</h2>
      <p className={css.quiet}>
        The folder of a colleague’s workspace, a zip of it, or a dataset that Glosswright exported: drop it on
        the window, or choose it here. You see what it would bring before anything is changed.
      </p>
      <Ways />
      <Working />
      {problem !== null && (
        <p role="alert" className={css.problem}>
          {problem}
        </p>
      )}
      {report && <MergeOutcome report={report} />}
      {found && <MergeFound found={found} />}
    </section>
  )
}

function Ways() {
  const asked = merging((state) => state.asked)
  const isBusy = merging(({ work }) => work !== null)
  const canWrite = useDesk(({ workspace }) => workspace?.access.kind === 'write')
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!asked) return
    first.current?.focus()
    merging.setState({ asked: null })
  }, [asked])
  // Not disabled while it works: the focus would be lost.
  const state = { type: 'button', disabled: !canWrite, 'aria-disabled': isBusy } as const
  return (
    <div className={css.row}>
      <button ref={first} {...state} onClick={() => void chooseColleague('folder')}>
        Choose a folder…
      </button>
      <button {...state} onClick={() => void chooseColleague('file')}>
        Choose a file…
      </button>
      {!canWrite && <span className={css.quiet}>This workspace can only be read.</span>}
    </div>
  )
}

function Working() {
  const work = merging((state) => state.work)
  const progress = merging((state) => state.progress)
  if (!work) return null
  const words = work === 'reading' ? 'Reading the work' : 'Merging'
  return (
    <div className={css.row}>
      <progress aria-label={words} {...(progress ? { value: progress.done, max: progress.total } : {})} />
      <span className={css.quiet}>{words}…</span>
      <button type="button" onClick={() => void cancelMerging()}>
        Cancel
      </button>
    </div>
  )
}
