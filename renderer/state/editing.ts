import { applyEdit, type Edit, invertEdit, StaleEdit, withProgress } from '#shared/domain/edit.ts'
import { remember, type Step, stepBack, stepForward } from '#shared/domain/history.ts'
import type { AnnotationRecord } from '#shared/domain/record.ts'
import { bridge } from '../bridge.ts'
import { loadArticle } from './articles.ts'
import { desk, say, updateOpen } from './desk.ts'
import { reflectInList } from './listing.ts'

/**
 * An edit shows at once and is then sent to be saved. It stays among the unsaved until the main process says that it
 * is on disk; only when none is left does the status say so. `typing`: see `Step`.
 */
export function commit(edit: Edit, typing?: object): boolean {
  const { open } = desk.getState()
  if (!open) return false
  if (open.access.kind === 'read') {
    say(open.access.sentence)
    return false
  }
  const step = {
    articleId: open.article.id,
    edit: withProgress(open.record, edit),
    ...(typing ? { typing } : {}),
  }
  perform(step)
  desk.setState(({ history }) => ({ history: remember(history, step) }))
  return true
}

/** Applies a step to the article in the reader and has it saved. */
function perform(step: Step): void {
  updateOpen(({ record, selected }) => {
    const after = applyEdit(record, step.edit)
    return { record: after, selected: selected && after.annotations.get(selected) ? selected : null }
  })
  reflectInList(step)
  desk.setState(({ unsaved }) => ({ unsaved: [...unsaved, step], notice: null }))
  void save(step)
}

async function save(step: Step): Promise<void> {
  try {
    await bridge.request('article:edit', step.articleId, step.edit)
  } catch {
    await takeBack(step)
  }
  desk.setState(({ unsaved, saveProblem }) => {
    const left = unsaved.filter((other) => other !== step)
    return { unsaved: left, saveProblem: left.length === 0 ? null : saveProblem }
  })
}

/** What the main process refused is nowhere on disk, so it does not stay on the screen either. */
async function takeBack({ articleId, edit }: Step): Promise<void> {
  if (desk.getState().open?.article.id === articleId) await loadArticle(articleId)
  say(
    `“${edit.name}” could not be kept, and was taken back: it did not fit what is on the disk. Please look once more.`,
  )
}

export const undo = (): Promise<void> => enqueue('undo')
export const redo = (): Promise<void> => enqueue('redo')

type Direction = 'undo' | 'redo'

/** One after the other, since each may have to open another article first. */
function enqueue(direction: Direction): Promise<void> {
  travelling = travelling.then(() => travel(direction))
  return travelling
}
let travelling: Promise<void> = Promise.resolve()

async function travel(direction: Direction): Promise<void> {
  const step = newest(direction)
  if (!step) return say(`There is nothing to ${direction}.`)
  const isOpen = desk.getState().open?.article.id === step.articleId || (await loadArticle(step.articleId))
  // Something else may have been done while the article was opened; then this key was meant for what was there before.
  if (!isOpen || newest(direction) !== step) return
  desk.setState(({ history }) => ({
    history: direction === 'undo' ? stepBack(history) : stepForward(history),
  }))
  try {
    const edit = direction === 'undo' ? invertEdit(step.edit) : step.edit
    perform({ articleId: step.articleId, edit })
    showWhatChanged(edit)
  } catch (error) {
    if (!(error instanceof StaleEdit)) throw error
    say(
      `“${step.edit.name}” can’t be ${direction === 'undo' ? 'undone' : 'redone'}: the article has changed since.`,
    )
  }
}

const newest = (direction: Direction): Step | undefined =>
  desk.getState().history[direction === 'undo' ? 'done' : 'undone'].at(-1)

function showWhatChanged({ changes }: Edit): void {
  const change = changes.find(({ kind }) => kind === 'annotation')
  const place = change?.kind === 'annotation' ? (change.after ?? change.before) : null
  if (change?.kind !== 'annotation' || !place) return
  const caret = { start: place.start, end: place.start }
  updateOpen(() => ({ selected: change.after ? change.id : null, selection: caret }))
  desk.setState({ reveal: { span: place } })
}

/** The record that another writer's version was merged into, with what is still on its way to be saved. */
export function adoptMerged(articleId: string, record: AnnotationRecord): void {
  if (desk.getState().open?.article.id !== articleId) return
  const waiting = desk.getState().unsaved.filter((step) => step.articleId === articleId)
  updateOpen(() => ({ record: waiting.reduce(applyIfFresh, record) }))
  say(
    'This article’s annotations were changed elsewhere too. Both versions are kept; look for marks that are now unsure.',
  )
}

function applyIfFresh(record: AnnotationRecord, { edit }: Step): AnnotationRecord {
  try {
    return applyEdit(record, edit)
  } catch (error) {
    if (error instanceof StaleEdit) return record // the merged record holds it already
    throw error
  }
}
