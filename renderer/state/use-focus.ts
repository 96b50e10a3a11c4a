import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { desk, focusPane, type Pane } from './desk.ts'

/** The field of `pane`: it takes the focus whenever the desk asks for that. What stands in a field of one line is selected. */
export function useFocus<Field extends HTMLInputElement | HTMLTextAreaElement>(
  pane: Pane,
): RefObject<Field | null> {
  const field = useRef<Field>(null)
  useEffect(
    () =>
      desk.subscribe(({ focus }, before) => {
        if (focus?.pane !== pane || focus === before.focus) return
        field.current?.focus()
        if (field.current instanceof HTMLInputElement) field.current.select()
      }),
    [pane],
  )
  return field
}

/** The focus must not go with what had it: it goes on to the text. */
export function useFocusGoesOn(section: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = section.current
    return () => {
      if (element?.contains(document.activeElement)) queueMicrotask(() => focusPane('reader'))
    }
  }, [section])
}
