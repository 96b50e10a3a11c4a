import { BulkEdits } from '#electron/bulk-edits.ts'
import { parserHere } from '#electron/import/testing/parser-here.ts'
import { addArticle } from '#electron/library/add-article.ts'
import { readArticle } from '#electron/library/articles.ts'
import { HistoryLog } from '#electron/library/history-log.ts'
import { silentEvents } from '#electron/library/store-events.ts'
import { contentOf, draft, must } from '#electron/library/testing/temp-workspace.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { WorkspaceStore } from '#electron/library/workspace-store.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import type { Change } from '#shared/domain/edit.ts'
import type { Result } from '#shared/domain/result.ts'
import type { MergePreview, MergeReport } from '#shared/ipc/merging.ts'
import { openColleague } from '../colleague.ts'
import { mergePreview } from '../merge-preview.ts'
import { takeMerge } from '../taking-merge.ts'

/** The desk of an annotator, as after a start of the app. */
export async function deskFor(annotator: string, workspace: Workspace) {
  const storeFor = (name: string) => new WorkspaceStore({ workspace, annotator: name, events: silentEvents })
  const store = storeFor(annotator)
  await Promise.all([store.openRegistry(), store.openManifest()])
  const history = await HistoryLog.of(workspace, annotator)
  const bulk = new BulkEdits({
    ...{ workspace, annotator, store, storeFor, history },
    onProgress: () => undefined,
    onEdited: () => undefined,
  })
  const close = async () => {
    await store.close()
    history.close()
  }
  return { bulk, store, history, close }
}

/** Changes what an annotator says of an article, or besides for null. */
export async function say(
  workspace: Workspace,
  annotator: string,
  source: ArticleText | null,
  changes: readonly Change[],
): Promise<void> {
  const store = new WorkspaceStore({ workspace, annotator, events: silentEvents })
  await Promise.all([store.openRegistry(), store.openManifest(), store.openCleaning(), store.openTeam()])
  if (source) await Promise.all([store.open(source), store.openReview(source)])
  await store.apply(source?.article.id ?? null, { name: 'Say', changes })
  await store.close()
}

export async function articleOf(
  workspace: Workspace,
  text: string,
  rest: Parameters<typeof draft>[2] = {},
): Promise<ArticleText> {
  const added = await addArticle(workspace, draft(text, `Of ${text.slice(0, 12)}`, rest))
  if (added.kind === 'failed') throw new Error(added.sentence)
  return must(await readArticle(workspace, added.id))
}

const parts = (ours: Workspace) => ({ ours, parser: parserHere, signal: new AbortController().signal })

export async function previewOf(
  path: string,
  workspace: Workspace,
  annotator = 'Ana',
): Promise<Result<MergePreview>> {
  const colleague = await openColleague(path, parts(workspace))
  if (!colleague.ok) return colleague
  const { signal } = new AbortController()
  const preview = await mergePreview(colleague.value, {
    ...{ workspace, annotator, signal },
    onProgress: () => undefined,
  })
  await colleague.value.close()
  return preview
}

/** Merges what lies at a path, by default everybody under their own name. */
export async function mergeInto(
  workspace: Workspace,
  path: string,
  names: Readonly<Record<string, string>> | null = null,
  annotator = 'Ana',
): Promise<MergeReport> {
  const colleague = must(await openColleague(path, parts(workspace)))
  const proposed = must(await previewOf(path, workspace, annotator)).annotators
  const desk = await deskFor(annotator, workspace)
  const choices = { names: names ?? Object.fromEntries(proposed.map(({ name }) => [name, name])) }
  const report = await takeMerge(colleague, choices, {
    workspace,
    flush: () => desk.store.flush(),
    make: (edit, plan) => desk.bulk.make(edit, plan),
    onProgress: () => undefined,
  })
  await desk.close()
  await colleague.close()
  return must(report)
}

/** Takes back, or does again, what the annotator did last, after a start of the app. */
export async function travel(workspace: Workspace, direction: 'undo' | 'redo', annotator = 'Ana') {
  const desk = await deskFor(annotator, workspace)
  const report = await desk.bulk.travel(direction)
  await desk.close()
  return report
}

/** Every file that is no cache, by path. */
export async function filesOf({ root }: Workspace, under = ''): Promise<Record<string, string>> {
  const files = Object.entries(await contentOf(root))
  return Object.fromEntries(
    files.filter(([name]) => !name.startsWith('.glosswright') && name.startsWith(under)),
  )
}
