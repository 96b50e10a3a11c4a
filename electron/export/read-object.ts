import { readArticle } from '#electron/library/articles.ts'
import { readCleanings } from '#electron/library/cleanings.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import { uniteCleaning } from '#shared/domain/united-cleaning.ts'
import type { DatasetArticle } from '#shared/format/dataset.ts'
import { articleObject, type Contribution } from './article-object.ts'
import { readContributions } from './contributions.ts'

/** An article, and what some annotators have said of it. */
export type ArticleParts = {
  readonly source: ArticleText
  readonly contributions: readonly Contribution[]
}

export async function readParts(
  workspace: Workspace,
  id: string,
  annotators: readonly string[],
): Promise<Result<ArticleParts>> {
  const source = await readArticle(workspace, id)
  if (!source.ok) return source
  const contributions = await readContributions(workspace, source.value, annotators)
  return contributions.ok ? ok({ source: source.value, contributions: contributions.value }) : contributions
}

/** One article of a workspace as the dataset has it. */
export async function readObject(
  workspace: Workspace,
  id: string,
  annotators: readonly string[],
): Promise<Result<DatasetArticle>> {
  const { parts } = await readCleanings(workspace, annotators)
  const read = await readParts(workspace, id, annotators)
  if (!read.ok) return read
  const { source, contributions } = read.value
  return ok(articleObject(source, contributions, uniteCleaning(parts)))
}
