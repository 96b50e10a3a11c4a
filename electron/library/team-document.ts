import { applyTo } from '#shared/domain/edit.ts'
import { emptyTeam, mergeTeams, type Team } from '#shared/domain/team.ts'
import { readTeamFile, TEAM_NAME, teamToFile } from '#shared/format/team-file.ts'
import type { DocumentFile } from './document-file.ts'
import { type DocumentOutcome, readDocument } from './document-reading.ts'
import type { Workspace } from './workspace.ts'

/** The file that says how the work is shared. Everybody writes it, rarely. */
export const teamFile = (workspace: Workspace): DocumentFile<Team> => ({
  workspace,
  name: TEAM_NAME,
  shelf: 'team',
  version: 1,
  empty: emptyTeam,
  contentOf: teamToFile,
  parse: (json) => readTeamFile(json, TEAM_NAME),
  apply: (team, edit) => applyTo('team', team, edit),
  merge: mergeTeams,
})

export const readTeam = (workspace: Workspace): Promise<DocumentOutcome<Team>> =>
  readDocument(teamFile(workspace))
