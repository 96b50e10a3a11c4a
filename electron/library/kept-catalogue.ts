import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { type ArticleSummary, compareByTitle } from '#shared/domain/article.ts'
import { equalJson } from '#shared/domain/equal.ts'
import { type CatalogueEntry, catalogueToFile, readCatalogueFile } from '#shared/format/catalogue-file.ts'
import { articleIds } from './articles.ts'
import { mapAtOnce } from './at-once.ts'
import { type Shelf, shelfOf, summaryOf } from './catalogue.ts'
import { keepDerived, readDerived } from './derived-file.ts'
import { orMissing } from './file-ops.ts'
import { stampOfFiles } from './file-stamp.ts'
import { isArticleId } from './ids.ts'
import type { Workspace } from './workspace.ts'

/**
 * The articles list of one annotator, kept from one start to the next where there are many articles. Two files would
 * have to be read for each, so what they said is kept with a stamp of them: first the rows are shown as they were
 * kept, then all stamps are looked at while the analyst reads on, and only what has another stamp is read again. The
 * file is derived: whoever deletes it waits a little longer once.
 */
export class KeptCatalogue {
  readonly #workspace: Workspace
  readonly #annotator: string
  readonly #keptFrom: number
  #entries: ReadonlyMap<string, CatalogueEntry> | null = null
  /** Articles whose annotations were written since their rows were made. */
  readonly #touched = new Set<string>()
  #isChecked = false
  #isClosed = false
  #turn: Promise<unknown> = Promise.resolve()

  /** Lists of fewer than `keptFrom` articles are read anew before they are shown, and nothing is kept. */
  constructor(workspace: Workspace, annotator: string, { keptFrom = 1_000 } = {}) {
    this.#workspace = workspace
    this.#annotator = annotator
    this.#keptFrom = keptFrom
  }

  /** False while the rows are as they were kept: `check` tells what has changed since. */
  get isChecked(): boolean {
    return this.#isChecked
  }

