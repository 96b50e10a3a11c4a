import { type Change, type Documents, type Edit, isDone, StaleEdit } from '#shared/domain/edit.ts'
import { equalJson } from '#shared/domain/equal.ts'
import {
  type Direction,
  type History,
  newestStep,
  remember,
  type Step,
  stepBack,
  stepForward,
  undoing,
} from '#shared/domain/history.ts'
import { emptyRecord } from '#shared/domain/record.ts'
import { emptyReview } from '#shared/domain/review.ts'
import { caretAt } from '#shared/domain/selection.ts'
import type { Span } from '#shared/domain/span.ts'
import { bridge } from '../bridge.ts'
import { loadArticle } from './articles.ts'
import { atRest } from './at-rest.ts'
import { travelInBulk } from './bulk.ts'
import { type DeskState, desk, say, schemeOf } from './desk.ts'
import { perform, whyNot } from './editing.ts'
import { inTurn } from './in-turn.ts'
import { choose } from './selecting.ts'

export const undo = (): Promise<void> => enqueue('undo')
export const redo = (): Promise<void> => enqueue('redo')

/** One after the other, since each may have to open another article first, and none before the history is there. */
const enqueue = (direction: Direction): Promise<void> => inTurn(() => travel(direction))

/** Fetches what can be undone from earlier days; what was done since it was asked for comes on top. */
export function recallHistory(): void {
  const { workspace, history } = desk.getState()
  const known = history.done.length
  const recalled = bridge.request('history:read').then((json) => {
    if (desk.getState().workspace?.id !== workspace?.id) return
    const before = JSON.parse(json) as History
    desk.setState(({ history: { done } }) => ({ history: done.slice(known).reduce(remember, before) }))
  })
  void inTurn(() => recalled)
}

async function travel(direction: Direction): Promise<void> {
  const step = newestStep(desk.getState().history, direction)
  if (!step) return say(`There is nothing to ${direction}.`)
  if (step.bulk) return travelInBulk(step, direction)
  const { articleId } = step
  const isThere = articleId === null || desk.getState().open?.article.id === articleId
  const outcome = isThere ? 'open' : await loadArticle(articleId)
  // Something else may have been done, or asked for, while the article was opened; then this key was meant for what was
  // there before.
  if (outcome === 'overtaken' || newestStep(desk.getState().history, direction) !== step) return
  if (outcome === 'failed')
    return pass(direction, `“${step.edit.name}” was in an article that can’t be opened, so it is left out.`)
  await take(step, direction)
}

async function take(step: Step, direction: Direction): Promise<void> {
  const documents = documentsOf(desk.getState())
  const edit = direction === 'undo' ? undoing(step, documents) : step.edit
  const problem = whyNot(desk.getState(), edit)
  if (problem !== null) return say(problem)
  // A kill can come between the history and the files: then the history has a step that was never taken.
  if (isDone(documents, edit)) {
    pass(direction, null)
    return travel(direction)
  }
  try {
    perform({ articleId: step.articleId, edit }, { kind: direction })
  } catch (error) {
    if (!(error instanceof StaleEdit)) throw error
    return pass(direction, `“${step.edit.name}” can’t be ${PAST[direction]}: what it changed is another now.`)
  }
  move(direction)
  showWhatChanged(edit)
  say(`${direction === 'undo' ? 'Undone' : 'Done again'}: ${step.edit.name}.`)
}

const documentsOf = (state: DeskState): Documents => ({
  record: state.open?.record ?? emptyRecord,
  registry: state.registry.own,
  scheme: schemeOf(state),
  cleaning: state.cleaning.own,
  // What is said of others' marks is edited by the main process alone.
  review: emptyReview,
  team: state.team,
})

const PAST = { undo: 'undone', redo: 'redone' } as const

function pass(direction: Direction, sentence: string | null): void {
  move(direction)
  void bridge.request('history:pass', direction)
  say(sentence)
}

const move = (direction: Direction): void =>
  desk.setState(({ history }) => ({
    history: direction === 'undo' ? stepBack(history) : stepForward(history),
  }))

/** The menu says what would be undone, once the analyst comes to rest. */
export function showHistoryInMenu(): void {
  const { soon } = atRest(REST_MS, () => {
    const { history } = desk.getState()
    const nameOf = (direction: Direction) => newestStep(history, direction)?.edit.name ?? null
    void bridge.request('history:show', { undo: nameOf('undo'), redo: nameOf('redo') })
  })
  desk.subscribe(({ history }, before) => {
    if (history !== before.history) soon()
  })
}
const REST_MS = 300

function showWhatChanged({ changes }: Edit): void {
  const range = changes.flatMap((one) => (one.kind === 'corrections' ? (changedRange(one) ?? []) : []))[0]
  if (range) desk.setState({ reveal: { span: caretAt(range.start) } })
  const change = changes.find((one) => one.kind === 'annotation')
  const place = change?.after ?? change?.before
  if (!change || !place) return
  choose(change.after, caretAt(place.start))
  desk.setState({ reveal: { span: place } })
}

/** What was said of last, now or before. */
function changedRange({ before, after }: Extract<Change, { kind: 'corrections' }>): Span | undefined {
  if (equalJson(before.boilerplate, after.boilerplate)) return undefined
  const [one = [], other = []] = [before.boilerplate, after.boilerplate]
  return (one.length > other.length ? one : other).at(-1)
}
