import { create } from 'zustand'
import { applyTo, isDoneTo, touches } from '#shared/domain/edit.ts'
import { equalJson } from '#shared/domain/equal.ts'
import type { Result } from '#shared/domain/result.ts'
import type { Team } from '#shared/domain/team.ts'
import type { TeamProgress, TeamView } from '#shared/ipc/team.ts'
import { bridge } from '../bridge.ts'
import { desk, say } from './desk.ts'
import { showReview } from './review.ts'

/** How the work is shared as it is on the disk, with what is still on its way there. */
export function adoptTeam({ sight, assignments, access }: TeamView): void {
  const waiting = desk.getState().unsaved.filter(({ edit }) => touches(edit, 'team'))
  const read: Team = { sight, assignments: new Map(JSON.parse(assignments)) }
  const team = waiting.reduce(
    (before, { edit }) => (isDoneTo('team', before, edit) ? before : applyTo('team', before, edit)),
    read,
  )
  desk.setState((now) => ({ team: isSame(now.team, team) ? now.team : team, teamAccess: access }))
}

/** Whoever shows it is not told of what says the same. */
const isSame = (a: Team, b: Team): boolean =>
  a.sight === b.sight &&
  a.assignments.size === b.assignments.size &&
  [...a.assignments].every(([id, names]) => equalJson(names, b.assignments.get(id)))

/** Reads how the work of the workspace that is open is shared. */
export async function readTeam(): Promise<void> {
  const { workspace, team } = desk.getState()
  if (!workspace) return
  const view = await bridge.request('team:read')
  const now = desk.getState()
  if (now.workspace?.id !== workspace.id) return
  // What was edited meanwhile may be on the disk by now and yet not in what was read.
  if (now.team !== team) return readTeam()
  adoptTeam(view)
  if (view.access.kind === 'read' && workspace.access.kind === 'write') say(view.access.sentence)
}

/** The name under which marks are made. */
export const annotatorNow = (): string => {
  const { preferences, suggestedAnnotator } = desk.getState()
  return preferences.annotator ?? suggestedAnnotator
}

/** Goes on as somebody else; says what is wrong with the name otherwise. */
export async function switchAnnotator(name: string): Promise<string | null> {
  const answer = await bridge.request('annotator:switch', name)
  return answer.ok ? null : answer.problem.sentence
}

/** That somebody else wants to annotate; a new object each time. */
const switching = create<{ readonly asked: object | null }>(() => ({ asked: null }))
export const useSwitching = (): object | null => switching(({ asked }) => asked)
/** Whoever comes back to the tab later has not asked for it. */
export const takeSwitching = (): void => switching.setState({ asked: null })

/** Leads to where the annotator is switched. */
export function showSwitch(): void {
  switching.setState({ asked: {} })
  showReview('team')
}

/** How far everybody has come. What others have changed of the team's work meanwhile is taken in as well. */
export async function readProgress(): Promise<Result<TeamProgress>> {
  const progress = await bridge.request('team:progress')
  await readTeam()
  return progress
}
