import { useEffect, useRef } from 'react'
import { placeIn } from '../../../state/acts.ts'
import { type DeskState, desk } from '../../../state/desk.ts'
import { selectedAnnotation } from '../../../state/selecting.ts'
import { changeSentence, markSentence } from './mark-sentence.ts'

/**
 * Says what is selected and how it changes, to those who do not see it, and keeps silent while the caret moves: that is
 * read out already. Written at once and past React: a change of the page that comes later costs a frame of its own.
 */
export function SelectedVoice() {
  const voice = useRef<HTMLParagraphElement>(null)
  useEffect(
    () =>
      desk.subscribe((now, before) => {
        const said = sentenceFor(now, before)
        if (said !== null && voice.current) voice.current.textContent = said
      }),
    [],
  )
  return <p ref={voice} aria-live="polite" className="visually-hidden" />
}

/** Null where there is nothing new to be said. */
function sentenceFor(now: DeskState, before: DeskState): string | null {
  const [annotation, was] = [selectedAnnotation(now.open), selectedAnnotation(before.open)]
  if (annotation === was) return null
  const place = placeIn(now)
  if (!place || !annotation) return ''
  if (annotation.id !== was?.id) return markSentence(annotation, place)
  return changeSentence(was, annotation, place) || null
}
