import type { ArticleText } from '#shared/domain/article.ts'

import type { Comment, Judgement, Review } from '#shared/domain/review.ts'
import { reviewWriter } from '#shared/format/reviews-file.ts'
import { assignedNames, TEAM_NAME, teamToFile } from '#shared/format/team-file.ts'
import { writeDurably } from './durable-write.ts'
import { pathInside } from './ids.ts'
import { readTeam } from './team-document.ts'
import type { Workspace } from './workspace.ts'

type Names = { readonly before: string; readonly after: string }

/** What an annotator said of others' marks, as the file of another name has it. */
export function renamedReview(source: ArticleText, review: Review, names: Names): string {
  const nameOf = (name: string): string => (name === names.before ? names.after : name)
  const judgement = (one: Judgement): Judgement => ({
    ...one,
    about: one.about.map((mark) => ({ ...mark, annotator: nameOf(mark.annotator) })),
    by: nameOf(one.by),
  })
  const comment = (one: Comment): Comment => ({
    ...one,
    about: { ...one.about, annotator: nameOf(one.about.annotator) },
    by: nameOf(one.by),
  })
  const renamed = {
    judgements: mapped(review.judgements, judgement),
    comments: mapped(review.comments, comment),
  }
  return reviewWriter(source, names.after)(renamed)
}

const mapped = <T>(all: ReadonlyMap<string, T>, change: (one: T) => T): ReadonlyMap<string, T> =>
  new Map(Array.from(all, ([id, one]) => [id, change(one)]))

/** Gives what is assigned to one name to another. A file that cannot be read is left as it is. */
export async function renameInTeam(workspace: Workspace, names: Names): Promise<void> {
  const read = await readTeam(workspace)
  if (read.kind !== 'ok') return
  const { assignments } = read.document
  if (![...assignments.values()].some((some) => some.includes(names.before))) return
  const nameOf = (name: string): string => (name === names.before ? names.after : name)
  const renamed = mapped(assignments, (some) => assignedNames(some.map(nameOf)))
  const path = await pathInside(workspace.root, TEAM_NAME)
  await writeDurably(path, [teamToFile({ ...read.document, assignments: renamed })])
}
