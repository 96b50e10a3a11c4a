import type { CommandId } from '#shared/commands.ts'
import type { DraftSide } from '#shared/review/draft-mark.ts'
import { boundNow } from '../../state/keys.ts'

export type Act = () => unknown

/** What shapes a mark that is put right. */
export type Shaping = {
  readonly move: (side: DraftSide, isForward: boolean) => void
  readonly endWithClause: () => void
  readonly label: (id: string) => void
  readonly cycleAttribute: (id: string) => void
}

/** Ends, labels and values are given by the keys that give them in the reader, wherever those are put. */
export function shapingAct(keys: string, shaping: Shaping): Act | undefined {
  const ends: readonly (readonly [CommandId, Act])[] = [
    ['select.start-back', () => shaping.move('start', false)],
    ['select.start-on', () => shaping.move('start', true)],
    ['select.end-on', () => shaping.move('end', true)],
    ['select.end-back', () => shaping.move('end', false)],
    ['select.end-clause', shaping.endWithClause],
  ]
  const end = boundTo(ends, keys)
  if (end) return end
  const id = boundNow().byKeys.get(keys)?.id ?? ''
  if (id.startsWith('mark.')) return () => shaping.label(id.slice('mark.'.length))
  if (id.startsWith('attribute.')) return () => shaping.cycleAttribute(id.slice('attribute.'.length))
  return undefined
}

export function boundTo(list: readonly (readonly [CommandId, Act])[], keys: string): Act | undefined {
  const { byId } = boundNow()
  return list.find(([id]) => byId.get(id)?.keys.includes(keys))?.[1]
}

export const pressed = ({ key, shiftKey }: KeyboardEvent): string =>
  key.length === 1 ? `${shiftKey && isLetter(key) ? 'Shift+' : ''}${key.toUpperCase()}` : key

const isLetter = (key: string): boolean => key.toLowerCase() !== key.toUpperCase()

export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && ['text', 'search'].includes(target.type))
