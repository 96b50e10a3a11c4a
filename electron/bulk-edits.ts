import { randomUUID } from 'node:crypto'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Edit, invertEdit, isDoneTo, StaleEdit } from '#shared/domain/edit.ts'
import { type Direction, newestStep, type Step } from '#shared/domain/history.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import type { BulkProgress, BulkReport } from '#shared/ipc/bulk.ts'
import { putEdit } from './bulk-putting.ts'
import { articlesOf, type Found, reportOf } from './bulk-report.ts'
import { BulkStores } from './bulk-stores.ts'
import {
  type ArticleEdit,
  bulkPath,
  type KeptEdit,
  readBulk,
  removeBulksBut,
  writeBulk,
} from './library/bulk-file.ts'
import { problemOf } from './library/disk-problem.ts'
import type { HistoryLog } from './library/history-log.ts'
import { documentsMadeBy } from './library/made-files.ts'
import type { Workspace } from './library/workspace.ts'
import type { WorkspaceStore } from './library/workspace-store.ts'

export type BulkParts = {
  readonly workspace: Workspace
  readonly annotator: string
  readonly store: WorkspaceStore
  /** A store for another annotator's documents, which whoever asked for it closes. */
  readonly storeFor: (annotator: string) => WorkspaceStore
  readonly history: HistoryLog
  readonly onProgress: (progress: BulkProgress) => void
  /** The records of these articles are other ones now. */
  readonly onEdited: (articleIds: readonly string[]) => void
}

/** Whose documents are edited where nothing else is said. */
type Whose = { readonly annotator: string; readonly store: WorkspaceStore }

type Run = { readonly file: string; readonly name: string; readonly total: number; readonly whose: Whose }

/** An edit of what one annotator says of one article. */
export type OneEdit = ArticleEdit & { readonly articleId: string; readonly annotator: string }

type Prepare = (store: WorkspaceStore) => Promise<void>

const AT_ONCE = 16
/** How long it is before what is under way is looked at again. */
const LOOK_EACH_MS = 20
/** Looking at the whole history takes its time. */
const TIDY_EACH = 50

/**
 * Edits to many articles at once, each one step of the history. What shall change where is written to a file before
 * anything of it is done; that file is what undo and redo go through. An article that is as the edit would leave it is
 * passed over, so that after a kill undo takes back just what was done. An article that has changed meanwhile is left.
 */
export class BulkEdits {
  readonly #parts: BulkParts
  readonly #stores: BulkStores
  #running: Promise<Result<BulkReport>> | null = null
  #isClosed = false
  #isCancelled = false
  /** What is being taken back is taken back to its end. */
  #canCancel = false
  /** Something of what is running may be on the disk. */
  #hasBegun = false
  #made = 0
  /** The edits of one article each that wait for their turn, or have it. */
  #waiting = 0
  #turn: Promise<unknown> = Promise.resolve()

  constructor(parts: BulkParts) {
    this.#parts = parts
    this.#stores = new BulkStores(parts)
  }

  cancel(): void {
    this.#isCancelled = this.#canCancel
  }

  /**
   * Does `edit`, which changes no record, and all of `plan`. Where it is cancelled, nothing of it stays.
   * @param annotator whose documents are changed, where it is somebody else.
   */
  make(
    edit: Edit,
    plan: AsyncIterable<ArticleEdit>,
    annotator = this.#parts.annotator,
  ): Promise<Result<BulkReport>> {
    return this.#alone(() => this.#as(annotator, (whose) => this.#make(edit, plan, whose)))
  }

  /**
   * Makes an edit of one article, once those that were asked for before are made. One decision after the other is made in one
   * article: what it is made in stays open for the next, since reading all that is there anew each time would take long.
   * @param prepare looks at what is there; what it throws is what `make` says of a plan.
   */
  makeOne(one: OneEdit, prepare: Prepare): Promise<Result<BulkReport>> {
    this.#waiting++
    const made = this.#turn.then(() => this.#alone(() => this.#makeOne(one, prepare)))
    this.#turn = made.catch(() => undefined)
    return made.finally(() => {
      this.#waiting--
    })
  }

