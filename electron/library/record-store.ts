import type { ArticleText } from '#shared/domain/article.ts'
import type { Edit } from '#shared/domain/edit.ts'
import { type AnnotationRecord, emptyRecord } from '#shared/domain/record.ts'
import { problemOf } from './disk-problem.ts'
import { type FileOps, realFileOps } from './file-ops.ts'
import { pathInside } from './ids.ts'
import { assertKeepable } from './keepable.ts'
import { RecordDisk, WriteRefused } from './record-disk.ts'
import { recordName } from './record-path.ts'
import { RecordQueue, type Timer } from './record-queue.ts'
import type { RecordOutcome } from './records.ts'
import { removeStaleTemps } from './stale-temps.ts'
import type { Workspace } from './workspace.ts'

export type StoreEvents = {
  /** Another program's changes were merged in; `record` holds both. */
  readonly onMerged: (articleId: string, record: AnnotationRecord) => void
  /** Edits cannot be saved for now; they are kept in memory and tried again. */
  readonly onProblem: (articleId: string, sentence: string) => void
  /** After a problem: all is saved again. */
  readonly onSaved: (articleId: string) => void
}

export type StoreParts = {
  readonly workspace: Workspace
  /** A name that `annotatorName` accepts. */
  readonly annotator: string
  readonly events: StoreEvents
  readonly after?: Timer
  readonly ops?: FileOps
}

type Open = { readonly queue: RecordQueue; readonly text: string }

/**
 * All that one annotator edits in one workspace, and the promise that what was acknowledged is never lost: an edit is
 * acknowledged, by the promise of `apply`, only once it is durably on the disk.
 */
export class RecordStore {
  readonly #parts: StoreParts
  readonly #open = new Map<string, Open>()
  #tidying: Promise<void> | null = null

  constructor(parts: StoreParts) {
    this.#parts = parts
  }

  /** Reads the record of an article; edits that are not saved yet are part of it. */
  async open(source: ArticleText): Promise<RecordOutcome> {
    this.#tidying ??= this.#tidy()
    await this.#tidying
    const { id } = source.article
    const open = this.#open.get(id) ?? { queue: this.#queueOf(source), text: source.text }
    this.#open.set(id, open)
    return open.queue.open()
  }

  /**
   * Edits an open record at once; resolves only when the edit is durably on the disk. @throws {StaleEdit} when it was
   * made against something else, {RangeError} when its annotations do not stand in the text. `onAccepted` is called at once
   * where it is neither, before anything of it can reach the disk.
   */
  async apply(articleId: string, edit: Edit, onAccepted?: () => void): Promise<void> {
    const { queue, text } = this.#editable(articleId)
    assertKeepable(edit, text)
    await queue.apply(edit, onAccepted)
  }

  /** Goes on from `record` in place of a damaged one; resolves when it is durably on the disk. */
  async restore(articleId: string, record: AnnotationRecord = emptyRecord): Promise<void> {
    await this.#editable(articleId).queue.replace(record)
  }

  /** Saves what waits; resolves to whether all edits are on the disk. */
  async flush(): Promise<boolean> {
    const saved = await Promise.all([...this.#open.values()].map(({ queue }) => queue.save()))
    return saved.every(Boolean)
  }

  /** Saves what waits and tries no more; resolves to whether all edits are on the disk. */
  async close(): Promise<boolean> {
    const isSaved = await this.flush()
    for (const { queue } of this.#open.values()) queue.close()
    return isSaved
  }

  #editable(articleId: string): Open {
    const { access } = this.#parts.workspace
    if (access.kind === 'read') throw new Error(access.sentence)
    const open = this.#open.get(articleId)
    if (!open) throw new Error(`The record of “${articleId}” is not open`)
    return open
  }

  #queueOf(source: ArticleText): RecordQueue {
    const articleId = source.article.id
    const { workspace, annotator, events, after = timeout, ops = realFileOps } = this.#parts
    const place = { workspace, annotator, articleId }
    const news = {
      merged: (record: AnnotationRecord) => events.onMerged(articleId, record),
      failed: (error: unknown) => events.onProblem(articleId, sentenceFor(recordName(place), error)),
      recovered: () => events.onSaved(articleId),
    }
    return new RecordQueue(new RecordDisk(place, source, ops), news, after)
  }

  /** Removes what a killed process left half-written, as well as can be: opening the record tells what is wrong. */
  async #tidy(): Promise<void> {
    const { workspace, annotator } = this.#parts
    if (workspace.access.kind === 'read') return
    for (const name of ['.', 'articles', 'sources', `annotators/${annotator}`]) {
      await pathInside(workspace.root, name)
        .then(removeStaleTemps)
        .catch(() => undefined)
    }
  }
}

function sentenceFor(file: string, error: unknown): string {
  if (error instanceof WriteRefused) return error.message
  return `“${file}” could not be saved: ${problemOf(error)}`
}

const timeout: Timer = (ms, run) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}
