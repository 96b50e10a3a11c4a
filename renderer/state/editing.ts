import { applyEdit, type Edit, StaleEdit, withProgress } from '#shared/domain/edit.ts'
import { type History, remember, type Step } from '#shared/domain/history.ts'
import type { AnnotationRecord } from '#shared/domain/record.ts'
import type { Editing } from '#shared/ipc/contract.ts'
import { bridge } from '../bridge.ts'
import { loadArticle } from './articles.ts'
import { desk, type OpenArticle, say, updateOpen } from './desk.ts'
import { reflectInList, reflectRecord } from './listing.ts'

/**
 * An edit shows at once and is then sent to be saved. It stays among the unsaved until the main process says that it
 * is on disk; only when none is left does the status say so. `typing`: see `Step`.
 */
export function commit(edit: Edit, typing?: string): boolean {
  const { open } = desk.getState()
  if (!open) return false
  const problem = open.access.kind === 'read' ? open.access.sentence : onItsWay(open)
  if (problem) {
    say(problem)
    return false
  }
  const step = {
    articleId: open.article.id,
    edit: withProgress(open.record, edit),
    ...(typing ? { typing } : {}),
  }
  perform(step, { kind: 'do', ...(typing ? { typing } : {}) })
  desk.setState(({ history }) => ({ history: remember(history, step) }))
  return true
}

/** A key that comes before the article that was asked for is not meant for the one that is still shown. */
function onItsWay({ article }: OpenArticle): string | null {
  const { opening } = desk.getState()
  return opening === null || opening === article.id
    ? null
    : 'Another article is being opened; nothing was changed.'
}

/** Applies a step to the article in the reader and has it saved. */
export function perform(step: Step, editing: Editing): void {
  updateOpen(({ record, selected }) => {
    const after = applyEdit(record, step.edit)
    return { record: after, selected: selected && after.annotations.get(selected) ? selected : null }
  })
  reflectInList(step)
  desk.setState(({ unsaved }) => ({ unsaved: [...unsaved, step], notice: null }))
  void save(step, editing)
}

async function save(step: Step, editing: Editing): Promise<void> {
  try {
    await bridge.request('article:edit', step.articleId, step.edit, editing)
  } catch {
    await takeBack(step)
  }
  desk.setState(({ unsaved, saveProblem }) => {
    const left = unsaved.filter((other) => other !== step)
    return { unsaved: left, saveProblem: left.length === 0 ? null : saveProblem }
  })
}

/** What the main process refused is nowhere on disk, so it stays neither on the screen nor in the history. */
async function takeBack({ articleId, edit }: Step): Promise<void> {
  const history: History = JSON.parse(await bridge.request('history:read'))
  desk.setState({ history })
  if (desk.getState().open?.article.id === articleId) await loadArticle(articleId)
  say(
    `“${edit.name}” could not be kept, and was taken back: it did not fit what is on the disk. Please look once more.`,
  )
}

/** The record that another writer's version was merged into, with what is still on its way to be saved. */
export function adoptMerged(articleId: string, record: AnnotationRecord): void {
  if (desk.getState().open?.article.id !== articleId) return
  const waiting = desk.getState().unsaved.filter((step) => step.articleId === articleId)
  updateOpen(() => ({ record: waiting.reduce(applyIfFresh, record) }))
  reflectRecord(desk.getState().open as OpenArticle)
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