  #makeOne(one: OneEdit, prepare: Prepare): Promise<Result<BulkReport>> {
    const { articleId, edit } = one
    const work = (whose: Whose) => {
      const plan = async function* () {
        await prepare(whose.store)
        yield { articleId, edit }
      }
      return this.#make({ name: edit.name, changes: [] }, plan(), whose)
    }
    return this.#as(one.annotator, work, one)
  }

  /** Takes back, or does again, the newest step of the history. */
  travel(direction: Direction): Promise<Result<BulkReport>> {
    return this.#alone(() => this.#travel(direction))
  }

  /** Saves what waits, and waits for what is under way; false as soon as anything of it cannot be saved. */
  async flush(): Promise<boolean> {
    for (;;) {
      if (!(await this.#stores.flush())) return false
      if (!this.#hasBegun && this.#waiting === 0) return true
      await pause(LOOK_EACH_MS)
    }
  }

  /** What is only being planned is given up; what is not saved by now is lost. */
  async close(): Promise<void> {
    this.#isClosed = true
    if (!this.#hasBegun) this.cancel()
    await this.#stores.close()
    await this.#running
    await this.#stores.close()
  }

  async #as<T>(annotator: string, work: (whose: Whose) => Promise<T>, kept?: OneEdit): Promise<T> {
    const store = this.#stores.of(annotator)
    try {
      if (annotator !== this.#parts.annotator) await Promise.all([store.openRegistry(), store.openManifest()])
      return await work({ annotator, store })
    } finally {
      await this.#stores.close(kept)
    }
  }

  #alone(work: () => Promise<Result<BulkReport>>): Promise<Result<BulkReport>> {
    if (this.#running || this.#isClosed) return Promise.resolve(failed(BUSY))
    this.#isCancelled = false
    this.#canCancel = true
    this.#running = this.#outcomeOf(work).finally(() => {
      this.#running = null
      this.#hasBegun = false
    })
    return this.#running
  }

  async #outcomeOf(work: () => Promise<Result<BulkReport>>): Promise<Result<BulkReport>> {
    try {
      return await work()
    } catch (error) {
      if (error instanceof StaleEdit)
        return failed('What this would change is not as it was; please look once more.')
      if (!this.#hasBegun) return failed(`Nothing was changed: ${problemOf(error)}`)
      return failed(`Not all could be changed: ${problemOf(error)} Undo takes back what was.`)
    }
  }

  async #make(edit: Edit, plan: AsyncIterable<ArticleEdit>, whose: Whose): Promise<Result<BulkReport>> {
    const { workspace, annotator, history } = this.#parts
    const bulk = randomUUID()
    const file = await bulkPath(workspace, annotator, bulk)
    if (this.#made++ % TIDY_EACH === 0) await this.#tidy(dirname(file))
    const total = await writeBulk(file, this.#kept(edit, plan, whose.annotator))
    if (this.#isCancelled) return failed(CANCELLED)
    if (total === 0 && edit.changes.length === 0) return ok({ articles: 0, annotations: 0, left: [] })
    const other = whose.annotator === annotator ? {} : { annotator: whose.annotator }
    const step: Step = { articleId: null, edit, bulk, ...other }
    await whose.store.apply(null, edit, () => {
      this.#hasBegun = true
      history.add({ kind: 'do', step })
    })
    const run: Run = { file, name: edit.name, total, whose }
    const report = await this.#run(run, 'redo')
    if (!this.#isCancelled) return ok(report)
    this.#canCancel = false
    this.#isCancelled = false
    await this.#takeBack(edit, run)
    return failed(CANCELLED)
  }

  async #takeBack(edit: Edit, run: Run): Promise<void> {
    await run.whose.store.apply(null, invertEdit(edit), () => this.#parts.history.add({ kind: 'undo' }))
    await this.#run(run, 'undo')
  }

  async #travel(direction: Direction): Promise<Result<BulkReport>> {
    const { workspace, annotator, history } = this.#parts
    this.#canCancel = false
    const step = newestStep(history.read(), direction)
    if (!step?.bulk) return failed('There is nothing of that kind to take back.')
    const file = await bulkPath(workspace, annotator, step.bulk)
    const total = await countLines(file)
    this.#hasBegun = true
    return this.#as(step.annotator ?? annotator, async (whose) => {
      await this.#travelOwn(turned(step.edit, direction), direction, whose)
      return ok(await this.#run({ file, name: step.edit.name, total, whose }, direction))
    })
  }

  /** What a step changes besides articles. A kill may have come before that was done: then there is nothing to take back. */
  async #travelOwn(edit: Edit, direction: Direction, { store }: Whose): Promise<void> {
    const { history } = this.#parts
    const [registry, manifest] = await Promise.all([store.openRegistry(), store.openManifest()])
    const isThere =
      registry.kind === 'ok' &&
      manifest.kind === 'ok' &&
      isDoneTo('registry', registry.document, edit) &&
      isDoneTo('scheme', manifest.document.scheme, edit)
    if (isThere) history.add({ kind: direction })
    else await store.apply(null, edit, () => history.add({ kind: direction }))
  }

  /** What is planned, until that is cancelled, with what it makes; what `own` makes besides is a line of its own. */
  async *#kept(own: Edit, plan: AsyncIterable<ArticleEdit>, annotator: string): AsyncGenerator<KeptEdit> {
    const { workspace } = this.#parts
    const makes = await documentsMadeBy(workspace, annotator, { articleId: null, edit: own })
    if (makes.length > 0) yield { articleId: null, edit: { name: own.name, changes: [] }, makes }
    for await (const one of plan) {
      if (this.#isCancelled) return
      const made = await documentsMadeBy(workspace, one.annotator ?? annotator, one)
      yield made.length > 0 ? { ...one, makes: made } : one
    }
  }

  /** Puts each of the file's edits, or takes it back, several at a time. */
  async #run({ file, name, total, whose }: Run, direction: Direction): Promise<BulkReport> {
    const edits = readBulk(file)
    const found: Found[] = []
    const worker = async (): Promise<void> => {
      for (;;) {
        const next = this.#isCancelled ? undefined : await edits.next()
        if (!next || next.done) return
        found.push(await this.#put(next.value, direction, whose))
        this.#parts.onProgress({ name, done: found.length, total })
      }
    }
    const stopping = () => worker().finally(() => edits.return(undefined))
    const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, stopping))
    const broken = ended.find(({ status }) => status === 'rejected')
    if (broken) throw (broken as PromiseRejectedResult).reason
    this.#parts.onEdited(articlesOf(found, 'done'))
    return reportOf(found)
  }

  async #put(one: KeptEdit, direction: Direction, { annotator }: Whose): Promise<Found> {
    const edit = turned(one.edit, direction)
    const unmakes = direction === 'undo' ? (one.makes ?? []) : []
    const store = this.#stores.of(one.annotator ?? annotator)
    return { one, sort: await putEdit(store, this.#parts.workspace, { ...one, edit, unmakes }) }
  }

  async #tidy(folder: string): Promise<void> {
    const { done, undone } = this.#parts.history.read()
    const kept = new Set([...done, ...undone].flatMap(({ bulk }) => bulk ?? []))
    await removeBulksBut(folder, kept)
  }
}

const turned = (edit: Edit, direction: Direction): Edit => (direction === 'undo' ? invertEdit(edit) : edit)

const BUSY = 'Many articles are being changed already; please wait.'
const CANCELLED = 'It was cancelled, and nothing was changed.'

async function countLines(file: string): Promise<number> {
  let lines = 0
  for await (const _ of readBulk(file)) lines++
  return lines
}
