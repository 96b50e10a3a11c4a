import { isMention } from '#shared/domain/scheme.ts'
import { desk, schemeInUse } from '../../../state/desk.ts'
import { fillAndGoOn } from '../../../state/filling.ts'
import type { ArticleEditor } from '../article-editor.ts'

/** While a role has the focus, a press on a mention in the text fills it, and the focus stays with the card. */
export function keepFilledByPress({ editor }: ArticleEditor): () => void {
  const text = editor.view.dom
  const onPress = (event: MouseEvent) => {
    const role = document.activeElement?.closest<HTMLElement>('[data-role-slot]')?.dataset.roleSlot
    const mention = event.button === 0 && role !== undefined ? mentionAt(event.target) : null
    if (role === undefined || !mention) return
    event.preventDefault()
    event.stopImmediatePropagation()
    fillAndGoOn(role, { kind: 'known', filler: { mention }, name: '', why: 'in the act' })
  }
  text.addEventListener('mousedown', onPress, { capture: true })
  return () => text.removeEventListener('mousedown', onPress, { capture: true })
}

/** The innermost mention that was pressed on. */
function mentionAt(target: EventTarget | null): string | null {
  const annotations = desk.getState().open?.record.annotations
  let element = target instanceof Element ? target.closest<HTMLElement>('[data-annotation-id]') : null
  while (element) {
    const annotation = annotations?.get(element.dataset.annotationId as string)
    if (annotation && isMention(schemeInUse(), annotation.label)) return annotation.id
    element = element.parentElement?.closest<HTMLElement>('[data-annotation-id]') ?? null
  }
  return null
}
