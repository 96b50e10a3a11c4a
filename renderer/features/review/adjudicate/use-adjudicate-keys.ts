import { useEffect } from 'react'
import type { CommandId } from '#shared/commands.ts'
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
import { boundNow } from '../../../state/keys.ts'
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

type Act = () => unknown

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

/** The keys that these have in the reader, wherever they are put. */
const SHAPING: readonly (readonly [CommandId, Act])[] = [
  ['select.start-back', () => moveDraft('start', false)],
  ['select.start-on', () => moveDraft('start', true)],
  ['select.end-on', () => moveDraft('end', true)],
  ['select.end-back', () => moveDraft('end', false)],
  ['select.end-clause', endDraftWithClause],
]

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
  if (writing === 'edit') return shapingAct(keys, event)
  if (/^[1-9]$/.test(keys)) return () => takeVersion(Number(keys) - 1)
  return DECIDING[keys]
}

/** Labels and values are given by the keys that give them in the reader. */
function shapingAct(keys: string, { target }: KeyboardEvent): Act | undefined {
  if (keys === 'Enter') return target instanceof HTMLButtonElement ? undefined : takeDraft
  if (keys === 'V') return otherVersion
  const { byId, byKeys } = boundNow()
  const shaping = SHAPING.find(([id]) => byId.get(id)?.keys.includes(keys))
  const id = byKeys.get(keys)?.id ?? ''
  if (shaping) return shaping[1]
  if (id.startsWith('mark.')) return () => labelDraft(id.slice('mark.'.length))
  return id.startsWith('attribute.') ? () => cycleDraftAttribute(id.slice('attribute.'.length)) : undefined
}

const pressed = ({ key, shiftKey }: KeyboardEvent): string =>
  key.length === 1 ? `${shiftKey && isLetter(key) ? 'Shift+' : ''}${key.toUpperCase()}` : key

const isLetter = (key: string): boolean => key.toLowerCase() !== key.toUpperCase()

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && ['text', 'search'].includes(target.type))
