import { deletion, relabelling } from '#shared/domain/act-edits.ts'
import { type Annotation, manualAnnotation, marksTheSame } from '#shared/domain/annotation.ts'
import type { Change } from '#shared/domain/edit.ts'
import { STATUSES, type Status } from '#shared/domain/record.ts'
import { replacedBy } from '#shared/domain/replacing.ts'
import { shownLabel } from '#shared/domain/scheme.ts'
import { caretAt } from '#shared/domain/selection.ts'
import { snapToWords } from '#shared/domain/snapping.ts'
import { isEmptySpan, type Span } from '#shared/domain/span.ts'
import { cutsWord, trimSpan, wholeGraphemes, wordAt } from '#shared/domain/words.ts'
import { openArticle } from './articles.ts'
import { desk, type OpenArticle, say, schemeInUse } from './desk.ts'
import { commit } from './editing.ts'
import { keyOf } from './folding.ts'
import { linkedByWords } from './linking.ts'
import { boilerplateInTheWay } from './marking-boilerplate.ts'
import { choose, selectAnnotation, selectedAnnotation } from './selecting.ts'

const now = () => new Date().toISOString()
export const titleOf = (label: string) => shownLabel(schemeInUse(), label).title

/** Relabels the selected annotation; without one, marks the selected text or else the word at the caret. */
export function applyLabel(label: string): void {
  const { open } = desk.getState()
  if (!open) return
  desk.setState({ labelInUse: label })
  const current = selectedAnnotation(open)
  if (current) relabel(current, label)
  else mark(open, label)
}

function mark(open: OpenArticle, label: string): void {
  const span = spanToMark(open)
  const part = span && boilerplateInTheWay(open, span)
  if (part)
    say(
      `This is boilerplate (${part.reason}). Press the key again to mark it all the same; ${keyOf('boilerplate.toggle')} gives it back to the article.`,
    )
  else if (span) markSpan(open, span, label)
  else say('Select some words first, or put the caret into one.')
}

function markSpan(open: OpenArticle, span: Span, label: string): void {
  const plain = manualAnnotation({ ...span, id: crypto.randomUUID(), label, now: now() })
  const annotation = linkedByWords(plain, open.text)
  const twin = open.record.annotations.overlapping(span).find((other) => marksTheSame(other, annotation))
  if (twin) {
    selectAnnotation(twin.id, { reveal: false })
    say(`These words are marked as ${titleOf(label)} already.`)
    return
  }
  const changes = [...replacedBy(annotation, open.record), changed(null, annotation)]
  const made = commit({ name: `Mark as ${titleOf(label)}`, changes })
  if (!made) return
  choose(annotation, caretAt(span.end))
  if (cutsWord(open.text, span)) say('This mark begins or ends within a word.')
}

/** The selected words without the space around them, or else the word at the caret. */
export function spanToMark({ text, selection }: OpenArticle): Span | undefined {
  const span = isEmptySpan(selection) ? nameAt(text, selection.start) : trimSpan(text, selection)
  return span && !isEmptySpan(span) ? wholeGraphemes(text, span) : undefined
}

/** The word at a caret without a possessive ’s. */
function nameAt(text: string, offset: number): Span | undefined {
  const word = wordAt(text, offset)
  return word && snapToWords(text, word)
}

function relabel(annotation: Annotation, label: string) {
  const { open } = desk.getState()
  if (annotation.label === label) return say(`This is marked as ${titleOf(label)} already.`)
  if (!open) return
  const { changes, dropped } = relabelling(annotation, open.record.annotations, {
    label,
    scheme: schemeInUse(),
    now: now(),
  })
  if (!commit({ name: `Relabel as ${titleOf(label)}`, changes })) return
  const lost = dropped.length > 0 ? ` It has no place for ${dropped.join(', ')}: undo brings that back.` : ''
  say(
    `${titleOf(annotation.label)} is now ${titleOf(label)}.${lost} To mark a word inside it, select the word first.`,
  )
}

/** What an edit is called, and what it belongs to if it is one of many that are undone in one go; see `Step`. */
type Named = { readonly name: string; readonly typing?: string }

/** Commits `after` in the place of `annotation`. */
export function change(annotation: Annotation, after: Annotation, { name, typing }: Named): boolean {
  return commit({ name, changes: [changed(annotation, { ...after, updated: now() })] }, typing)
}

export function changed(before: Annotation | null, after: Annotation | null): Change {
  return { kind: 'annotation', id: ((after ?? before) as Annotation).id, before, after }
}

export function deleteSelected(): void {
  const { open } = desk.getState()
  const annotation = selectedAnnotation(open)
  if (!open || !annotation) {
    say('Select an annotation to delete it.')
    return
  }
  const changes = deletion(annotation, open.record.annotations, now())
  if (!commit({ name: `Delete ${titleOf(annotation.label)}`, changes })) return
  choose(null, caretAt(annotation.start))
  const others = changes.length - 1
  if (others > 0)
    say(`It was named in ${others === 1 ? 'another mark' : `${others} other marks`}, and is no more.`)
}

export function toggleUnsure(): void {
  const annotation = selectedAnnotation(desk.getState().open)
  if (!annotation) {
    say('Select an annotation to say that you are unsure of it.')
    return
  }
  const unsure = annotation.certainty === 'sure'
  const after: Annotation = { ...annotation, certainty: unsure ? 'unsure' : 'sure' }
  change(annotation, after, { name: unsure ? 'Mark as unsure' : 'Mark as sure' })
}

/** Sets the note of annotation `id`; an empty one is no note. */
export function setNote(id: string, note: string, typing: string): void {
  const annotation = desk.getState().open?.record.annotations.get(id)
  if (!annotation || (annotation.note ?? '') === note) return
  const { note: _, ...rest } = annotation
  change(annotation, { ...rest, ...(note ? { note } : {}) }, { name: 'Change note', typing })
}

export function setStatus(after: Status): void {
  const before = desk.getState().open?.record.status
  if (before && before !== after) {
    commit({ name: `Status: ${after}`, changes: [{ kind: 'status', before, after }] })
  }
}

export function nextStatus(): void {
  const { open } = desk.getState()
  if (!open) return
  setStatus(STATUSES[(STATUSES.indexOf(open.record.status) + 1) % STATUSES.length] as Status)
}

/** Done here, and on to the next article of the list that is not, from its top again behind its end. */
export async function doneAndNext(): Promise<void> {
  const { shown, open } = desk.getState()
  // Found first: once it is done, this article may not be among those shown any more.
  const next = shown.nextBehind(open?.article.id, ({ status }) => status !== 'done')
  setStatus('done')
  if (next) await openArticle(next.id)
  else say('All the articles of this list are done.')
}

export function setArticleNotes(after: string, typing: string): void {
  const before = desk.getState().open?.record.notes
  if (before !== undefined && before !== after) {
    commit({ name: 'Change notes', changes: [{ kind: 'notes', before, after }] }, typing)
  }
}
