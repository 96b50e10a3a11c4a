import { ok, type Result } from '#shared/domain/result.ts'
import type { EncodingChoice } from '#shared/ipc/importing.ts'
import type { Parser } from './import/parser-process.ts'
import { readArticle } from './library/articles.ts'
import { readOriginal } from './library/original.ts'
import type { Workspace } from './library/workspace.ts'

/** How the original of an article would read in other encodings: that in use first, then the likeliest. */
export async function encodingsOf(
  workspace: Workspace,
  parser: Parser,
  articleId: string,
): Promise<Result<readonly EncodingChoice[]>> {
  const read = await readArticle(workspace, articleId)
  if (!read.ok) return read
  const { encoding: current, certainty, original } = read.value.article.provenance
  const bytes = await readOriginal(workspace, articleId, original)
  if (!bytes.ok) return bytes
  const previews = await parser.encodings({ name: articleId, bytes: bytes.value, choices: {} })
  if (!previews.ok) return previews
  const choices = previews.value.map((preview) => {
    const isCurrent = preview.encoding === current
    return { ...preview, certainty: isCurrent ? certainty : preview.certainty, isCurrent }
  })
  return ok(choices.sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent)))
}
