import { readArticle } from '#electron/library/articles.ts'
import type { ArticleEdit } from '#electron/library/bulk-file.ts'
import { readRecord } from '#electron/library/records.ts'
import { UNSAVED } from '#electron/library/unsaved.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { type CarryingOver, carryingOver, type Version, waitingIn } from '#shared/anchoring/carrying-over.ts'
import type { Edit } from '#shared/domain/edit.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import type { BulkReport } from '#shared/ipc/bulk.ts'
import type { Replaced } from '#shared/ipc/versions.ts'

export type VersionParts = {
  readonly workspace: Workspace
  readonly annotator: string
  /** True once all edits are on the disk: the plan is made of what the files say. */
  readonly flush: () => Promise<boolean>
  /** Edits several articles as one step. */
  readonly make: (edit: Edit, plan: AsyncIterable<ArticleEdit>) => Promise<Result<BulkReport>>
}

const NAME = 'Take a newer text'

/** Lets article `laterId` be the newer version of `earlierId`, and carries the annotator's work over, as one step. */
export async function takeOver(
  parts: VersionParts,
  earlierId: string,
  laterId: string,
): Promise<Result<Replaced>> {
  const { access } = parts.workspace
  if (access.kind === 'read') return failed(access.sentence)
  if (earlierId === laterId) return failed('The text is the same, so there is nothing to take over.')
  if (!(await parts.flush())) return failed(UNSAVED)
  const versions = await bothVersions(parts, earlierId, laterId)
  if (!versions.ok) return versions
  const over = carryingOver(versions.value.earlier, versions.value.later)
  const made = await parts.make({ name: NAME, changes: [] }, planOf(versions.value, over))
  if (!made.ok) return made
  if (made.value.left.length > 0)
    return failed('The article was changed meanwhile, so not all was taken over. Undo, and try again.')
  return ok({ kind: 'taken', articleId: laterId, counts: countsOf(over) })
}

async function* planOf({ earlier, later }: Both, over: CarryingOver): AsyncGenerator<ArticleEdit> {
  // The newer version first: whatever happens in between, the annotations are in one of the two.
  yield { articleId: later.id, edit: { name: NAME, changes: over.later } }
  yield { articleId: earlier.id, edit: { name: NAME, changes: over.earlier } }
}

export function countsOf({ anchorings }: Pick<CarryingOver, 'anchorings'>) {
  const counts = { exact: 0, moved: 0, review: 0, gone: 0 }
  for (const { outcome } of anchorings) counts[outcome]++
  return counts
}

type Both = { readonly earlier: Version; readonly later: Version }

async function bothVersions(parts: VersionParts, earlierId: string, laterId: string): Promise<Result<Both>> {
  const earlier = await readVersion(parts, earlierId)
  if (!earlier.ok) return earlier
  const later = await readVersion(parts, laterId)
  if (!later.ok) return later
  const why = await whyNot(parts, earlier.value, later.value)
  return why === null ? ok({ earlier: earlier.value, later: later.value }) : failed(why)
}

async function whyNot(parts: VersionParts, earlier: Version, later: Version): Promise<string | null> {
  if (earlier.record.later !== null) return 'There is a newer version of this article already.'
  if (later.record.earlier !== null) return 'That article is the newer version of another one already.'
  if (later.record.later !== null) return 'Of that article there is a newer version, too; take that one.'
  const before = earlier.record.earlier && (await readVersion(parts, earlier.record.earlier.article))
  const waiting = before?.ok ? waitingIn(before.value.record, earlier.record).length : 0
  if (waiting === 0) return null
  return 'Annotations of a still earlier version wait to be placed in this one. Please place or drop them first.'
}

/** An article with what the annotator has said of it. */
export async function readVersion(
  { workspace, annotator }: Pick<VersionParts, 'workspace' | 'annotator'>,
  id: string,
): Promise<Result<Version>> {
  const source = await readArticle(workspace, id)
  if (!source.ok) return source
  const read = await readRecord(workspace, annotator, source.value)
  if (read.kind !== 'ok') return failed(read.sentence)
  return ok({ id, text: source.value.text, record: read.document })
}
