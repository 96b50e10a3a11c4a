import { readArticleInfo } from '#electron/library/articles.ts'
import { recordContents } from '#electron/library/records.ts'
import { jsonTextOf } from '#electron/library/utf8.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { anchoringsOf, inLater, type Version, waitingIn } from '#shared/anchoring/carrying-over.ts'
import type { Anchoring } from '#shared/domain/anchoring.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { readAnnotationOutline } from '#shared/format/annotation-file.ts'
import type { Comparison, MovedMark, VersionRow, Waiting } from '#shared/ipc/versions.ts'
import { readVersion } from './taking-over.ts'

type Parts = { readonly workspace: Workspace; readonly annotator: string }

/** Articles of the annotator's that have a newer version, those with annotations waiting first. */
export async function listVersions(parts: Parts): Promise<Result<readonly VersionRow[]>> {
  const rows: VersionRow[] = []
  for await (const { articleId, bytes } of recordContents(parts.workspace, parts.annotator)) {
    const json = bytes && jsonTextOf(bytes)
    const read = json ? readAnnotationOutline(json, articleId) : null
    const later = read?.kind === 'current' ? read.value.later : null
    const row = later === null ? null : await rowOf(parts, articleId, later)
    if (row) rows.push(row)
  }
  return ok(rows.sort((a, b) => b.waiting - a.waiting || (a.laterTitle < b.laterTitle ? -1 : 1)))
}

async function rowOf(parts: Parts, earlierId: string, laterId: string): Promise<VersionRow | null> {
  const both = await bothOf(parts, earlierId, laterId)
  if (!both) return null
  return {
    earlierId,
    earlierTitle: await titleOf(parts.workspace, both.earlier),
    laterId,
    laterTitle: await titleOf(parts.workspace, both.later),
    waiting: waitingIn(both.earlier.record, both.later.record).length,
  }
}

/** Null where one of them cannot be read: opening it says why. */
async function bothOf(parts: Parts, earlierId: string, laterId: string) {
  const [earlier, later] = [await readVersion(parts, earlierId), await readVersion(parts, laterId)]
  return earlier.ok && later.ok ? { earlier: earlier.value, later: later.value } : null
}

async function titleOf(workspace: Workspace, { id, record }: Version): Promise<string> {
  const info = await readArticleInfo(workspace, id)
  return record.corrections.title ?? (info.ok ? info.value.title : id)
}

/** What of the earlier version has no place in article `laterId` yet, and what has another one than before. */
export async function compareVersions(parts: Parts, laterId: string): Promise<Result<Comparison>> {
  const later = await readVersion(parts, laterId)
  if (!later.ok) return later
  const { earlier: link } = later.value.record
  if (!link) return failed('This article is no newer version of another one.')
  const earlier = await readVersion(parts, link.article)
  if (!earlier.ok) return earlier
  return ok({
    earlierId: link.article,
    earlierTitle: await titleOf(parts.workspace, earlier.value),
    laterId,
    oldText: earlier.value.text,
    ...marksOf(earlier.value, later.value),
  })
}

function marksOf(earlier: Version, later: Version): Pick<Comparison, 'waiting' | 'moved'> {
  const annotations = inLater(earlier.record, later.record)
  const anchorings = anchoringsOf(annotations, earlier, later)
  const unplaced = new Set(waitingIn(earlier.record, later.record).map(({ id }) => id))
  const rows = annotations.map((annotation, i) => ({ annotation, anchoring: anchorings[i] as Anchoring }))
  return {
    waiting: rows.filter(({ annotation: { id } }) => unplaced.has(id)).map(waitingOf),
    moved: rows
      .filter(({ annotation: { id } }) => later.record.annotations.get(id))
      .flatMap(({ annotation, anchoring }) => movedOf(annotation, anchoring)),
  }
}

type Row = { readonly annotation: Annotation; readonly anchoring: Anchoring }

function waitingOf({ annotation, anchoring }: Row): Waiting {
  if (anchoring.outcome === 'gone')
    return { annotation, reason: 'gone', candidates: [], near: anchoring.near }
  if (anchoring.outcome === 'review')
    return { annotation, reason: anchoring.reason, candidates: anchoring.candidates, near: anchoring.near }
  // Made, or let go and taken back, after the rest was carried over: its place is known.
  const { start, end } = { start: anchoring.spans[0]?.start ?? 0, end: anchoring.spans.at(-1)?.end ?? 0 }
  return { annotation, reason: 'later', candidates: [{ start, end, errors: 0 }], near: start }
}

function movedOf({ id, start, end }: Annotation, anchoring: Anchoring): readonly MovedMark[] {
  if (anchoring.outcome !== 'moved') return []
  return [{ id, before: { start, end }, evidence: anchoring.evidence }]
}
