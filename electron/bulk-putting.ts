import type { ArticleText } from '#shared/domain/article.ts'
import {
  type Document,
  type Documents,
  type Edit,
  isDoneTo,
  partOf,
  StaleEdit,
  touches,
} from '#shared/domain/edit.ts'
import { readArticle } from './library/articles.ts'
import type { ArticleEdit } from './library/bulk-file.ts'
import type { DocumentOutcome } from './library/document-reading.ts'
import type { Workspace } from './library/workspace.ts'
import type { WorkspaceStore } from './library/workspace-store.ts'

/** Of an edit that was put to its documents: done; there already; or left, since they have changed meanwhile. */
export type Sort = 'done' | 'same' | 'left'

type Put = Pick<ArticleEdit, 'articleId' | 'edit'> & {
  /** Documents that shall have no file where nothing is in them then. */
  readonly unmakes: readonly Document[]
}

/** Puts one of many edits to the documents that it changes, as far as they are not so already. */
export async function putEdit(
  store: WorkspaceStore,
  workspace: Workspace,
  { articleId, edit, unmakes }: Put,
): Promise<Sort> {
  const wasOpen = articleId === null || store.has(articleId)
  const source = articleId === null ? null : await readArticle(workspace, articleId)
  if (source && !source.ok) return 'left'
  try {
    const sort = await put(store, source?.value ?? null, edit)
    if (sort !== 'left') await store.removeEmpty(articleId, unmakes)
    return sort
  } finally {
    if (!wasOpen) await store.letGo(articleId)
  }
}

async function put(store: WorkspaceStore, source: ArticleText | null, edit: Edit): Promise<Sort> {
  try {
    const left = await undone(store, source, edit)
    if (left === null) return 'left'
    // A kill may have come between two files.
    const rest = partOf(edit, left)
    if (rest.changes.length === 0) return 'same'
    await store.apply(source?.article.id ?? null, rest)
    return 'done'
  } catch (error) {
    if (error instanceof StaleEdit) return 'left'
    throw error
  }
}

/** The documents in which not all that `edit` changes is done; null where any of them cannot be edited. */
async function undone(
  store: WorkspaceStore,
  source: ArticleText | null,
  edit: Edit,
): Promise<readonly Document[] | null> {
  const left: Document[] = []
  for (const [name, open] of openings(store, source)) {
    if (!touches(edit, name)) continue
    const document = await open()
    if (document === null) return null
    if (!isDoneTo(name, document as Documents[typeof name], edit)) left.push(name)
  }
  return left
}

type Opening = readonly [Document, () => Promise<Documents[Document] | null>]

/** How each document is opened; those of an article only where there is one. */
function openings(store: WorkspaceStore, source: ArticleText | null): readonly Opening[] {
  const manifest = async () => {
    const outcome = await store.openManifest()
    return outcome.kind === 'ok' ? outcome.document.scheme : null
  }
  const besides: readonly Opening[] = [
    ['registry', async () => documentIn(await store.openRegistry())],
    ['cleaning', async () => documentIn(await store.openCleaning())],
    ['scheme', manifest],
    ['team', async () => documentIn(await store.openTeam())],
  ]
  if (!source) return besides
  const { id } = source.article
  return [
    ['record', async () => store.openRecord(id) ?? documentIn(await store.open(source))],
    ['review', async () => store.openReviewOf(id) ?? documentIn(await store.openReview(source))],
    ...besides,
  ]
}

const documentIn = <D>(outcome: DocumentOutcome<D>): D | null =>
  outcome.kind === 'ok' ? outcome.document : null
