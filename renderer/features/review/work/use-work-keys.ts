import { useEffect } from 'react'
import type { CommandId } from '#shared/commands.ts'
import { desk } from '../../../state/desk.ts'
import {
  accept,
  acceptAllLeft,
  commentOnWhole,
  step,
  stopWriting,
  toggleOnlyLeft,
  toggleResolved,
  unjudge,
} from '../../../state/judging.ts'
import {
  cycleDraftAttribute,
  endDraftWithClause,
  labelDraft,
  moveDraft,
  startWriting,
} from '../../../state/proposing.ts'
import { closeWork, nextWork, reviewing } from '../../../state/reviewing.ts'
import { type Act, boundTo, isTyping, pressed, type Shaping, shapingAct } from '../shaping-keys.ts'

type Keys = Readonly<Record<string, Act>>

/** While marks are looked at. */
const JUDGING: Keys = {
  A: accept,
  C: () => startWriting('change'),
  X: () => startWriting('reject'),
  N: () => startWriting('comment'),
  'Shift+N': commentOnWhole,
  V: toggleResolved,
  U: unjudge,
  O: toggleOnlyLeft,
  'Shift+A': acceptAllLeft,
}

/** The keys that these have in the reader, wherever they are put. */
const WALKING: readonly (readonly [CommandId, Act])[] = [
  ['go.next-annotation', () => step(1)],
  ['go.previous-annotation', () => step(-1)],
]
const SHAPING: Shaping = {
  move: moveDraft,
  endWithClause: endDraftWithClause,
  label: labelDraft,
  cycleAttribute: cycleDraftAttribute,
}

/** The keys of the review, wherever in the window the focus is; plain ones not where something is typed. */
export function useWorkKeys(): void {
  useEffect(() => {
    // Before anybody else has them: Escape leads back to the list first, and only from there to the article.
    document.addEventListener('keydown', onKey, true)
    return () => document.removeEventListener('keydown', onKey, true)
  }, [])
}

function onKey(event: KeyboardEvent): void {
  const { work } = reviewing.getState()
  if (!work || desk.getState().sheet || event.isComposing || event.altKey) return
  const act = isTyping(event.target) ? typingAct(event) : actFor(event)
  if (!act) return
  event.preventDefault()
  event.stopPropagation()
  if (!event.repeat || act === walkingAct(event)) act()
}

/** What is typed is sent by its form, with Ctrl+Enter; Escape gives it up. */
function typingAct(event: KeyboardEvent): Act | undefined {
  return event.key === 'Escape' && reviewing.getState().writing ? stopWriting : undefined
}

function actFor(event: KeyboardEvent): Act | undefined {
  const { writing } = reviewing.getState()
  if (event.ctrlKey || event.metaKey) return event.key === 'Enter' && !writing ? nextWork : undefined
  if (event.key === 'Escape') return writing ? stopWriting : closeWork
  if (writing === 'change') return shapingAct(pressed(event), SHAPING)
  return walkingAct(event) ?? JUDGING[pressed(event)]
}

const walkingAct = (event: KeyboardEvent) => boundTo(WALKING, pressed(event))
