import { replacedBy } from '#shared/domain/replacing.ts'
import { caretAt } from '#shared/domain/selection.ts'
import { spanLength } from '#shared/domain/span.ts'
import { stackAt } from '#shared/domain/stack.ts'
import { takenMark, twinOf } from '#shared/domain/taken-mark.ts'
import { changed, titleOf } from './annotating.ts'
import { desk, type OpenArticle, say, schemeInUse } from './desk.ts'
import { commit } from './editing.ts'
import { keyOf } from './folding.ts'
import { markOf, type OtherMark, others } from './others.ts'
import { choose, selectAnnotation } from './selecting.ts'

/** Others' marks at an offset, the innermost first. */
export const othersAt = (offset: number): readonly OtherMark[] =>
  others
    .getState()
    .shown.flatMap((by) => stackAt(by.annotations, offset).map((annotation) => markOf(by, annotation)))
    .sort((a, b) => spanLength(a.annotation) - spanLength(b.annotation))

/** Takes the innermost of others' marks under the caret that one does not have oneself. */
export function takeOther(): void {
  const { open } = desk.getState()
  if (!open) return
  const here = othersAt(open.selection.start)
  const fresh = here.find(({ annotation }) => !twinOf(annotation, open.record.annotations))
  const one = fresh ?? here[0]
  if (one) take(open, one)
  else if (others.getState().shown.length > 0)
    say('Put the caret into a mark of another annotator to take it.')
  else say(`No mark of another annotator is shown; ${keyOf('view.others')} shows them where there are any.`)
}

/** Takes a mark of another annotator as one's own: a new annotation, in one edit. */
export function takeMark(mark: OtherMark): void {
  const { open } = desk.getState()
  if (open) take(open, mark)
}

function take(open: OpenArticle, { annotation: mark, by }: OtherMark): void {
  const { annotations: own } = open.record
  const twin = twinOf(mark, own)
  if (twin) {
    selectAnnotation(twin.id, { reveal: false })
    say(`You have marked these words as ${titleOf(mark.label)} yourself already.`)
    return
  }
  const now = new Date().toISOString()
  const id = crypto.randomUUID()
  const { annotation, left } = takenMark({ mark, by: by.annotator, theirs: by.annotations, own, id, now })
  const name = `Take ${titleOf(mark.label)} of ${by.annotator}`
  const changes = [...replacedBy(annotation, open.record), changed(null, annotation)]
  if (!commit({ name, changes })) return
  choose(annotation, caretAt(annotation.end))
  say(takenWords(by.annotator, mark.label, left))
}

function takenWords(annotator: string, label: string, left: readonly string[]): string {
  const taken = `${titleOf(label)} of ${annotator} taken as your own.`
  if (left.length === 0) return taken
  const { roles, links } = schemeInUse()
  const titles = left.map((id) => [...roles, ...links].find((one) => one.id === id)?.title ?? id)
  return `${taken} Left out, since you have not marked what it names: ${titles.join(', ')}.`
}
