import { type FSWatcher, watch } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isReadable } from './import/formats.ts'
import { orMissing } from './library/file-ops.ts'

export type WatchedFolderParts = {
  readonly folder: string
  /** Names of the files that are no news. */
  readonly seen: ReadonlySet<string>
  /** Files that came in and hold still. Those that are not `true` of, since there was no time for them, come again. */
  readonly onFiles: (paths: readonly string[]) => Promise<boolean>
  readonly onSeen: (seen: ReadonlySet<string>) => Promise<void>
  /** The folder is not there any more; it is not watched then. */
  readonly onGone: () => void
  /** A file is whole once it was the same for so many milliseconds. */
  readonly stillMs?: number
}

const STILL_MS = 800
/** How often is looked where the system does not tell of changes: a network drive, say. */
const LOOK_MS = 10_000

/**
 * Tells of new files of the formats that can be imported, once they hold still. Folders in it, hidden files and links are
 * not looked at, and nothing in it is ever changed.
 */
export class WatchedFolder {
  readonly #parts: WatchedFolderParts
  readonly #seen: Set<string>
  readonly #watcher: FSWatcher | null
  readonly #timer: NodeJS.Timeout
  readonly #ended = new AbortController()
  #looking: Promise<void> | null = null
  #hasNews = false

  constructor(parts: WatchedFolderParts) {
    this.#parts = parts
    this.#seen = new Set(parts.seen)
    this.#watcher = watcherOf(parts.folder, () => this.#look())
    this.#timer = setInterval(() => this.#look(), LOOK_MS)
    this.#look()
  }

  close(): void {
    this.#ended.abort()
    this.#watcher?.close()
    clearInterval(this.#timer)
  }

  /** What changes while it looks is looked at right afterwards. */
  #look(): void {
    this.#hasNews = true
    this.#looking ??= this.#lookWhileNews().finally(() => {
      this.#looking = null
    })
  }

  async #lookWhileNews(): Promise<void> {
    while (this.#hasNews && !this.#ended.signal.aborted) {
      this.#hasNews = false
      try {
        await this.#lookOnce()
      } catch {
        if (this.#ended.signal.aborted) return
        this.close()
        this.#parts.onGone()
      }
    }
  }

  async #lookOnce(): Promise<void> {
    const before = await newFiles(this.#parts.folder, this.#seen)
    if (before.size === 0) return
    await wait(this.#parts.stillMs ?? STILL_MS, undefined, { signal: this.#ended.signal })
    const after = await newFiles(this.#parts.folder, this.#seen)
    const still = [...after].filter(([name, look]) => before.get(name) === look).map(([name]) => name)
    if (still.length < after.size) this.#hasNews = true
    if (still.length > 0) await this.#tell(still)
  }

  async #tell(names: readonly string[]): Promise<void> {
    const isTaken = await this.#parts.onFiles(names.map((name) => join(this.#parts.folder, name)))
    if (!isTaken) return
    for (const name of names) this.#seen.add(name)
    await this.#parts.onSeen(this.#seen)
  }
}

/** Names of all files that could be imported. Throws system errors. */
export async function articleNamesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && isReadable(entry.name))
    .map(({ name }) => name)
    .sort()
}

/** New files with what tells whether one is still being written. */
async function newFiles(folder: string, seen: ReadonlySet<string>): Promise<Map<string, string>> {
  const names = (await articleNamesIn(folder)).filter((name) => !seen.has(name))
  const looks = await Promise.all(
    names.map(async (name): Promise<[string, string] | null> => {
      const found = await orMissing(lstat(join(folder, name)))
      return found && [name, `${found.size} ${found.mtimeMs} ${found.ino}`]
    }),
  )
  return new Map(looks.filter((look) => look !== null))
}

/** Null where the system tells nothing. */
function watcherOf(folder: string, onChange: () => void): FSWatcher | null {
  try {
    const watcher = watch(folder, onChange)
    watcher.on('error', () => watcher.close())
    return watcher
  } catch {
    return null
  }
}
