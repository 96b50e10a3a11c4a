import { useMemo } from 'react'
import { desk, schemeInUse, useDesk } from '../../../state/desk.ts'
import { selectedAnnotation } from '../../../state/selecting.ts'
import { markSentence } from './mark-sentence.ts'

/**
 * Says what is selected, to those who do not see it, and keeps silent while the caret moves: that is read out already.
 * Not put off for who steps through marks quickly: each key silences what was being said, and a change of the page that
 * comes later costs a frame of its own.
 */
export function SelectedVoice() {
  const selected = useDesk(({ open }) => open?.selected ?? null)
  const sentence = useMemo(() => (selected === null ? '' : sentenceForSelected()), [selected])
  return (
    <p aria-live="polite" className="visually-hidden">
      {sentence}
    </p>
  )
}

function sentenceForSelected(): string {
  const { open } = desk.getState()
  const annotation = selectedAnnotation(open)
  if (!open || !annotation) return ''
  return markSentence(annotation, {
    text: open.text,
    annotations: open.record.annotations,
    scheme: schemeInUse(),
  })
}
