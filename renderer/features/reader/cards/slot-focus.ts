import { type RefObject, useEffect, useRef } from 'react'
import { type DeskState, desk, type Slot } from '../../../state/desk.ts'

/** The field of a slot: it takes the focus, and comes in sight with its list, whenever the desk asks for that slot. */
export function useSlotFocus<Field extends HTMLElement>(
  kind: Slot['kind'],
  id: string,
): RefObject<Field | null> {
  const field = useRef<Field>(null)
  useEffect(() => {
    const isMeant = ({ focus, slot }: DeskState) =>
      focus?.pane === 'role' && slot?.kind === kind && slot.id === id
    return desk.subscribe((now, before) => {
      if (now.focus === before.focus || !isMeant(now)) return
      const target = field.current?.querySelector<HTMLElement>('input:checked') ?? field.current
      target?.focus()
      requestAnimationFrame(() => bringIntoSight(target))
    })
  }, [kind, id])
  return field
}

function bringIntoSight(field: HTMLElement | null): void {
  const list = field?.getAttribute('aria-controls')
  const shown = (list && document.getElementById(list)) || field
  shown?.scrollIntoView({ block: 'nearest' })
}
