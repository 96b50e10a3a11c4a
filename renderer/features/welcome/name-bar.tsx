import { type FormEvent, useState } from 'react'
import { desk, focusPane, useDesk } from '../../state/desk.ts'
import { setAnnotator } from '../../state/workspace.ts'
import { focusedFirst } from '../../ui/dialog.tsx'
import css from './name-bar.module.css'

/** Asks once under which name the analyst's marks are kept. It stands in nobody's way: work can start at once. */
export function NameBar() {
  const isAsked = useDesk(
    ({ preferences, workspace }) => preferences.annotator === null && workspace !== null,
  )
  return isAsked ? (
    <aside aria-label="Your name" className={css.bar}>
      <span>Your marks are kept under your name.</span>
      <NameForm onDone={goOn} />
    </aside>
  ) : null
}

/** Another view stays, in its state; the bar that had the focus is gone. */
function goOn(): void {
  if (desk.getState().view === 'annotate') focusPane('reader')
  else document.querySelector<HTMLElement>('nav [aria-current]')?.focus()
}

type NameFormProps = {
  readonly onDone: () => void
  /** The sheet that it stands in opens with the field focused. */
  readonly isFirst?: boolean
}

export function NameForm({ onDone, isFirst = false }: NameFormProps) {
  const current = useDesk(
    ({ preferences, suggestedAnnotator }) => preferences.annotator ?? suggestedAnnotator,
  )
  const [name, setName] = useState(current)
  const [problem, setProblem] = useState<string | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const refused = await setAnnotator(name)
    setProblem(refused)
    if (!refused) onDone()
  }
  return (
    <form className={css.form} onSubmit={(event) => void submit(event)}>
      <input
        ref={isFirst ? focusedFirst : null}
        type="text"
        aria-label="Your name"
        aria-describedby="name-problem"
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <button type="submit" className="primary">
        Use this name
      </button>
      <span id="name-problem" role="alert" className={css.problem}>
        {problem}
      </span>
    </form>
  )
}
