import { type Documents, type Edit, invertEdit, isDone, joinEdits } from './edit.ts'

/** One thing that was done. */
export type Step = {
  /** The article whose record `edit` changes; null where it changes none. */
  readonly articleId: string | null
  readonly edit: Edit
  /** What it changes in many articles besides lies in a file of this name, which the main process keeps. */
  readonly bulk?: string
  /** Whose documents it changes, where that is somebody else than whose history it is. */
  readonly annotator?: string
  /** The same on all that is done in a row to one thing and is undone in one go, such as what is typed into a field. */
  readonly typing?: string
  /** What it was joined of, the oldest first, where a kill may have left the record in the midst of it. */
  readonly parts?: readonly Edit[]
}

/** What can be undone and redone, the newest last, over all articles of a workspace. */
export type History = { readonly done: readonly Step[]; readonly undone: readonly Step[] }

export const emptyHistory: History = { done: [], undone: [] }

const LIMIT = 1000

export type Direction = 'undo' | 'redo'

/** What happens to a history. */
export type Move = { readonly kind: 'do'; readonly step: Step } | { readonly kind: Direction }

export function afterMove(history: History, move: Move): History {
  if (move.kind === 'do') return remember(history, move.step)
  return move.kind === 'undo' ? stepBack(history) : stepForward(history)
}

/** The step that would be undone or redone next. */
export const newestStep = (history: History, direction: Direction): Step | undefined =>
  history[direction === 'undo' ? 'done' : 'undone'].at(-1)

/** The edit that takes `step` back, as far as there is any of it: of what was joined, a kill may have left the first alone. */
export function undoing({ edit, parts = [] }: Step, documents: Documents): Edit {
  const last = parts.findLastIndex((part) => isDone(documents, part))
  return invertEdit(last < 0 ? edit : parts.slice(0, last + 1).reduce(joinEdits))
}

/** A new step makes what was undone unreachable. */
export function remember({ done }: History, step: Step): History {
  const last = done.at(-1)
  if (last?.typing && last.typing === step.typing) {
    return { done: [...done.slice(0, -1), { ...step, edit: joinEdits(last.edit, step.edit) }], undone: [] }
  }
  return { done: [...done.slice(1 - LIMIT), step], undone: [] }
}

/** The history once its newest step is undone. */
export function stepBack({ done, undone }: History): History {
  const last = done.at(-1)
  return last ? { done: done.slice(0, -1), undone: [...undone, last] } : { done, undone }
}

/** The history once the step undone last is done again. */
export function stepForward({ done, undone }: History): History {
  const next = undone.at(-1)
  return next ? { done: [...done, next], undone: undone.slice(0, -1) } : { done, undone }
}
