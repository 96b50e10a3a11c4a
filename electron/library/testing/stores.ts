import { readFile } from 'node:fs/promises'
import { documentPath } from '#electron/library/document-file.ts'
import type { Timer } from '#electron/library/document-queue.ts'
import type { FileOps } from '#electron/library/file-ops.ts'
import { readRecord, recordFile } from '#electron/library/records.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { WorkspaceStore } from '#electron/library/workspace-store.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import type { AnnotationRecord } from '#shared/domain/record.ts'

/** A clock that stands still until it is told to ring. */
export class StoppedClock {
  readonly delays: number[] = []
  #ring: (() => void) | null = null

  readonly after: Timer = (ms, run) => {
    this.delays.push(ms)
    this.#ring = run
    return () => {
      this.#ring = null
    }
  }

  get isSet(): boolean {
    return this.#ring !== null
  }

  ring(): void {
    const run = this.#ring
    this.#ring = null
    run?.()
  }
}

type Settings = { readonly annotator?: string; readonly ops?: FileOps }

/** A store with one open article, and all that it has told. */
export async function openStore(workspace: Workspace, source: ArticleText, settings: Settings = {}) {
  const clock = new StoppedClock()
  const problems: string[] = []
  const merged: AnnotationRecord[] = []
  const saved: string[] = []
  const events = {
    onMerged: (_: string, record: AnnotationRecord) => void merged.push(record),
    onProblem: (sentence: string) => void problems.push(sentence),
    onSaved: () => void saved.push('saved'),
    onRegistryMerged: () => undefined,
    onCleaningMerged: () => undefined,
    onTeamMerged: () => undefined,
    onSchemeMerged: () => undefined,
  }
  const store = new WorkspaceStore({ workspace, annotator: 'Ana', events, after: clock.after, ...settings })
  const outcome = await store.open(source)
  return { store, outcome, clock, problems, merged, saved }
}

export const recordFileOf = (workspace: Workspace, source: ArticleText, annotator = 'Ana'): Promise<string> =>
  documentPath(recordFile(workspace, annotator, source))

/** Ids of what is in a record's file now. */
export async function idsOnDisk(
  workspace: Workspace,
  source: ArticleText,
  annotator = 'Ana',
): Promise<string[]> {
  const read = await readRecord(workspace, annotator, source)
  if (read.kind !== 'ok') throw new Error(read.sentence)
  return Array.from(read.document.annotations, ({ id }) => id).sort()
}

export const bytesOf = async (workspace: Workspace, source: ArticleText): Promise<string> =>
  readFile(await recordFileOf(workspace, source), 'utf8')
