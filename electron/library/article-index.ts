import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { articleIds } from './articles.ts'
import { orMissing } from './file-ops.ts'
import type { Workspace } from './workspace.ts'

/** How much of a text's hash its article's id ends in. */
export const SHORT_HASH = 8

/** While we add articles ourselves the folder changes all the time; what others add is seen after so long. */
const TRUSTED_MS = 2_000

/**
 * Which articles have a text with a given short hash, told from the ids alone. The folder is read anew only when
 * something else than `adding` changed it, since thousands of articles may be added in a row, several at once.
 */
export class ArticleIndex {
  readonly #workspace: Workspace
  #byHash = new Map<string, Set<string>>()
  #folderTime: bigint | null = null
  #readAt = Number.NEGATIVE_INFINITY
  #reading: Promise<void> | null = null
  /** Ids added while the folder is read, which may or may not be seen there. */
  #meanwhile: string[] = []
  #underway = 0
  /** How many additions have overlapped with another one so far. */
  #overlaps = 0

  constructor(workspace: Workspace) {
    this.#workspace = workspace
  }

  async withHash(short: string): Promise<readonly string[]> {
    const time = await this.#timeOfFolder()
    const isOurOwn = this.#underway > 0 && performance.now() - this.#readAt < TRUSTED_MS
    if (time !== this.#folderTime && !isOurOwn) await this.#readFolder(time)
    return [...(this.#byHash.get(short) ?? [])]
  }

  /** @param write puts the files of the article there. */
  async adding(id: string, write: () => Promise<void>): Promise<void> {
    if (this.#underway > 0) this.#overlaps++
    const before = this.#overlaps
    const isAlone = this.#underway++ === 0
    try {
      await write()
      remember(this.#byHash, id)
      this.#meanwhile.push(id)
    } finally {
      this.#underway--
    }
    // Of several at once nobody knows whether another program was among them.
    if (isAlone && this.#overlaps === before) this.#folderTime = await this.#timeOfFolder()
  }

  #readFolder(time: bigint | null): Promise<void> {
    this.#reading ??= this.#readIds(time).finally(() => {
      this.#reading = null
    })
    return this.#reading
  }

  async #readIds(time: bigint | null): Promise<void> {
    this.#meanwhile = []
    const ids = await articleIds(this.#workspace)
    const byHash = new Map<string, Set<string>>()
    for (const id of [...ids, ...this.#meanwhile]) remember(byHash, id)
    this.#byHash = byHash
    this.#folderTime = time
    this.#readAt = performance.now()
  }

  async #timeOfFolder(): Promise<bigint | null> {
    const found = await orMissing(stat(join(this.#workspace.root, 'articles'), { bigint: true }))
    return found?.mtimeNs ?? null
  }
}

function remember(byHash: Map<string, Set<string>>, id: string): void {
  const short = id.slice(-SHORT_HASH)
  byHash.set(short, (byHash.get(short) ?? new Set()).add(id))
}
