import { type RefObject, useEffect, useRef } from 'react'
import { reviewFile } from '../../../state/review-file.ts'

/** What is given the focus when a command leads to its part, once that is there. */
export function useWanted<E extends HTMLElement>(part: 'make' | 'take', isThere = true): RefObject<E | null> {
  const first = useRef<E>(null)
  const wanted = reviewFile((state) => state.wanted)
  useEffect(() => {
    if (wanted?.part !== part || !isThere) return
    first.current?.focus()
    reviewFile.setState({ wanted: null })
  }, [wanted, part, isThere])
  return first
}
