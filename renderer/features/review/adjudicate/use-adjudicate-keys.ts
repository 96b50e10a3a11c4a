import { useEffect } from 'react'
import {
  adjudicating,
  closeAdjudicated,
  stepDifference,
  stopWriting,
  toggleNames,
} from '../../../state/adjudicating.ts'
import { desk } from '../../../state/desk.ts'
import {
  cycleDraftAttribute,
  endDraftWithClause,
  labelDraft,
  moveDraft,
  otherVersion,
  startDraft,
} from '../../../state/gold-draft.ts'
import {
  acceptSame,
  finishArticle,
  leaveToDiscuss,
  rejectMarks,
  startReason,
  takeAll,
  takeDraft,
  takeVersion,
} from '../../../state/settling.ts'
import { type Act, isTyping, pressed, type Shaping, shapingAct } from '../shaping-keys.ts'

const DECIDING: Readonly<Record<string, Act>> = {
  J: () => stepDifference(1, true),
  K: () => stepDifference(-1, true),
  'Shift+J': () => stepDifference(1, false),
  'Shift+K': () => stepDifference(-1, false),
  A: acceptSame,
  B: takeAll,
  E: startDraft,
  X: rejectMarks,
  D: leaveToDiscuss,
  R: startReason,
  H: toggleNames,
}

const SHAPING: Shaping = {
  move: moveDraft,
  endWithClause: endDraftWithClause,
  label: labelDraft,
  cycleAttribute: cycleDraftAttribute,
}

/** The keys of the adjudication, wherever in the window the focus is; plain ones not where something is typed. */
export function useAdjudicateKeys(): void {
  useEffect(() => {
    // Before anybody else has them: Escape leads back to the list first, and only from there to the article.
    document.addEventListener('keydown', onKey, true)
    return () => document.removeEventListener('keydown', onKey, true)
  }, [])
}

function onKey(event: KeyboardEvent): void {
  const { open } = adjudicating.getState()
  if (!open || desk.getState().sheet || event.isComposing || event.altKey) return
  const act = isTyping(event.target) ? typingAct(event) : actFor(event)
  if (!act) return
  event.preventDefault()
  event.stopPropagation()
  if (!event.repeat || /^[jk]$/i.test(event.key)) act()
}

const typingAct = ({ key }: KeyboardEvent): Act | undefined =>
  key === 'Escape' && adjudicating.getState().writing ? stopWriting : undefined

function actFor(event: KeyboardEvent): Act | undefined {
  const { writing } = adjudicating.getState()
  if (event.ctrlKey || event.metaKey) return event.key === 'Enter' && !writing ? finishArticle : undefined
  if (event.key === 'Escape') return writing ? stopWriting : closeAdjudicated
  const keys = pressed(event)
  if (writing === 'edit') return draftAct(keys, event)
  if (/^[1-9]$/.test(keys)) return () => takeVersion(Number(keys) - 1)
  return DECIDING[keys]
}

function draftAct(keys: string, { target }: KeyboardEvent): Act | undefined {
  if (keys === 'Enter') return target instanceof HTMLButtonElement ? undefined : takeDraft
  return keys === 'V' ? otherVersion : shapingAct(keys, SHAPING)
}
