import { basename } from 'node:path'
import { draftOf } from '#electron/import/draft.ts'
import { importPaths } from '#electron/import/import-files.ts'
import { readerOf } from '#electron/import/readers.ts'
import type { Part, Reading, ReadingChoices } from '#electron/import/reading.ts'
import { addArticle } from '#electron/library/add-article.ts'
import { readArticleInfo } from '#electron/library/articles.ts'
import { problemOf } from '#electron/library/disk-problem.ts'
import { pathInside } from '#electron/library/ids.ts'
import { readRegularFile } from '#electron/library/regular-file.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'

/** Imports a file that holds one article; resolves to its id. */
export async function articleFromFile(workspace: Workspace, path: string): Promise<Result<string>> {
  const { files } = await importPaths(workspace, [path])
  const [file, ...others] = files
  if (others.length > 0)
    return failed(
      `“${basename(path)}” holds ${files.length} articles. They are imported; choose one of them.`,
    )
  if (!file?.articleId) return failed(file?.reason ?? `“${basename(path)}” holds no article.`)
  return ok(file.articleId)
}

/** Makes an article of what an article was imported from, read in another encoding. */
export async function articleInEncoding(
  workspace: Workspace,
  id: string,
  encoding: string,
): Promise<Result<string>> {
  const info = await readArticleInfo(workspace, id)
  if (!info.ok) return info
  const { original } = info.value.provenance
  const name = original === null ? `articles/${id}.txt` : `sources/${id}.${original}`
  const bytes = await bytesOf(workspace, name)
  if (!bytes.ok) return bytes
  return articleFromBytes(workspace, `${id}.${original ?? 'txt'}`, {
    bytes: bytes.value,
    choices: { encoding },
  })
}

/** Makes an article of what was written into an article's text file. */
export async function articleFromOutside(workspace: Workspace, id: string): Promise<Result<string>> {
  const bytes = await bytesOf(workspace, `articles/${id}.txt`)
  return bytes.ok ? articleFromBytes(workspace, `${id}.txt`, { bytes: bytes.value, choices: {} }) : bytes
}

type Content = { readonly bytes: Uint8Array; readonly choices: ReadingChoices }

async function articleFromBytes(
  workspace: Workspace,
  name: string,
  content: Content,
): Promise<Result<string>> {
  const reading = await readingOf(name, content)
  if (!reading.ok) return reading
  const added = await addArticle(workspace, draftOf(reading.value))
  return added.kind === 'failed' ? failed(added.sentence) : ok(added.id)
}

/** What the reader of such files makes of one that holds one article. */
export async function readingOf(name: string, content: Content): Promise<Result<Reading>> {
  const reader = readerOf(name)
  if (!reader) return failed(`“${name}” is of a format that is not read.`)
  const parts: Part[] = []
  for await (const part of await reader.read({ name, ...content })) parts.push(part)
  const [part] = parts
  return part && parts.length === 1
    ? part.reading
    : failed(`“${name}” holds ${parts.length} articles, not one.`)
}

async function bytesOf({ root }: Workspace, name: string): Promise<Result<Uint8Array>> {
  try {
    return ok(await readRegularFile(await pathInside(root, name)))
  } catch (error) {
    return failed(`“${name}” could not be read: ${problemOf(error)}`)
  }
}
