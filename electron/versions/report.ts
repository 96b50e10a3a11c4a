import { basename } from 'node:path'
import { readWhole } from '#electron/import/read-whole.ts'
import { readArticle } from '#electron/library/articles.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { anchoringsOf, type Version } from '#shared/anchoring/carrying-over.ts'
import type { Anchoring } from '#shared/domain/anchoring.ts'
import { codePointMap } from '#shared/domain/code-points.ts'
import { emptyRecord } from '#shared/domain/record.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import { readingOf } from './newer-text.ts'
import { readVersion } from './taking-over.ts'

/** What becomes of an annotation; `start` and `end` are code points in the newer text. */
export type AnchoredRow = {
  readonly id: string
  readonly outcome: Anchoring['outcome']
  readonly start?: number
  readonly end?: number
}

type Asked = { readonly annotators: readonly string[]; readonly path: string }

/** Tells what would become of annotations in the text of a file, and writes nothing. */
export async function reportAnchoring(
  workspace: Workspace,
  articleId: string,
  { annotators, path }: Asked,
): Promise<Result<readonly AnchoredRow[]>> {
  const source = await readArticle(workspace, articleId)
  if (!source.ok) return source
  const bytes = await readWhole(path)
  if (!bytes.ok) return bytes
  const reading = await readingOf(basename(path), { bytes: bytes.value, choices: {} })
  if (!reading.ok) return reading
  const later = { id: '', text: reading.value.text, record: emptyRecord }
  const rows: AnchoredRow[] = []
  for (const annotator of annotators) {
    const earlier = await readVersion({ workspace, annotator }, articleId)
    if (!earlier.ok) return earlier
    rows.push(...anchoredRows(earlier.value, later))
  }
  return ok(rows)
}

type Versions = { readonly earlierId: string; readonly laterId: string }

/** The same of two versions that are articles already. */
export async function rowsOf(
  workspace: Workspace,
  annotator: string,
  { earlierId, laterId }: Versions,
): Promise<Result<readonly AnchoredRow[]>> {
  const earlier = await readVersion({ workspace, annotator }, earlierId)
  if (!earlier.ok) return earlier
  const later = await readVersion({ workspace, annotator }, laterId)
  return later.ok ? ok(anchoredRows(earlier.value, later.value)) : later
}

function anchoredRows(earlier: Version, later: Version): readonly AnchoredRow[] {
  const map = codePointMap(later.text)
  return anchoringsOf([...earlier.record.annotations], earlier, later).map((anchoring) => {
    const { id, outcome } = anchoring
    const [first, last] = 'spans' in anchoring ? [anchoring.spans[0], anchoring.spans.at(-1)] : []
    if (!first || !last) return { id, outcome }
    return { id, outcome, start: map.toCodePoint(first.start), end: map.toCodePoint(last.end) }
  })
}
