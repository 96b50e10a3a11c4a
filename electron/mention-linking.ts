import type { Annotation } from '#shared/domain/annotation.ts'
import { type Change, type Edit, touches } from '#shared/domain/edit.ts'
import { failed, type Result } from '#shared/domain/result.ts'
import type { BulkReport } from '#shared/ipc/bulk.ts'
import type { ArticleLinks } from '#shared/ipc/contract.ts'
import { readArticle } from './library/articles.ts'
import type { ArticleEdit } from './library/bulk-file.ts'
import { readRecord } from './library/records.ts'
import { UNSAVED } from './library/unsaved.ts'
import type { Session } from './session.ts'

/**
 * Links mentions of any number of articles, and does `edit` of the registry for it, as one step of the history. Mentions
 * that are gone are passed over.
 */
export async function linkMentions(
  session: Session,
  edit: Edit,
  articles: readonly ArticleLinks[],
): Promise<Result<BulkReport>> {
  if (touches(edit, 'record')) throw new Error('Mentions are named by their ids, not by changes')
  const { access } = session.workspace
  if (access.kind === 'read') return failed(access.sentence)
  // The plan is made of what the files say.
  if (!(await session.flush())) return failed(UNSAVED)
  return session.bulk.make(edit, plan(session, edit.name, articles))
}

async function* plan(
  { workspace, annotator }: Session,
  name: string,
  articles: readonly ArticleLinks[],
): AsyncGenerator<ArticleEdit> {
  const now = new Date().toISOString()
  for (const { articleId, links } of articles) {
    const source = await readArticle(workspace, articleId)
    const read = source.ok ? await readRecord(workspace, annotator, source.value) : null
    if (read?.kind !== 'ok') continue
    const { annotations } = read.document
    const changes = links.flatMap(({ id, actor }) => linkChange(annotations.get(id), actor, now))
    if (changes.length > 0) yield { articleId, edit: { name, changes } }
  }
}

function linkChange(before: Annotation | undefined, actor: string | null, now: string): readonly Change[] {
  if (!before || (before.actor ?? null) === actor) return []
  const { actor: _, ...rest } = before
  const after = { ...rest, ...(actor === null ? {} : { actor }), updated: now }
  return [{ kind: 'annotation', id: before.id, before, after }]
}
