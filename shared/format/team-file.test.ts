import * as fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { SIGHTS, type Team } from '../domain/team.ts'
import { assignedNames, readTeamFile, teamToFile } from './team-file.ts'

const names = fc.array(fc.string({ minLength: 1, maxLength: 10 }), { minLength: 1, maxLength: 4 })
const ids = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/)
const teams: fc.Arbitrary<Team> = fc.record({
  sight: fc.constantFrom(...SIGHTS),
  assignments: fc.array(fc.tuple(ids, names.map(assignedNames))).map((all) => new Map(all)),
})

test('a team comes back from its file, an article a line, and is written again as the same bytes', () =>
  fc.assert(
    fc.property(teams, (team) => {
      const json = teamToFile(team)
      expect(readTeamFile(json, 'team.json')).toEqual({ kind: 'current', value: team })
      expect(teamToFile({ ...team, assignments: new Map([...team.assignments].reverse()) })).toBe(json)
      expect(JSON.parse(json).assignments).toEqual(Object.fromEntries(team.assignments))
      const lines = team.assignments.size === 0 ? 0 : team.assignments.size + 1
      expect(json.split('\n')).toHaveLength(7 + lines)
    }),
  ))

it('takes names in the order of a careless hand, and leaves nobody’s articles out', () => {
  const json = teamToFile({
    sight: 'blind',
    assignments: new Map([
      ['a', ['Bo', 'Ana', 'Bo']],
      ['b', []],
    ]),
  })
  const value = { sight: 'blind', assignments: new Map([['a', ['Ana', 'Bo']]]) }
  expect(readTeamFile(json, 'team.json')).toEqual({ kind: 'current', value })
})

it('is damaged where the sight is none', () => {
  const json = teamToFile({ sight: 'blind', assignments: new Map() }).replace('blind', 'half')
  expect(readTeamFile(json, 'team.json').kind).toBe('damaged')
})
