import { failed, ok, type Result } from '#shared/domain/result.ts'
import type { EncodingChoice } from '#shared/ipc/importing.ts'
import { ENCODINGS, previewEncodings } from './import/encoding-previews.ts'
import { guessEncoding } from './import/guess-encoding.ts'
import { readArticle } from './library/articles.ts'
import { problemOf } from './library/disk-problem.ts'
import { insideWorkspace } from './library/ids.ts'
import { readRegularFile } from './library/regular-file.ts'
import type { Workspace } from './library/workspace.ts'

/** How the original of an article would read in other encodings: that in use first, then what has the fewest faults. */
export async function encodingsOf(
  workspace: Workspace,
  articleId: string,
): Promise<Result<readonly EncodingChoice[]>> {
  const read = await readArticle(workspace, articleId)
  if (!read.ok) return read
  const { encoding: current, certainty, original } = read.value.article.provenance
  const bytes = await bytesOfOriginal(workspace, articleId, original)
  if (!bytes.ok) return bytes
  const guess = guessEncoding(bytes.value)
  const certainties = new Map([
    [guess?.encoding, guess?.certainty],
    [current, certainty],
  ])
  const previews = previewEncodings(bytes.value, [
    ...new Set([current, guess?.encoding ?? current, ...ENCODINGS]),
  ])
  const choices = previews.map((preview) => ({
    ...preview,
    certainty: certainties.get(preview.encoding) ?? null,
    isCurrent: preview.encoding === current,
  }))
  return ok(choices.sort(inOrder))
}

function inOrder(a: EncodingChoice, b: EncodingChoice): number {
  return (
    Number(b.isCurrent) - Number(a.isCurrent) ||
    a.undecodable - b.undecodable ||
    (b.certainty ?? 0) - (a.certainty ?? 0)
  )
}

/** The text's own file is the original where none was kept. */
async function bytesOfOriginal(
  { root }: Workspace,
  id: string,
  ending: string | null,
): Promise<Result<Uint8Array>> {
  const name = ending === null ? `articles/${id}.txt` : `sources/${id}.${ending}`
  try {
    const path = await insideWorkspace(root, name)
    return path.ok ? ok(await readRegularFile(path.value)) : path
  } catch (error) {
    return failed(`“${name}” could not be read: ${problemOf(error)}`)
  }
}
