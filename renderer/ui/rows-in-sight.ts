import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

export type Rows = {
  readonly count: number
  /** Index of the row that is kept in sight, -1 for none. */
  readonly selected: number
  /** CSS pixels. */
  readonly rowHeight: number
}

/** The rows to render: from `first` up to but not including `next`. */
export type RowsInSight = { readonly first: number; readonly next: number }

/**
 * Where the list is scrolled to and how much of it is seen, in CSS pixels, as it was last told of. Asking the element
 * while it is being changed would make the browser lay out the page at once, and once more for the frame.
 */
type Frame = { readonly top: number; readonly height: number }

/** So many more rows are rendered before and after, so that a list that moves a little does not render anew. */
const SPARE = 5
/** A list of no more rows than this is rendered whole. */
const SHORT = 60

/** The rows of a list that are in sight or nearly so. Costs the same however long the list is. */
export function useRowsInSight(
  scroller: RefObject<HTMLElement | null>,
  { count, selected, rowHeight }: Rows,
): RowsInSight {
  const [sight, setSight] = useState<RowsInSight>({ first: 0, next: 2 * SPARE })
  const frame = useRef<Frame>({ top: 0, height: 0 })
  const showSelected = useRef(() => {})
  useLayoutEffect(() => {
    const element = scroller.current as HTMLElement
    const follow = () => {
      frame.current = { top: element.scrollTop, height: element.clientHeight }
      setSight((before) => rowsAround(frame.current, rowHeight, before))
    }
    const sizes = new ResizeObserver(() => {
      follow()
      showSelected.current()
    })
    follow()
    sizes.observe(element)
    element.addEventListener('scroll', follow, { passive: true })
    return () => {
      sizes.disconnect()
      element.removeEventListener('scroll', follow)
    }
  }, [scroller, rowHeight])
  useLayoutEffect(() => {
    showSelected.current = () => {
      const top =
        selected < 0 ? frame.current.top : scrolledTo(frame.current, selected * rowHeight, rowHeight)
      if (top === frame.current.top) return
      const element = scroller.current as HTMLElement
      element.scrollTop = top
      // Not left to the event, which comes a frame later: the selected row would be missing in this one.
      frame.current = { ...frame.current, top }
      setSight((before) => rowsAround(frame.current, rowHeight, before))
    }
    showSelected.current()
  }, [scroller, selected, rowHeight])
  if (count <= SHORT) return { first: 0, next: count }
  return { first: Math.min(sight.first, count), next: Math.min(sight.next, count) }
}

/** `rendered` again, as long as all that is in sight is among it. */
function rowsAround({ top, height }: Frame, rowHeight: number, rendered: RowsInSight): RowsInSight {
  const first = Math.max(0, Math.floor(top / rowHeight))
  const next = Math.ceil((top + height) / rowHeight)
  if (rendered.first <= first && next <= rendered.next) return rendered
  return { first: Math.max(0, first - SPARE), next: next + SPARE }
}

/** Where to scroll to so that all of a row is in sight, by the shortest way. */
function scrolledTo(frame: Frame, top: number, rowHeight: number): number {
  return Math.min(top, Math.max(frame.top, top + rowHeight - frame.height))
}
