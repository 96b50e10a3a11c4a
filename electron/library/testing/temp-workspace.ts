import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { type ArticleDraft, addArticle } from '#electron/library/add-article.ts'
import { readArticle } from '#electron/library/articles.ts'
import { createWorkspace, type Workspace } from '#electron/library/workspace.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import type { Result } from '#shared/domain/result.ts'
import { plainUtf8, untitled } from '#shared/testing/samples.ts'

export const tempFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'glosswright-test-'))

/** The value of a result that must be one. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problem.sentence)
  return result.value
}

export const tempWorkspace = async (): Promise<Workspace> => workspaceIn(join(await tempFolder(), 'desk'))

export const workspaceIn = async (folder: string): Promise<Workspace> =>
  must(await createWorkspace(folder, { name: 'Desk' }))

export const draft = (
  text: string,
  title = 'Harbour talks',
  rest: Partial<ArticleDraft> = {},
): ArticleDraft => ({
  text,
  metadata: { ...untitled, title },
  evidence: {},
  boilerplate: [],
  provenance: plainUtf8,
  original: null,
  ...rest,
})

/** Adds an article and reads it back. */
export async function addedArticle(workspace: Workspace, text: string, title?: string): Promise<ArticleText> {
  const added = await addArticle(workspace, draft(text, title))
  if (added.kind === 'failed') throw new Error(added.sentence)
  return must(await readArticle(workspace, added.id))
}

/** Every file under a folder with its content, by path. */
export async function contentOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const contents = files.sort().map(async (file) => [relative(folder, file), await readFile(file, 'latin1')])
  return Object.fromEntries(await Promise.all(contents))
}
