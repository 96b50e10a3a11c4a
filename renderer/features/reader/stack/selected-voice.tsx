import { useEffect, useState } from 'react'
import { type DeskState, desk, schemeInUse } from '../../../state/desk.ts'
import { selectedAnnotation } from '../../../state/selecting.ts'
import { markSentence } from './mark-sentence.ts'

/** After so many milliseconds without another one: who steps through marks hears the one that they stay at. */
const PAUSE = 150

/** Says what is selected, to those who do not see it. It keeps silent while the caret moves: that is read out already. */
export function SelectedVoice() {
  const [sentence, setSentence] = useState('')
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const unsubscribe = desk.subscribe((now, before) => {
      if (now.open?.selected === before.open?.selected) return
      clearTimeout(timer)
      timer = setTimeout(() => setSentence(sentenceFor(desk.getState())), PAUSE)
    })
    return () => {
      unsubscribe()
      clearTimeout(timer)
    }
  }, [])
  return (
    <p aria-live="polite" className="visually-hidden">
      {sentence}
    </p>
  )
}

function sentenceFor({ open }: DeskState): string {
  const annotation = selectedAnnotation(open)
  if (!open || !annotation) return ''
  return markSentence(annotation, {
    text: open.text,
    annotations: open.record.annotations,
    scheme: schemeInUse(),
  })
}
