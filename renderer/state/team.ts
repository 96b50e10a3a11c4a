import type { Access } from '#shared/domain/access.ts'
import { applyTo, isDoneTo, touches } from '#shared/domain/edit.ts'
import { emptyTeam, type Team } from '#shared/domain/team.ts'
import type { TeamView } from '#shared/ipc/team.ts'
import { bridge } from '../bridge.ts'
import { desk, say } from './desk.ts'

/** Until it is known whether others' marks may be looked at, they are not shown. */
export const unknownTeam: { readonly team: Team; readonly teamAccess: Access } = {
  team: { ...emptyTeam, sight: 'blind' },
  teamAccess: { kind: 'read', sentence: 'It is still being read how the work is shared.' },
}

/** How the work is shared as it is on the disk, with what is still on its way there. */
export function adoptTeam({ sight, assignments, access }: TeamView): void {
  const waiting = desk.getState().unsaved.filter(({ edit }) => touches(edit, 'team'))
  const read: Team = { sight, assignments: new Map(JSON.parse(assignments)) }
  const team = waiting.reduce(
    (before, { edit }) => (isDoneTo('team', before, edit) ? before : applyTo('team', before, edit)),
    read,
  )
  desk.setState({ team, teamAccess: access })
}

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
