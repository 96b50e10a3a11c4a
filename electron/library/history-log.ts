import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { emptyHistory, type History, type Move } from '#shared/domain/history.ts'
import { HISTORY_HEAD, historyLine, readHistoryLog, writeHistoryLog } from '#shared/format/history-log.ts'
import { pathInside } from './ids.ts'
import type { Workspace } from './workspace.ts'

const MOST_BYTES = 8_000_000
const SPARE_LINES = 1_000

/**
 * What one annotator can undo and redo in a workspace, kept over restarts and kills. A step is written down before its
 * edit goes to the record's file: after a kill the history may know a step too many, which whoever undoes it can tell
 * from the record, but never one too few. It is written at once, so that what is read holds all that was added before;
 * and not forced to the disk, since it is no part of the work: where it cannot be kept, there is less to undo.
 */
export class HistoryLog {
  /** Null where no file of ours may lie: then nothing is kept. */
  readonly #path: string | null
  #file: number | null = null
  #bytes = 0

  private constructor(path: string | null) {
    this.#path = path
  }

  static async of({ root }: Workspace, annotator: string): Promise<HistoryLog> {
    return new HistoryLog(await historyPath(root, annotator).catch(() => null))
  }

  add(move: Move): void {
    try {
      this.#append(historyLine(move))
      if (this.#bytes > MOST_BYTES) this.#shorten(this.#content())
    } catch {
      this.close()
    }
  }

  read(): History {
    try {
      const content = this.#content()
      const { history, lines } = readHistoryLog(content)
      const { done, undone } = history
      if (lines > done.length + 2 * undone.length + SPARE_LINES) this.#shorten(content)
      return history
    } catch {
      return emptyHistory
    }
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file)
    this.#file = null
  }

  /** @throws where there is none, or something that cannot be one: whoever opens a pipe waits for ever. */
  #content(): string {
    const path = this.#place()
    const found = lstatSync(path)
    if (!found.isFile() || found.size > 2 * MOST_BYTES) throw new Error('This is no history of ours')
    return readFileSync(path, 'utf8')
  }

  #place(): string {
    if (this.#path === null) throw new Error('There is no place for a history')
    return this.#path
  }

  #append(line: string): void {
    this.#file ??= this.#open()
    const bytes = Buffer.from(line)
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at)
    this.#bytes += bytes.length
  }

  #open(): number {
    const path = this.#place()
    mkdirSync(dirname(path), { recursive: true })
    const there = lstatSync(path, { throwIfNoEntry: false })
    if (there && !there.isFile()) throw new Error('Something else lies where the history would')
    const before = this.#contentIfAny()
    if (!before.startsWith(HISTORY_HEAD)) writeFileSync(path, HISTORY_HEAD)
    const file = openSync(path, 'a')
    // A line that was not finished is ended, so that it spoils no other.
    if (before !== '' && !before.endsWith('\n')) writeSync(file, '\n')
    this.#bytes = before.length
    return file
  }

  #contentIfAny(): string {
    try {
      return this.#content()
    } catch {
      return ''
    }
  }

  /** Writes what the history still holds, without the oldest of it where that is too much. */
  #shorten(content: string): void {
    let { history } = readHistoryLog(content)
    let shorter = writeHistoryLog(history)
    while (shorter.length > MOST_BYTES / 2 && history.done.length > 1) {
      history = { ...history, done: history.done.slice(history.done.length >> 1) }
      shorter = writeHistoryLog(history)
    }
    this.close()
    const path = this.#place()
    writeFileSync(`${path}.new`, shorter)
    renameSync(`${path}.new`, path)
  }
}

/** Gives an annotator's history to another name. */
export async function renameHistory({ root }: Workspace, before: string, after: string): Promise<void> {
  try {
    renameSync(await historyPath(root, before), await historyPath(root, after))
    renameSync(
      await pathInside(root, `.glosswright/history/${before}`),
      await pathInside(root, `.glosswright/history/${after}`),
    )
  } catch {
    // There is none, or it stays behind: then there is nothing to undo under the new name.
  }
}

const historyPath = (root: string, annotator: string): Promise<string> =>
  pathInside(root, `.glosswright/history/${annotator}.jsonl`)
