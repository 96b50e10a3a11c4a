import { mergeById } from './merge-by-id.ts'

/**
 * Whether others' marks can be looked at while one annotates: `blind`, where opinions shall be independent, shows none of
 * them; `layer` shows them on demand.
 */
export const SIGHTS = ['layer', 'blind'] as const
export type Sight = (typeof SIGHTS)[number]

/** How several annotators share the work of a workspace: the content of one file, which all of them write. */
export type Team = {
  readonly sight: Sight
  /** By article, the names of those who shall annotate it, sorted; an article that is nobody's is not in it. */
  readonly assignments: ReadonlyMap<string, readonly string[]>
}

export const emptyTeam: Team = { sight: 'layer', assignments: new Map() }

/** Three-way merge, for a file that changed underneath: article by article, ours where both changed. */
export const mergeTeams = (base: Team, ours: Team, theirs: Team): Team => ({
  sight: base.sight === ours.sight ? theirs.sight : ours.sight,
  assignments: mergeById(base.assignments, ours.assignments, theirs.assignments),
})
