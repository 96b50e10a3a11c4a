import { type ReactNode, type SyntheticEvent, useEffect, useLayoutEffect, useRef } from 'react'
import css from './dialog.module.css'

export type DialogProps = {
  readonly title: string
  readonly onClose: () => void
  /** Without a header: what is in it is worked by keys, and Escape closes it. */
  readonly isBare?: boolean
  /** As wide as the window allows within reason: for lines that are to be read side by side. */
  readonly isWide?: boolean
  readonly children: ReactNode
}

/** A ref for the field of a sheet that has the focus when the sheet opens. */
export const focusedFirst = (element: HTMLElement | null): void => element?.setAttribute('autofocus', '')

/** A sheet over the desk. Escape closes it, and the focus goes back to where it was. */
export function Dialog({ title, onClose, isBare = false, isWide = false, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const before = useRef<Element | null>(null)
  // At once, so that the next key finds the focus here.
  useLayoutEffect(() => {
    before.current = document.activeElement
    dialog.current?.showModal()
  }, [])
  // Only once it is gone: while it is open, nothing below it can have the focus.
  useEffect(
    () => () => {
      if (before.current instanceof HTMLElement) before.current.focus()
    },
    [],
  )
  // Closed by its owner at once: the browser's own closing is told a moment later, when another sheet may be up.
  const onCancel = (event: SyntheticEvent) => {
    event.preventDefault()
    onClose()
  }
  if (isBare) {
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the key for it
      <dialog
        ref={dialog}
        aria-label={title}
        className={`${css.dialog} ${css.bare}`}
        onCancel={onCancel}
        onClose={onClose}
        onClick={({ target }) => target === dialog.current && onClose()}
      >
        {children}
      </dialog>
    )
  }
  return (
    <dialog
      ref={dialog}
      aria-label={title}
      className={isWide ? `${css.dialog} ${css.wide}` : css.dialog}
      onCancel={onCancel}
      onClose={onClose}
    >
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
