import { type RefObject, useEffect, useState } from 'react'

const NONE: readonly string[] = []

/** Ids of the marks that the mouse rests on, the innermost first. Looked up once a frame, in what is painted. */
export function useMarksUnderMouse(scroller: RefObject<HTMLElement | null>): readonly string[] {
  const [ids, setIds] = useState(NONE)
  useEffect(() => {
    const element = scroller.current as HTMLElement
    let target: EventTarget | null = null
    let frame = 0
    const look = () => {
      frame = 0
      const now = marksAround(target)
      setIds((before) => (before.join() === now.join() ? before : now))
    }
    const follow = (event: MouseEvent) => {
      target = event.type === 'mouseleave' ? null : event.target
      frame ||= requestAnimationFrame(look)
    }
    element.addEventListener('mousemove', follow, { passive: true })
    element.addEventListener('mouseleave', follow)
    return () => {
      cancelAnimationFrame(frame)
      element.removeEventListener('mousemove', follow)
      element.removeEventListener('mouseleave', follow)
    }
  }, [scroller])
  return ids
}

/** The pieces of nested marks are nested elements. */
function marksAround(target: EventTarget | null): readonly string[] {
  const ids: string[] = []
  let element = target instanceof Element ? target.closest<HTMLElement>('[data-annotation-id]') : null
  while (element) {
    ids.push(element.dataset.annotationId as string)
    element = element.parentElement?.closest<HTMLElement>('[data-annotation-id]') ?? null
  }
  return ids.length > 0 ? ids : NONE
}
