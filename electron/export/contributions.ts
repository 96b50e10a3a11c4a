import { listAnnotators } from '#electron/library/catalogue.ts'
import { problemOf, unreadableSentence } from '#electron/library/disk-problem.ts'
import { readRecord } from '#electron/library/records.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import type { Contribution } from './article-object.ts'

/** The annotators whose work is wanted: those that are named, who must be there, or for null all; sorted. */
export async function wantedAnnotators(
  workspace: Workspace,
  named: readonly string[] | null,
): Promise<Result<readonly string[]>> {
  try {
    const all = await listAnnotators(workspace)
    const missing = named?.find((name) => !all.includes(name))
    if (missing === undefined) return ok(named ? all.filter((name) => named.includes(name)) : all)
    return failed(
      `There is no annotator “${missing}” in this workspace; the annotators are: ${all.join(', ') || 'none'}.`,
    )
  } catch (error) {
    return failed(unreadableSentence(error, workspace.root))
  }
}

/**
 * What `annotators` have said about an article; those who have said nothing yet are left out. One file that cannot be
 * read fails them all: a gap that nobody is told of would be worse than no answer.
 */
export async function readContributions(
  workspace: Workspace,
  source: ArticleText,
  annotators: readonly string[],
): Promise<Result<Contribution[]>> {
  const contributions: Contribution[] = []
  for (const annotator of annotators) {
    try {
      const read = await readRecord(workspace, annotator, source)
      if (read.kind !== 'ok') return failed(read.sentence)
      if (read.fileHash !== null) contributions.push({ annotator, record: read.document })
    } catch (error) {
      return failed(
        `The work of “${annotator}” on “${source.article.id}” could not be read: ${problemOf(error)}`,
      )
    }
  }
  return ok(contributions)
}