  /** All articles by title. */
  rows(): Promise<ArticleSummary[]> {
    return this.#inTurn(async () => {
      this.#entries ??= await this.#kept()
      if (!this.#entries) await this.#lookAtAll()
      else await this.#lookAtTouched()
      return this.#sorted().map(({ summary }) => summary)
    })
  }

  /** Whether there is an article of this id. Asks the disk alone, so it can be asked before there are rows. */
  async has(articleId: string): Promise<boolean> {
    const file = join(this.#workspace.root, 'articles', `${articleId}.json`)
    return isArticleId(articleId) && (await orMissing(lstat(file))) !== null
  }

  /** Looks at all files, and answers with what is another than the rows said. */
  check(): Promise<CatalogueChange> {
    return this.#inTurn(() => this.#lookAtAll())
  }

  /** Looks at articles that were just added, and answers with those whose rows are new or other ones. */
  added(articleIds: readonly string[]): Promise<CatalogueChange> {
    return this.#inTurn(async () => {
      if (!this.#entries || this.#isClosed) return { changed: [], removed: [] }
      const shelf = await shelfOf(this.#workspace, this.#annotator)
      const looked = await mapAtOnce(articleIds, AT_ONCE, (id) =>
        this.#lookAt(id, shelf, this.#entries?.get(id)),
      )
      const before = this.#entries
      this.#entries = new Map([...before, ...byId(looked)])
      return changeBetween(before, byId(looked), { isAll: false })
    })
  }

  /** The annotations of `articleId` are about to be other ones on the disk. */
  touch(articleId: string): void {
    this.#touched.add(articleId)
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await this.#inTurn(async () => {
      if (this.#touched.size === 0 || !this.#entries) return
      await this.#lookAtTouched()
      await this.#keep()
    })
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work)
    this.#turn = result.catch(() => undefined)
    return result
  }

  async #kept(): Promise<ReadonlyMap<string, CatalogueEntry> | null> {
    const json = await readDerived(this.#workspace, this.#name)
    const entries = json === null ? null : readCatalogueFile(json)
    return entries && entries.length >= this.#keptFrom ? byId(entries) : null
  }

  async #lookAtAll(): Promise<CatalogueChange> {
    const before = this.#entries ?? new Map<string, CatalogueEntry>()
    const [ids, shelf] = await Promise.all([
      articleIds(this.#workspace),
      shelfOf(this.#workspace, this.#annotator),
    ])
    this.#touched.clear()
    const lookUnlessClosed = async (id: string) =>
      this.#isClosed ? null : this.#lookAt(id, shelf, before.get(id))
    const looked = await mapAtOnce(ids, AT_ONCE, lookUnlessClosed)
    // A check that was broken off says nothing.
    if (this.#isClosed) return { changed: [], removed: [] }
    const entries = byId(looked.filter((entry) => entry !== null))
    const isSame =
      entries.size === before.size && [...entries.values()].every((entry) => isAmong(before, entry))
    this.#entries = entries
    this.#isChecked = true
    if (!isSame) await this.#keep()
    return changeBetween(before, entries)
  }

  async #lookAtTouched(): Promise<void> {
    const ids = [...this.#touched].filter((id) => this.#entries?.has(id))
    this.#touched.clear()
    if (ids.length === 0) return
    const shelf = await shelfOf(this.#workspace, this.#annotator)
    const looked = await mapAtOnce(ids, AT_ONCE, (id) => this.#lookAt(id, shelf, this.#entries?.get(id)))
    this.#entries = new Map([...(this.#entries ?? []), ...byId(looked)])
  }

  async #lookAt(id: string, shelf: Shelf, before: CatalogueEntry | undefined): Promise<CatalogueEntry> {
    const stamp = await this.#stampOf(id, shelf)
    if (before && stamp !== '' && before.stamp === stamp) return before
    const summary = await summaryOf(this.#workspace, id, [shelf])
    return before?.stamp === stamp && equalJson(before.summary, summary) ? before : { summary, stamp }
  }

  #stampOf(id: string, { annotator, files }: Shelf): Promise<string> {
    const name = `${id}.json`
    const record = files.has(name) ? [`annotators/${annotator}/${name}`] : []
    return stampOfFiles(this.#workspace.root, [`articles/${name}`, ...record])
  }

  #sorted(): CatalogueEntry[] {
    return [...(this.#entries?.values() ?? [])].sort((a, b) => compareByTitle(a.summary, b.summary))
  }

  async #keep(): Promise<void> {
    const isMany = (this.#entries?.size ?? 0) >= this.#keptFrom
    if (isMany && this.#workspace.access.kind === 'write')
      await keepDerived(this.#workspace, this.#name, catalogueToFile(this.#sorted()))
  }

  get #name(): string {
    return `catalogue/${this.#annotator}.json`
  }
}

export type CatalogueChange = {
  readonly changed: readonly ArticleSummary[]
  /** Ids of articles that are gone. */
  readonly removed: readonly string[]
}

const AT_ONCE = 16

const byId = (entries: readonly CatalogueEntry[]): Map<string, CatalogueEntry> =>
  new Map(entries.map((entry) => [entry.summary.id, entry]))

type Entries = ReadonlyMap<string, CatalogueEntry>

const isAmong = (entries: Entries, entry: CatalogueEntry): boolean => entries.get(entry.summary.id) === entry

/** @param isAll whether what is not in `after` is gone. */
function changeBetween(before: Entries, after: Entries, { isAll = true } = {}): CatalogueChange {
  const changed: ArticleSummary[] = []
  for (const [id, { summary }] of after) {
    const old = before.get(id)?.summary
    if (old !== summary && !equalJson(old, summary)) changed.push(summary)
  }
  return { changed, removed: isAll ? [...before.keys()].filter((id) => !after.has(id)) : [] }
}
