import { type RefObject, useLayoutEffect, useState } from 'react'

export type Rows = {
  readonly count: number
  /** Index of the row that is kept in sight, -1 for none. */
  readonly selected: number
  /** CSS pixels. */
  readonly rowHeight: number
}

/** The rows to render: from `first` up to but not including `next`. */
export type RowsInSight = { readonly first: number; readonly next: number }

/** Rows are rendered so many at a time, so that a list that is scrolled does not render anew for each of them. */
const STEP = 4

/** The rows of a list that are in sight or nearly so. Costs the same however long the list is. */
export function useRowsInSight(
  scroller: RefObject<HTMLElement | null>,
  { count, selected, rowHeight }: Rows,
): RowsInSight {
  const [sight, setSight] = useState<RowsInSight>({ first: 0, next: 4 * STEP })
  useLayoutEffect(() => {
    const element = scroller.current as HTMLElement
    const follow = () => {
      const seen = rowsAt(element, rowHeight)
      setSight((before) => (before.first === seen.first && before.next === seen.next ? before : seen))
    }
    const sizes = new ResizeObserver(follow)
    sizes.observe(element)
    element.addEventListener('scroll', follow, { passive: true })
    return () => {
      sizes.disconnect()
      element.removeEventListener('scroll', follow)
    }
  }, [scroller, rowHeight])
  useLayoutEffect(() => {
    if (selected < 0) return
    const element = scroller.current as HTMLElement
    const target = scrolledTo(element, selected * rowHeight, rowHeight)
    if (target === element.scrollTop) return
    element.scrollTop = target
    // Not left to the event, which comes a frame later: the selected row would be missing in this one.
    setSight(rowsAt(element, rowHeight))
  }, [scroller, selected, rowHeight])
  return { first: Math.min(sight.first, count), next: Math.min(sight.next, count) }
}

function rowsAt({ scrollTop, clientHeight }: HTMLElement, rowHeight: number): RowsInSight {
  const first = Math.floor(scrollTop / rowHeight / STEP) * STEP
  const next = Math.ceil((scrollTop + clientHeight) / rowHeight / STEP) * STEP
  return { first: Math.max(0, first - STEP), next: next + STEP }
}

/** Where to scroll to so that all of a row is in sight, by the shortest way. */
function scrolledTo({ scrollTop, clientHeight }: HTMLElement, top: number, rowHeight: number): number {
  return Math.min(top, Math.max(scrollTop, top + rowHeight - clientHeight))
}
