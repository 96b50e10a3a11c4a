import { randomUUID } from 'node:crypto'
import { dirname } from 'node:path'
import type { ArticleText } from '#shared/domain/article.ts'
import { type Edit, invertEdit, isDoneTo, partOf, StaleEdit, touches } from '#shared/domain/edit.ts'
import { type Direction, newestStep, type Step } from '#shared/domain/history.ts'
import { emptyRecord } from '#shared/domain/record.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { emptyReview } from '#shared/domain/review.ts'
import type { BulkProgress, BulkReport } from '#shared/ipc/bulk.ts'
import { readArticle } from './library/articles.ts'
import { type ArticleEdit, bulkPath, readBulk, removeBulksBut, writeBulk } from './library/bulk-file.ts'
import { problemOf } from './library/disk-problem.ts'
import type { HistoryLog } from './library/history-log.ts'
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

/** Whose documents are edited, through which store. */
type Whose = { readonly annotator: string; readonly store: WorkspaceStore }

type Run = { readonly file: string; readonly name: string; readonly total: number; readonly whose: Whose }

type Sort = 'done' | 'same' | 'left'

const AT_ONCE = 16
/** Looking at the whole history takes its time. */
const TIDY_EACH = 50

/**
 * Edits to many articles at once, each one step of the history. What shall change where is written to a file before
 * anything of it is done; that file is what undo and redo go through. An article that is as the edit would leave it is
 * passed over, so that after a kill undo takes back just what was done. An article that has changed meanwhile is left.
 */
export class BulkEdits {
  readonly #parts: BulkParts
  #isCancelled = false
  /** What is being taken back is taken back to its end. */
  #canCancel = false
  #isBusy = false
  /** Something of it may be on the disk. */
  #hasBegun = false
  #made = 0

  constructor(parts: BulkParts) {
    this.#parts = parts
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

  /** Takes back, or does again, the newest step of the history. */
  travel(direction: Direction): Promise<Result<BulkReport>> {
    return this.#alone(() => this.#travel(direction))
  }

  async #as<T>(annotator: string, work: (whose: Whose) => Promise<T>): Promise<T> {
    const { annotator: own, store, storeFor } = this.#parts
    if (annotator === own) return work({ annotator, store })
    const other = storeFor(annotator)
    try {
      await Promise.all([other.openRegistry(), other.openManifest()])
      return await work({ annotator, store: other })
    } finally {
      await other.close()
    }
  }

