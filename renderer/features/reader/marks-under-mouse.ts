import { type RefObject, useEffect, useState } from 'react'

const NONE: readonly string[] = []

type Named = 'data-annotation-id' | 'data-other'

/**
 * What the marks that the mouse rests on have in an attribute, the innermost first. Looked up once a frame, in what is
 * painted.
 */
export function useMarksUnderMouse(scroller: RefObject<HTMLElement | null>, named: Named): readonly string[] {
  const [ids, setIds] = useState(NONE)
  useEffect(() => {
    const element = scroller.current as HTMLElement
    let target: EventTarget | null = null
    let frame = 0
    const look = () => {
      frame = 0
      const now = marksAround(target, named)
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
  }, [scroller, named])
  return ids
}

/** The pieces of nested marks are nested elements. */
function marksAround(target: EventTarget | null, named: Named): readonly string[] {
  const ids: string[] = []
  let element = target instanceof Element ? target.closest(`[${named}]`) : null
  while (element) {
    ids.push(element.getAttribute(named) as string)
    element = element.parentElement?.closest(`[${named}]`) ?? null
  }
  return ids.length > 0 ? ids : NONE
}
