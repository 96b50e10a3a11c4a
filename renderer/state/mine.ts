import type { Team } from '#shared/domain/team.ts'
import { desk } from './desk.ts'
import { viewArticles } from './listing.ts'
import { annotatorNow } from './team.ts'

/** Ids of the articles that are the annotator's to annotate. Asked for at every turn, so that it is found once for a team. */
export function mineIn(team: Team, annotator: string): ReadonlySet<string> {
  const { assignments } = team
  const known = found.get(assignments)
  if (known?.annotator === annotator) return known.mine
  const mine = new Set<string>()
  for (const [id, names] of assignments) if (names.includes(annotator)) mine.add(id)
  found.set(assignments, { annotator, mine })
  return mine
}
const found = new WeakMap<
  Team['assignments'],
  { readonly annotator: string; readonly mine: ReadonlySet<string> }
>()

/** Shows the annotator's own articles alone, or all again. */
export function showMine(isMineOnly: boolean): void {
  const { shown, team } = desk.getState()
  viewArticles({ ...shown.view, only: isMineOnly ? mineIn(team, annotatorNow()) : null })
}

/** Keeps the list to what is the annotator's own by now, where that alone is shown. */
export function followMine(): void {
  desk.subscribe(({ team, shown }, before) => {
    if (team.assignments === before.team.assignments || shown.view.only === null) return
    showMine(team.assignments.size > 0)
  })
}