  async #alone(work: () => Promise<Result<BulkReport>>): Promise<Result<BulkReport>> {
    if (this.#isBusy) return failed('Many articles are being changed already; please wait.')
    this.#isBusy = true
    this.#hasBegun = false
    this.#isCancelled = false
    this.#canCancel = true
    try {
      return await work()
    } catch (error) {
      if (error instanceof StaleEdit)
        return failed('What this would change is not as it was; please look once more.')
      if (!this.#hasBegun) return failed(`Nothing was changed: ${problemOf(error)}`)
      return failed(`Not all could be changed: ${problemOf(error)} Undo takes back what was.`)
    } finally {
      this.#isBusy = false
    }
  }

  async #make(edit: Edit, plan: AsyncIterable<ArticleEdit>, whose: Whose): Promise<Result<BulkReport>> {
    const { workspace, annotator, history } = this.#parts
    const bulk = randomUUID()
    const file = await bulkPath(workspace, annotator, bulk)
    if (this.#made++ % TIDY_EACH === 0) await this.#tidy(dirname(file))
    const total = await writeBulk(file, this.#untilCancelled(plan))
    if (this.#isCancelled) return failed(CANCELLED)
    if (total === 0 && edit.changes.length === 0) return ok({ articles: 0, annotations: 0, left: [] })
    const other = whose.annotator === annotator ? {} : { annotator: whose.annotator }
    const step: Step = { articleId: null, edit, bulk, ...other }
    await whose.store.apply(null, edit, () => history.add({ kind: 'do', step }))
    const run: Run = { file, name: edit.name, total, whose }
    const report = await this.#run(run, (one) => one)
    if (!this.#isCancelled) return ok(report)
    this.#canCancel = false
    this.#isCancelled = false
    await this.#takeBack(edit, run)
    return failed(CANCELLED)
  }

  async #takeBack(edit: Edit, run: Run): Promise<void> {
    await run.whose.store.apply(null, invertEdit(edit), () => this.#parts.history.add({ kind: 'undo' }))
    await this.#run(run, invertEdit)
  }

  async #travel(direction: Direction): Promise<Result<BulkReport>> {
    const { workspace, annotator, history } = this.#parts
    this.#canCancel = false
    const step = newestStep(history.read(), direction)
    if (!step?.bulk) return failed('There is nothing of that kind to take back.')
    const file = await bulkPath(workspace, annotator, step.bulk)
    const total = await countLines(file)
    const turned = direction === 'undo' ? invertEdit : (edit: Edit) => edit
    return this.#as(step.annotator ?? annotator, async (whose) => {
      await this.#travelOwn(turned(step.edit), direction, whose)
      return ok(await this.#run({ file, name: step.edit.name, total, whose }, turned))
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

  async *#untilCancelled(plan: AsyncIterable<ArticleEdit>): AsyncGenerator<ArticleEdit> {
    for await (const edit of plan) {
      if (this.#isCancelled) return
      yield edit
    }
  }

  /** Puts each of the file's edits, turned, to its article, several at a time. */
  async #run({ file, name, total, whose }: Run, turned: (edit: Edit) => Edit): Promise<BulkReport> {
    this.#hasBegun = true
    const edits = readBulk(file)
    const found: { articleId: string; sort: Sort; annotations: number }[] = []
    const worker = async (): Promise<void> => {
      for (;;) {
        const next = this.#isCancelled ? undefined : await edits.next()
        if (!next || next.done) return
        const { articleId, edit } = next.value
        found.push({
          articleId,
          annotations: edit.changes.length,
          sort: await this.#put(articleId, turned(edit), whose),
        })
        this.#parts.onProgress({ name, done: found.length, total })
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
    const of = (sort: Sort) => found.filter((one) => one.sort === sort)
    this.#parts.onEdited(of('done').map(({ articleId }) => articleId))
    return {
      articles: of('done').length,
      annotations: of('done').reduce((sum, { annotations }) => sum + annotations, 0),
      left: of('left').map(({ articleId }) => articleId),
    }
  }

  async #put(articleId: string, edit: Edit, { store }: Whose): Promise<Sort> {
    const { workspace } = this.#parts
    const wasOpen = store.has(articleId)
    const source = await readArticle(workspace, articleId)
    if (!source.ok) return 'left'
    try {
      if (!(await canEdit(store, source.value, edit))) return 'left'
      const rest = undone(store, articleId, edit)
      if (rest.changes.length === 0) return 'same'
      await store.apply(articleId, rest)
      return 'done'
    } catch (error) {
      if (error instanceof StaleEdit) return 'left'
      throw error
    } finally {
      if (!wasOpen) await store.letGo(articleId)
    }
  }

  async #tidy(folder: string): Promise<void> {
    const { done, undone } = this.#parts.history.read()
    const kept = new Set([...done, ...undone].flatMap(({ bulk }) => bulk ?? []))
    await removeBulksBut(folder, kept)
  }
}

/** Opens what `edit` changes of an article; false where any of that cannot be edited. */
async function canEdit(store: WorkspaceStore, source: ArticleText, edit: Edit): Promise<boolean> {
  const opened = await Promise.all([
    touches(edit, 'record') ? store.open(source) : null,
    touches(edit, 'review') ? store.openReview(source) : null,
  ])
  return opened.every((outcome) => outcome === null || outcome.kind === 'ok')
}

/** What is not there yet: a kill may have come between an article’s files. */
function undone(store: WorkspaceStore, articleId: string, edit: Edit): Edit {
  const record = store.openRecord(articleId) ?? emptyRecord
  const review = store.openReviewOf(articleId) ?? emptyReview
  return partOf(edit, [
    ...(isDoneTo('record', record, edit) ? [] : (['record'] as const)),
    ...(isDoneTo('review', review, edit) ? [] : (['review'] as const)),
  ])
}

const CANCELLED = 'It was cancelled, and nothing was changed.'

async function countLines(file: string): Promise<number> {
  let lines = 0
  for await (const _ of readBulk(file)) lines++
  return lines
}
