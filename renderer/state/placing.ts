import { lettingGo } from '#shared/anchoring/carrying-over.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import type { Change } from '#shared/domain/edit.ts'
import { withSpans } from '#shared/domain/fragments.ts'
import { referredTo, referringTo } from '#shared/domain/references.ts'
import { shownLabel } from '#shared/domain/scheme.ts'
import { isEmptySpan, type Span } from '#shared/domain/span.ts'
import type { Waiting } from '#shared/ipc/versions.ts'
import { desk, focusPane, say, schemeInUse } from './desk.ts'
import { commit } from './editing.ts'
import { selectAnnotation } from './selecting.ts'
import { chosenOf, versions, waitingNow } from './versions.ts'

/** What is done about an annotation of an earlier version that waits for its place: each is an edit of the newer one. */
function settle(name: string, waiting: Waiting, changes: readonly Change[]): boolean {
  const { title } = shownLabel(schemeInUse(), waiting.annotation.label)
  const next = behind(waiting)
  if (!commit({ name: `${name} ${title}`, changes })) return false
  versions.setState({ chosen: next })
  return true
}

/** Id of the one that is looked at next. */
function behind({ annotation }: Waiting): string | null {
  const waiting = waitingNow(versions.getState().comparison, desk.getState().open)
  const index = waiting.findIndex((one) => one.annotation.id === annotation.id)
  return (waiting[index + 1] ?? waiting[index - 1])?.annotation.id ?? null
}

function standing(annotation: Annotation, span: Span): readonly Change[] {
  const dropped = desk.getState().open?.record.earlier?.dropped ?? []
  const lost = [...referredTo(annotation)].filter((id) => dropped.includes(id))
  const kept = lost.reduce((one, id) => referringTo(one, id, null), annotation)
  return [{ kind: 'annotation', id: annotation.id, before: null, after: withSpans(kept, [span]) }]
}

/** Takes one of the places that are offered, the first by default. */
export function acceptPlace(waiting: Waiting, index = 0): void {
  const place = waiting.candidates[index]
  if (place) settle('Accept', waiting, standing(waiting.annotation, { start: place.start, end: place.end }))
  else
    say(index === 0 ? 'No place is offered for it: place it by hand, or drop it.' : 'There is no such place.')
}

/** Lets it go: it stays in the earlier version alone, and nothing in the newer one refers to it any more. */
export function dropWaiting(waiting: Waiting): void {
  const { record } = desk.getState().open ?? {}
  if (record?.earlier) settle('Drop', waiting, lettingGo(record, waiting.annotation.id))
}

/** Leads to the newer text, where its words are to be selected. */
export function placeByHand({ annotation }: Waiting): void {
  versions.setState({ chosen: annotation.id })
  focusPane('reader')
}

/** Places the waiting annotation that is looked at on what is selected in the text. */
export function placeHere(): void {
  const { open } = desk.getState()
  const { comparison, chosen } = versions.getState()
  const waiting = chosenOf(waitingNow(comparison, open), chosen)
  if (!open || !waiting) {
    say('No annotation of an earlier text waits to be placed here.')
    return
  }
  const { start, end } = open.selection
  if (isEmptySpan({ start, end })) say('Select the words that it shall stand on.')
  else if (settle('Place', waiting, standing(waiting.annotation, { start, end })))
    selectAnnotation(waiting.annotation.id)
}
