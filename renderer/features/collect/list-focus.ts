import { useState } from 'react'

type ListFocus = { readonly focus: object | null; readonly refocus: () => void }

/**
 * A list takes the focus when it is shown, so that its keys work at once, and when one of its rows is pressed; but not
 * from the tabs, where the arrow keys walk on.
 */
export function useListFocus(): ListFocus {
  const [focus, setFocus] = useState<object | null>(() => (isInTabs() ? null : {}))
  return { focus, refocus: () => setFocus({}) }
}

const isInTabs = (): boolean => document.activeElement?.getAttribute('role') === 'tab'
