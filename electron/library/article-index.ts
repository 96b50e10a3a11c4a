import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { articleIds } from './articles.ts'
import { orMissing } from './file-ops.ts'
import type { Workspace } from './workspace.ts'

/** How much of a text's hash its article's id ends in. */
export const SHORT_HASH = 8

/**
 * Which articles have a text with a given short hash, told from the ids alone. The folder is read anew only when
 * something else than `added` changed it, since thousands of articles may be added in a row.
 */
export class ArticleIndex {
  readonly #workspace: Workspace
  readonly #byHash = new Map<string, string[]>()
  #folderTime: bigint | null = null

  constructor(workspace: Workspace) {
    this.#workspace = workspace
  }

  async withHash(short: string): Promise<readonly string[]> {
    const time = await this.#timeOfFolder()
    if (time !== this.#folderTime) await this.#readFolder(time)
    return this.#byHash.get(short) ?? []
  }

  async added(id: string): Promise<void> {
    this.#remember(id)
    this.#folderTime = await this.#timeOfFolder()
  }

  async #readFolder(time: bigint | null): Promise<void> {
    this.#byHash.clear()
    for (const id of await articleIds(this.#workspace)) this.#remember(id)
    this.#folderTime = time
  }

  #remember(id: string): void {
    const short = id.slice(-SHORT_HASH)
    this.#byHash.set(short, [...(this.#byHash.get(short) ?? []), id])
  }

  async #timeOfFolder(): Promise<bigint | null> {
    const found = await orMissing(stat(join(this.#workspace.root, 'articles'), { bigint: true }))
    return found?.mtimeNs ?? null
  }
}
