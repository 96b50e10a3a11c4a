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
import { boundNow } from '../../../state/keys.ts'
import {
  cycleDraftAttribute,
  endDraftWithClause,
  labelDraft,
  moveDraft,
  startWriting,
} from '../../../state/proposing.ts'
import { closeWork, nextWork, reviewing } from '../../../state/reviewing.ts'

type Keys = Readonly<Record<string, () => unknown>>

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
const WALKING: readonly (readonly [CommandId, () => unknown])[] = [
  ['go.next-annotation', () => step(1)],
  ['go.previous-annotation', () => step(-1)],
]
const CHANGING: readonly (readonly [CommandId, () => unknown])[] = [
  ['select.start-back', () => moveDraft('start', false)],
  ['select.start-on', () => moveDraft('start', true)],
  ['select.end-on', () => moveDraft('end', true)],
  ['select.end-back', () => moveDraft('end', false)],
  ['select.end-clause', endDraftWithClause],
]

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
function typingAct(event: KeyboardEvent): (() => unknown) | undefined {
  return event.key === 'Escape' && reviewing.getState().writing ? stopWriting : undefined
}

function actFor(event: KeyboardEvent): (() => unknown) | undefined {
  const { writing } = reviewing.getState()
  if (event.ctrlKey || event.metaKey) return event.key === 'Enter' && !writing ? nextWork : undefined
  if (event.key === 'Escape') return writing ? stopWriting : closeWork
  if (writing === 'change') return changingAct(event)
  return walkingAct(event) ?? JUDGING[pressed(event)]
}

const walkingAct = (event: KeyboardEvent) => boundTo(WALKING, event)

/** Labels and values are given by the keys that give them in the reader. */
function changingAct(event: KeyboardEvent): (() => unknown) | undefined {
  const moving = boundTo(CHANGING, event)
  if (moving) return moving
  const id = boundNow().byKeys.get(pressed(event))?.id
  if (id?.startsWith('mark.')) return () => labelDraft(id.slice('mark.'.length))
  if (id?.startsWith('attribute.')) return () => cycleDraftAttribute(id.slice('attribute.'.length))
  return undefined
}

function boundTo(
  list: readonly (readonly [CommandId, () => unknown])[],
  event: KeyboardEvent,
): (() => unknown) | undefined {
  const { byId } = boundNow()
  return list.find(([id]) => byId.get(id)?.keys.includes(pressed(event)))?.[1]
}

const pressed = ({ key, shiftKey }: KeyboardEvent): string =>
  key.length === 1 ? `${shiftKey && key !== key.toLowerCase() ? 'Shift+' : ''}${key.toUpperCase()}` : key

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && ['text', 'search'].includes(target.type))
