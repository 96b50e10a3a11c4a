import { stat } from 'node:fs/promises'
import { isReadable } from './import/formats.ts'
import { orMissing } from './library/file-ops.ts'

type Take = (files: readonly string[]) => Promise<void>

/**
 * Files that the app was told to open, on the command line or by the system: they wait until there is a workspace that
 * they can be imported into. What is no file of a format that can be imported was meant for Electron.
 */
export class OpenedFiles {
  #waiting: readonly string[]
  #take: Take | null = null

  constructor(paths: readonly string[]) {
    this.#waiting = paths
  }

  async add(path: string): Promise<void> {
    this.#waiting = [...this.#waiting, path]
    if (this.#take) await this.#giveAll(this.#take)
  }

  takeBy(take: Take): void {
    this.#take = take
    void this.#giveAll(take)
  }

  async #giveAll(take: Take): Promise<void> {
    const paths = this.#waiting
    this.#waiting = []
    const files: string[] = []
    for (const path of paths) if (await isArticleFile(path)) files.push(path)
    if (files.length > 0) await take(files)
  }
}

async function isArticleFile(path: string): Promise<boolean> {
  if (!isReadable(path)) return false
  // A path that is none, with a NUL in it say, is no file either.
  const found = await orMissing(stat(path)).catch(() => null)
  return found?.isFile() ?? false
}
