import { type KeyboardEvent, useState } from 'react'
import { kindsToChoose, markAsBoilerplate } from '../../state/marking-boilerplate.ts'
import { focusedFirst } from '../../ui/dialog.tsx'
import css from './boilerplate-kinds.module.css'

/** The kinds of boilerplate, the last one first; a digit chooses, or the arrows and Enter. */
export function BoilerplateKinds({ onDone }: { readonly onDone: () => void }) {
  const [kinds] = useState(kindsToChoose)
  const take = (kind: string | undefined) => {
    if (kind === undefined) return
    onDone()
    markAsBoilerplate(kind)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = STEPS[event.key]
    if (step !== undefined) {
      const buttons = [...event.currentTarget.querySelectorAll('button')]
      const at = buttons.indexOf(document.activeElement as HTMLButtonElement) + step
      buttons[(at + buttons.length) % buttons.length]?.focus()
    } else if (/^\d$/.test(event.key)) take(kinds[(Number(event.key) + 9) % 10])
    else return
    event.preventDefault()
  }
  return (
    <ul className={css.kinds} onKeyDown={onKeyDown}>
      {kinds.map((kind, i) => (
        <li key={kind}>
          <button
            ref={i === 0 ? focusedFirst : null}
            type="button"
            aria-keyshortcuts={digitOf(i)}
            onClick={() => take(kind)}
          >
            <span className={css.digit}>{i < 10 && <kbd>{digitOf(i)}</kbd>}</span> {kind}
          </button>
        </li>
      ))}
    </ul>
  )
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/** The last ones are reached by the arrows. */
const digitOf = (index: number): string | undefined => (index < 10 ? `${(index + 1) % 10}` : undefined)
