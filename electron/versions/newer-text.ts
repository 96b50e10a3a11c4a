import { basename } from 'node:path'
import { importPaths } from '#electron/import/import-files.ts'
import type { Parser } from '#electron/import/parser-process.ts'
import type { SourceFile } from '#electron/import/reading.ts'
import { type ArticleDraft, addArticle } from '#electron/library/add-article.ts'
import { readArticleInfo } from '#electron/library/articles.ts'
import { readOriginal } from '#electron/library/original.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'

export type Reading = { readonly workspace: Workspace; readonly parser: Parser }

/** Imports a file that holds one article; resolves to its id. */
export async function articleFromFile({ workspace, parser }: Reading, path: string): Promise<Result<string>> {
  const { files } = await importPaths(workspace, [path], { parser })
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
  reading: Reading,
  id: string,
  encoding: string,
): Promise<Result<string>> {
  const { workspace } = reading
  const info = await readArticleInfo(workspace, id)
  if (!info.ok) return info
  const { original } = info.value.provenance
  const bytes = await readOriginal(workspace, id, original)
  if (!bytes.ok) return bytes
  const name = `${id}.${original ?? 'txt'}`
  return articleFromBytes(reading, { name, bytes: bytes.value, choices: { encoding } })
}

/** Makes an article of what was written into an article's text file. */
export async function articleFromOutside(reading: Reading, id: string): Promise<Result<string>> {
  const bytes = await readOriginal(reading.workspace, id, null)
  if (!bytes.ok) return bytes
  return articleFromBytes(reading, { name: `${id}.txt`, bytes: bytes.value, choices: {} })
}

async function articleFromBytes({ workspace, parser }: Reading, file: SourceFile): Promise<Result<string>> {
  const draft = await draftFrom(parser, file)
  if (!draft.ok) return draft
  const added = await addArticle(workspace, draft.value)
  return added.kind === 'failed' ? failed(added.sentence) : ok(added.id)
}

/** The article that is in a file of one. */
export async function draftFrom(parser: Parser, file: SourceFile): Promise<Result<ArticleDraft>> {
  let found: Result<ArticleDraft> | null = null
  for await (const { draft } of parser.read(file)) {
    if (found) return failed(`“${file.name}” holds several articles, not one.`)
    found = draft
  }
  return found ?? failed(`“${file.name}” holds no article.`)
}
