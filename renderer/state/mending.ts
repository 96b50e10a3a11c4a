import type { Change } from '#shared/domain/edit.ts'
import { type Hint, lowered, type Mend, type Mended } from '#shared/domain/hint.ts'
import { hintsOfSelected } from './checking.ts'
import { desk, say } from './desk.ts'
import { commit } from './editing.ts'
import { leadTo } from './leading.ts'
import { selectAnnotation, selectedAnnotation } from './selecting.ts'

/** Mends the first hint of the selected annotation, or leads to where a person can. */
export function mendSelected(): void {
  const state = desk.getState()
  const annotation = selectedAnnotation(state.open)
  const [hint] = hintsOfSelected(state)
  if (!annotation) say('Select an annotation to mend what its hint says.')
  else if (!hint) say('There is no hint on this annotation.')
  else mend(hint)
}

/** Whether it is mended now; otherwise a person has been led to where it can be. */
export function mend(hint: Hint): boolean {
  if (hint.mend.kind === 'edit') return mendAtOnce(hint, hint.mend)
  leadTo(hint.mend)
  return false
}

function mendAtOnce({ ids: [id, heir], sentence }: Hint, { name, changes }: Extract<Mend, { kind: 'edit' }>) {
  if (!commit({ name, changes: changesOf(changes()) })) return false
  const { open } = desk.getState()
  const isGone = open?.record.annotations.get(id) === undefined
  if (isGone && heir !== undefined) selectAnnotation(heir)
  say(`Mended: ${lowered(sentence)}`)
  return true
}

function changesOf(mended: readonly Mended[]): readonly Change[] {
  const updated = new Date().toISOString()
  return mended.map(({ before, after }) => ({
    kind: 'annotation',
    id: before.id,
    before,
    after: after && { ...after, updated },
  }))
}
