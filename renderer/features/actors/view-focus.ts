import { useLayoutEffect } from 'react'

/** Keeps the focus in the view when what had it is gone: a name that was removed, a question that is settled. */
export function useFocusKept(): void {
  useLayoutEffect(() => {
    if (document.activeElement === document.body) toActorList()
  })
}

/** Leads from a field back to the list of actors. */
export const toActorList = (): void =>
  document.querySelector<HTMLElement>('section[aria-label="All actors"] [role="listbox"]')?.focus()
