import { type RefObject, useEffect, useRef } from 'react'
import { reviewFile } from '../../../state/review-file.ts'

/** A heading that is given the focus when a command leads to its part. */
export function useWanted(part: 'make' | 'take'): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  const wanted = reviewFile((state) => state.wanted)
  useEffect(() => {
    if (wanted?.part !== part) return
    heading.current?.focus()
    reviewFile.setState({ wanted: null })
  }, [wanted, part])
  return heading
}
