import type { Annotation } from '#shared/domain/annotation.ts'
import { isMention } from '#shared/domain/scheme.ts'
import { selectedAct } from './acts.ts'
import { desk, focusPane, schemeInUse } from './desk.ts'

const MENTION = 'application/x-glosswright-mention'

/** What lets a mention be dragged into a role of the selected act, wherever it is listed. */
export function dragsMention({ id, label }: Pick<Annotation, 'id' | 'label'>) {
  if (!isMention(schemeInUse(), label)) return {}
  return {
    draggable: true,
    onDragStart: ({ dataTransfer }: { readonly dataTransfer: DataTransfer }) => {
      dataTransfer.setData(MENTION, id)
      dataTransfer.effectAllowed = 'link'
      window.removeEventListener('mouseup', backToText)
    },
    onDragEnd: backToText,
    // Lists keep the focus where it is by preventing this, and with it dragging: so they only do while there is no act.
    onMouseDown: (event: { readonly stopPropagation: () => void }) => {
      if (!selectedAct(desk.getState())) return
      event.stopPropagation()
      window.addEventListener('mouseup', backToText, { once: true })
    },
  }
}

const backToText = () => focusPane('reader')

export const carriesMention = (transfer: DataTransfer): boolean => transfer.types.includes(MENTION)

/** The id of the mention that was dropped; null where it was something else. */
export const droppedMention = (transfer: DataTransfer): string | null => transfer.getData(MENTION) || null
