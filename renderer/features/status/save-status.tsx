import { useDesk } from '../../state/desk.ts'
import css from './status-bar.module.css'

/** Whether everything is on disk: said only once the main process has said so. */
export function SaveStatus() {
  const problem = useDesk(({ saveProblem }) => saveProblem)
  const isSaving = useDesk(({ unsaved }) => unsaved.length > 0)
  const kept = problem && `${problem} What you did is kept, and saved as soon as that can be done.`
  const text = kept ?? (isSaving ? 'Saving…' : 'All changes saved')
  return (
    <div role="status" className={problem ? css.problem : css.quiet}>
      {text}
    </div>
  )
}
