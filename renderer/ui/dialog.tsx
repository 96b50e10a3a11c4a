import { type ReactNode, useEffect, useRef } from 'react'
import css from './dialog.module.css'

export type DialogProps = {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A sheet over the desk. Escape closes it, and the focus goes back to where it was. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const before = document.activeElement
    dialog.current?.showModal()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog ref={dialog} aria-label={title} className={css.dialog} onClose={onClose}>
      <header className={css.header}>
        <h1 className={css.title}>{title}</h1>
        <button type="button" onClick={onClose}>
          Close
        </button>
      </header>
      <div className={css.body}>{children}</div>
    </dialog>
  )
}
