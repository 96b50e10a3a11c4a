import { type Assignments, type Sharing, shareArticles } from '#shared/domain/assigning.ts'
import { counted } from '#shared/domain/counted.ts'
import type { Change, Edit } from '#shared/domain/edit.ts'
import type { Sight, Team } from '#shared/domain/team.ts'
import type { ArticleList } from './article-list.ts'
import { desk, say } from './desk.ts'
import { commit } from './editing.ts'

/** What sharing would do now: of articles that are nobody's yet, and have no newer version. */
export function sharedNow(articles: ArticleList, { assignments }: Team, sharing: Sharing): Assignments {
  const free: string[] = []
  for (const { id, later } of articles) if (later === null && !assignments.has(id)) free.push(id)
  return shareArticles(free, sharing)
}

/** Assigns articles that are nobody's yet, as one step of the history. */
export function assign(assignments: Assignments): void {
  const changes = Array.from(
    assignments,
    ([id, after]): Change => ({ kind: 'assignment', id, before: null, after }),
  )
  if (changes.length > 0 && commit({ name: 'Assign articles', changes }))
    say(`${counted(changes.length, 'article')} assigned; undo takes that back.`)
}

/** Lets somebody annotate an article, or no longer. */
export function reassign(articleId: string, person: string): void {
  const before = desk.getState().team.assignments.get(articleId) ?? null
  const names = new Set(before)
  if (!names.delete(person)) names.add(person)
  const after = names.size > 0 ? [...names].sort() : null
  commit({ name: 'Assign an article', changes: [{ kind: 'assignment', id: articleId, before, after }] })
}

/** Takes all assignments back, as one step of the history. What was annotated stays. */
export function unassignAll(): void {
  const changes = Array.from(
    desk.getState().team.assignments,
    ([id, before]): Change => ({ kind: 'assignment', id, before, after: null }),
  )
  if (changes.length > 0 && commit({ name: 'Unassign all articles', changes }))
    say('No article is assigned any more; undo brings the assignments back.')
}

/** In full: it is a step of the history of whoever annotates, and holds for all. */
const SIGHT_STEPS: Readonly<Record<Sight, string>> = {
  blind: 'Others’ marks hidden while annotating',
  layer: 'Others’ marks shown on demand',
}

export function setSight(after: Sight): void {
  const before = desk.getState().team.sight
  const edit: Edit = { name: SIGHT_STEPS[after], changes: [{ kind: 'sight', before, after }] }
  if (before !== after) commit(edit)
}
