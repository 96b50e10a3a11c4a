import { articleIds, readArticle } from '#electron/library/articles.ts'
import { listAnnotators } from '#electron/library/catalogue.ts'
import { filesIn } from '#electron/library/folder.ts'
import { isArticleId } from '#electron/library/ids.ts'
import { lookedAt } from '#electron/library/looked-at.ts'
import { readReview } from '#electron/library/reviews.ts'
import { readTeam } from '#electron/library/team-document.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { REVIEWS_FOLDER } from '#shared/format/reviews-file.ts'

/** What is wrong with the files of those who work together, one sentence each. No export is stopped by it. */
export async function teamProblems(workspace: Workspace): Promise<string[]> {
  const looked = lookedAt(workspace)
  const team = await readTeam(looked)
  const problems = team.kind === 'ok' ? [] : [team.sentence]
  const ids = new Set(await articleIds(workspace))
  for (const annotator of await listAnnotators(workspace)) {
    for (const file of await filesIn(workspace.root, 'annotators', annotator, REVIEWS_FOLDER))
      problems.push(...(await reviewProblems(looked, annotator, file, ids)))
  }
  return problems
}

async function reviewProblems(
  workspace: Workspace,
  annotator: string,
  file: string,
  ids: ReadonlySet<string>,
): Promise<string[]> {
  const id = file.replace(/\.json$/, '')
  // Conflict copies are named with all others.
  if (id === file || !isArticleId(id)) return []
  if (!ids.has(id)) return [`“annotators/${annotator}/${REVIEWS_FOLDER}/${file}” belongs to no article here.`]
  const source = await readArticle(workspace, id)
  if (!source.ok) return [source.problem.sentence]
  const read = await readReview(workspace, annotator, source.value)
  return read.kind === 'ok' ? [] : [read.sentence]
}
