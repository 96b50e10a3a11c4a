import { readFile } from 'node:fs/promises'
import type { FileOps } from '#electron/library/file-ops.ts'
import { recordPath } from '#electron/library/record-path.ts'
import type { Timer } from '#electron/library/record-queue.ts'
import { RecordStore } from '#electron/library/record-store.ts'
import { readRecord } from '#electron/library/records.ts'
import type { Workspace } from '#electron/library/workspace.ts'
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
    onProblem: (_: string, sentence: string) => void problems.push(sentence),
    onSaved: (articleId: string) => void saved.push(articleId),
  }
  const store = new RecordStore({ workspace, annotator: 'Ana', events, after: clock.after, ...settings })
  const outcome = await store.open(source)
  return { store, outcome, clock, problems, merged, saved }
}

export const recordFileOf = (workspace: Workspace, source: ArticleText, annotator = 'Ana'): Promise<string> =>
  recordPath({ workspace, annotator, articleId: source.article.id })

/** Ids of what is in a record's file now. */
export async function idsOnDisk(
  workspace: Workspace,
  source: ArticleText,
  annotator = 'Ana',
): Promise<string[]> {
  const read = await readRecord(workspace, annotator, source)
  if (read.kind !== 'ok') throw new Error(read.sentence)
  return Array.from(read.record.annotations, ({ id }) => id).sort()
}

export const bytesOf = async (workspace: Workspace, source: ArticleText): Promise<string> =>
  readFile(await recordFileOf(workspace, source), 'utf8')
