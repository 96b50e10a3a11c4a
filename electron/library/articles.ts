import type { Article, ArticleText } from '#shared/domain/article.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { type ArticleFile, articleFromFile, readArticleFile } from '#shared/format/article-file.ts'
import { problemOf } from './disk-problem.ts'
import { orMissing } from './file-ops.ts'
import { filesIn } from './folder.ts'
import { sha256 } from './hash.ts'
import { insideWorkspace, isArticleId } from './ids.ts'
import { readRegularFile } from './regular-file.ts'
import { jsonTextOf, textOf } from './utf8.ts'
import type { Workspace } from './workspace.ts'

/** Ids of all articles, sorted. */
export async function articleIds({ root }: Workspace): Promise<string[]> {
  const names = await filesIn(root, 'articles')
  return names.flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -5)] : [])).filter(isArticleId)
}

/** An article with its text, every byte of it checked against the hash that was taken at import. */
export async function readArticle(workspace: Workspace, id: string): Promise<Result<ArticleText>> {
  const file = await readArticleInfo(workspace, id)
  if (!file.ok) return file
  const bytes = await bytesOfText(workspace, id)
  return bytes.ok ? articleOf(file.value, bytes.value) : bytes
}

/**
 * The same for an article whose text is wanted; null for others, of which nothing else is read. Texts are asked about
 * before they are checked: one that was changed outside is no article any more, whatever is in it.
 */
export async function readArticleIf(
  workspace: Workspace,
  id: string,
  isWanted: (text: string) => boolean,
): Promise<Result<ArticleText> | null> {
  const bytes = await bytesOfText(workspace, id)
  if (!bytes.ok) return bytes
  const text = textOf(bytes.value)
  if (text !== null && !isWanted(text)) return null
  const file = await readArticleInfo(workspace, id)
  return file.ok ? articleOf(file.value, bytes.value) : file
}

/** What an article's file says, without its text. */
export async function readArticleInfo({ root }: Workspace, id: string): Promise<Result<ArticleFile>> {
  const name = `articles/${id}.json`
  if (!isArticleId(id)) return failed(`“${id}” is not the id of an article.`)
  const bytes = await bytesOf(root, name)
  if (!bytes.ok) return bytes
  if (!bytes.value) return failed(`There is no article “${id}” in this workspace any more.`)
  const json = jsonTextOf(bytes.value)
  if (json === null) return failed(`“${name}” is damaged: it is not text.`)
  const read = readArticleFile(json, name)
  if (read.kind !== 'current') return failed(read.sentence)
  return read.value.id === id ? ok(read.value) : failed(`“${name}” is the file of another article.`)
}

async function bytesOfText({ root }: Workspace, id: string): Promise<Result<Uint8Array>> {
  const name = `articles/${id}.txt`
  const bytes = await bytesOf(root, name)
  if (!bytes.ok) return bytes
  if (bytes.value) return ok(bytes.value)
  return failed(`“${name}” is gone; please put it back, or import the article again.`)
}

function articleOf(file: ArticleFile, bytes: Uint8Array): Result<ArticleText> {
  const name = `articles/${file.id}.txt`
  if (sha256(bytes) !== file.sha256) {
    return failed(`“${name}” was changed outside Glosswright; please put the text back as it was imported.`)
  }
  const text = textOf(bytes)
  if (text === null) return failed(`“${name}” is damaged: it is not UTF-8 text.`)
  const article: Result<Article> = articleFromFile(file, text)
  return article.ok ? ok({ article: article.value, text }) : article
}

/** The bytes of a workspace file, null when there is none. */
async function bytesOf(root: string, name: string): Promise<Result<Uint8Array | null>> {
  try {
    const path = await insideWorkspace(root, name)
    return path.ok ? ok(await orMissing(readRegularFile(path.value))) : path
  } catch (error) {
    return failed(`“${name}” could not be read: ${problemOf(error)}`)
  }
}
