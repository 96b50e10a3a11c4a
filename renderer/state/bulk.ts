import type { Direction, Step } from '#shared/domain/history.ts'
import { bridge } from '../bridge.ts'
import { loadArticle } from './articles.ts'
import { readCleaning } from './cleaning.ts'
import { desk, say } from './desk.ts'
import { readAgain } from './editing.ts'
import { inTurn } from './in-turn.ts'
import { readTeam } from './team.ts'

/**
 * Has the main process change many articles, once what was asked for before is done. Meanwhile nothing is edited;
 * afterwards the desk shows what there is then, and the history has it as one step.
 */
export const inBulk = <T>(name: string, run: () => Promise<T>, { canStop = true } = {}): Promise<T> =>
  inTurn(() => alone(name, run, canStop))

async function alone<T>(name: string, run: () => Promise<T>, canStop: boolean): Promise<T> {
  desk.setState({ bulk: { name, done: 0, total: 0, canStop } })
  try {
    return await run()
  } finally {
    await readAgain()
    await Promise.all([readTeam(), readCleaning()])
    const { open } = desk.getState()
    if (open) await loadArticle(open.article.id)
    desk.setState({ bulk: null })
  }
}

export const cancelBulk = (): Promise<null> => bridge.request('bulk:cancel')

/** Undoes or redoes a step that changed many articles, in its turn. */
export async function travelInBulk({ edit }: Step, direction: Direction): Promise<void> {
  // Half undone would be neither the one thing nor the other.
  const result = await alone(edit.name, () => bridge.request('bulk:travel', direction), false)
  if (!result.ok) return say(result.problem.sentence)
  const { articles, left } = result.value
  const past = direction === 'undo' ? 'Undone' : 'Done again'
  say(
    `${past}: ${edit.name}, in ${articles} ${articles === 1 ? 'article' : 'articles'}.${leftSentence(left)}`,
  )
}

const leftSentence = (left: readonly string[]): string =>
  left.length === 0 ? '' : ` ${left.length} had changed since and were left as they are.`
