import * as z from 'zod'
import { SIGHTS, type Team } from '../domain/team.ts'
import { stableJson } from './json.ts'
import { type FileKind, readVersioned, type Versioned, withHeader } from './versioned.ts'

export const TEAM_NAME = 'team.json'

const name = z.string().min(1).max(1_000)

const teamFileSchema = z.object({
  sight: z.enum(SIGHTS),
  assignments: z.record(z.string().min(1), z.array(name)),
})
type TeamFile = z.infer<typeof teamFileSchema>

const TEAM: FileKind<TeamFile> = {
  format: 'glosswright/team',
  version: 1,
  noun: 'file of the team',
  schema: teamFileSchema,
  migrations: [],
}

/** The names of those who shall annotate an article, as they are kept: each once, sorted. */
export const assignedNames = (names: Iterable<string>): readonly string[] => [...new Set(names)].sort()

/** The file of how the work is shared: who shall annotate an article is one line, by article. */
export function teamToFile({ sight, assignments }: Team): string {
  const json = stableJson(withHeader(TEAM, { sight, assignments: {} }))
  const lines = [...assignments]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, names]) => `    ${JSON.stringify(id)}: ${JSON.stringify(names)}`)
  if (lines.length === 0) return json
  const at = json.indexOf('{}') + 1
  return `${json.slice(0, at)}\n${lines.join(',\n')}\n  ${json.slice(at)}`
}

/** Reads how the work is shared; names that a hand has put in disorder are put in order, and nobody is left out. */
export function readTeamFile(json: string, file: string): Versioned<Team> {
  const read = readVersioned(TEAM, json, file)
  if (read.kind === 'newer') return { ...read, value: read.value && teamOf(read.value) }
  return read.kind === 'current' ? { kind: 'current', value: teamOf(read.value) } : read
}

function teamOf({ sight, assignments }: TeamFile): Team {
  const entries = Object.entries(assignments).map(([id, names]) => [id, assignedNames(names)] as const)
  return { sight, assignments: new Map(entries.filter(([, names]) => names.length > 0)) }
}
