import * as z from 'zod'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { keepDerived, readDerived } from './library/derived-file.ts'
import { problemOf } from './library/disk-problem.ts'
import type { Workspace } from './library/workspace.ts'
import type { PreferenceFile } from './preferences.ts'
import { articleNamesIn, WatchedFolder } from './watched-folder.ts'

export type FolderWatchParts = {
  readonly preferences: PreferenceFile
  readonly workspace: () => Workspace | null
  /** Imports files and says nothing but what came in; false when there is no time for them now. */
  readonly onFiles: (paths: readonly string[]) => Promise<boolean>
  readonly onChanged: (folder: string | null) => void
  readonly onNotice: (sentence: string) => void
}

/** What of the folder is no news. Whoever deletes the file has everything in it imported once more, as duplicates. */
const SEEN = 'watched.json'
const seenSchema = z.object({ folder: z.string(), names: z.array(z.string()) })

/** The folder whose new files are imported into the workspace that is open: at most one, and only when it was asked for. */
export class FolderWatch {
  readonly #parts: FolderWatchParts
  #watching: {
    readonly workspaceId: string
    readonly folder: string
    readonly watched: WatchedFolder
  } | null = null

  constructor(parts: FolderWatchParts) {
    this.#parts = parts
  }

  get folder(): string | null {
    return this.#watching?.folder ?? null
  }

  /** Watches what the workspace that is open now has asked for. */
  async follow(): Promise<void> {
    const workspace = this.#parts.workspace()
    const folder = workspace && this.#parts.preferences.store.get('watched')[workspace.manifest.id]
    const isSame = this.#watching?.workspaceId === workspace?.manifest.id && this.folder === folder
    if (isSame) return
    this.#close()
    if (!workspace || !folder || workspace.access.kind !== 'write') return
    const seen = await seenIn(workspace, folder)
    // Meanwhile another workspace may have been opened, or another folder chosen.
    const isWanted = this.#parts.workspace()?.manifest.id === workspace.manifest.id
    if (isWanted && !this.#watching) this.#watch(workspace, folder, seen)
  }

  /** From now on: what is in the folder already stays out. */
  async choose(folder: string): Promise<Result<string>> {
    const workspace = this.#parts.workspace()
    if (workspace?.access.kind !== 'write')
      return failed('This workspace can only be read, so no folder can be watched for it.')
    try {
      const seen = new Set(await articleNamesIn(folder))
      await keepSeen(workspace, folder, seen)
      this.#remember(workspace.manifest.id, folder)
      this.#close()
      this.#watch(workspace, folder, seen)
      return ok(folder)
    } catch (error) {
      return failed(`“${folder}” cannot be watched: ${problemOf(error)}`)
    }
  }

  stop(): void {
    if (this.#watching) this.#remember(this.#watching.workspaceId, null)
    this.#close()
  }

  #watch(workspace: Workspace, folder: string, seen: ReadonlySet<string>): void {
    const watched = new WatchedFolder({
      folder,
      seen,
      onFiles: (paths) => this.#parts.onFiles(paths),
      onSeen: (names) => keepSeen(workspace, folder, names),
      onGone: () => {
        this.stop()
        this.#parts.onNotice(`“${folder}” is not there any more, so it is watched no longer.`)
      },
    })
    this.#watching = { workspaceId: workspace.manifest.id, folder, watched }
    this.#parts.onChanged(folder)
  }

  #close(): void {
    if (!this.#watching) return
    this.#watching.watched.close()
    this.#watching = null
    this.#parts.onChanged(null)
  }

  #remember(workspaceId: string, folder: string | null): void {
    const { store } = this.#parts.preferences
    const { [workspaceId]: _, ...others } = store.get('watched')
    store.set('watched', folder === null ? others : { ...others, [workspaceId]: folder })
  }
}

async function seenIn(workspace: Workspace, folder: string): Promise<ReadonlySet<string>> {
  const json = await readDerived(workspace, SEEN)
  try {
    const kept = seenSchema.parse(JSON.parse(json ?? 'null'))
    return new Set(kept.folder === folder ? kept.names : [])
  } catch {
    return new Set()
  }
}

const keepSeen = (workspace: Workspace, folder: string, names: ReadonlySet<string>): Promise<void> =>
  keepDerived(workspace, SEEN, JSON.stringify({ folder, names: [...names].sort() }))
