import { BulkEdits } from '#electron/bulk-edits.ts'
import { HistoryLog } from '#electron/library/history-log.ts'
import { silentEvents } from '#electron/library/store-events.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { WorkspaceStore } from '#electron/library/workspace-store.ts'
import { counted } from '#shared/domain/counted.ts'
import type { CommandInput } from './command.ts'

/** What edits many articles on the command line, as a workspace that is open for an annotator does. */
export type BulkDesk = { readonly make: BulkEdits['make']; readonly flush: () => Promise<boolean> }

/** Each edit is a step that the annotator can undo in the app. The workspace must be locked. */
export async function atBulkDesk<T>(
  workspace: Workspace,
  annotator: string,
  { progress, signal }: Pick<CommandInput, 'progress' | 'signal'>,
  work: (desk: BulkDesk) => Promise<T>,
): Promise<T> {
  const storeFor = (name: string) =>
    new WorkspaceStore({ workspace, annotator: name, events: { ...silentEvents, onProblem: progress } })
  const store = storeFor(annotator)
  const history = await HistoryLog.of(workspace, annotator)
  const bulk = new BulkEdits({
    ...{ workspace, annotator, store, storeFor, history },
    onProgress: ({ done, total }) => progress(`Writing: ${done} of ${counted(total, 'article')}`),
    onEdited: () => undefined,
  })
  const stop = (): void => bulk.cancel()
  signal.addEventListener('abort', stop)
  try {
    await Promise.all([store.openRegistry(), store.openManifest()])
    return await work({ make: bulk.make.bind(bulk), flush: () => bulk.flush() })
  } finally {
    signal.removeEventListener('abort', stop)
    await store.close()
    history.close()
  }
}
