import { BulkEdits } from '#electron/bulk-edits.ts'
import { HistoryLog } from '#electron/library/history-log.ts'
import { silentEvents } from '#electron/library/store-events.ts'
import { addedArticle, must, tempWorkspace } from '#electron/library/testing/temp-workspace.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { WorkspaceStore } from '#electron/library/workspace-store.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import { mark, marking } from '#shared/testing/samples.ts'

export const TEXT = '😀 Norland will pay Vesteria.'

/** A workspace in which Ana has marked “Norland” and “Vesteria” in one article; all that is open is closed by `close`. */
export async function reviewedDesk() {
  const workspace = await tempWorkspace()
  const source = await addedArticle(workspace, TEXT)
  await edit(workspace, source, ['m1', 3, 10])
  await edit(workspace, source, ['m2', 20, 28])
  const storeFor = (annotator: string) => new WorkspaceStore({ workspace, annotator, events: silentEvents })
  const store = storeFor('Otto')
  const history = await HistoryLog.of(workspace, 'Otto')
  const bulk = new BulkEdits({
    ...{ workspace, annotator: 'Otto', store, storeFor, history },
    onProgress: () => undefined,
    onEdited: () => undefined,
  })
  await Promise.all([store.openRegistry(), store.openManifest()])
  const make: BulkEdits['make'] = (made, plan, whose) => bulk.make(made, plan, whose)
  return {
    workspace,
    source,
    bulk,
    parts: { workspace, make, flush: () => store.flush() },
    close: async () => {
      await store.close()
      history.close()
    },
  }
}

/** Ana marks something more. */
export async function edit(
  workspace: Workspace,
  source: ArticleText,
  [id, start, end]: readonly [string, number, number],
): Promise<void> {
  const store = new WorkspaceStore({ workspace, annotator: 'Ana', events: silentEvents })
  const opened = await store.open(source)
  if (opened.kind !== 'ok') throw new Error(opened.sentence)
  const before = opened.document.annotations.get(id) ?? null
  await store.apply(source.article.id, marking(mark(id, start, end), before))
  must({ ok: true, value: await store.flush() })
  await store.close()
}
