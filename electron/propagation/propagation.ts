import { randomUUID } from 'node:crypto'
import { articleIds, readArticle, readArticleIf } from '#electron/library/articles.ts'
import { mapAtOnce } from '#electron/library/at-once.ts'
import type { ArticleEdit } from '#electron/library/bulk-file.ts'
import { type RecordOutcome, readRecord } from '#electron/library/records.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import type { WorkspaceStore } from '#electron/library/workspace-store.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import type { Edit } from '#shared/domain/edit.ts'
import { type ChosenArticle, type FoundArticle, foundIn } from '#shared/domain/found-occurrences.ts'
import { type OccurrenceFinder, occurrenceFinder, type Sought } from '#shared/domain/occurrences.ts'
import { propagation, propagationName } from '#shared/domain/propagation.ts'
import type { AnnotationRecord } from '#shared/domain/record.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { standingArticle } from '#shared/domain/standing-article.ts'
import type { UnitedCleaning } from '#shared/domain/united-cleaning.ts'
import type { BulkReport } from '#shared/ipc/bulk.ts'
import type { FoundOccurrences, SearchProgress } from '#shared/ipc/contract.ts'

export type PropagationParts = {
  readonly workspace: Workspace
  readonly annotator: string
  readonly store: WorkspaceStore
  /** The rules that articles are read with. */
  readonly cleaning: () => Promise<UnitedCleaning>
  /** Edits many articles as one step of the history. */
  readonly make: (edit: Edit, plan: AsyncIterable<ArticleEdit>) => Promise<Result<BulkReport>>
}

const AT_ONCE = 16
/** So many are shown; who marks them finds the rest the next time. */
const MOST = 10_000
const TELL_EVERY_MS = 100

/** One search, which the next one ends. */
type Search = { isCancelled: boolean; done: number; told: number }
type Progress = (progress: SearchProgress) => void

/** Finds the occurrences of a name in all articles of a workspace, and marks those that are chosen. */
export class Propagation {
  readonly #parts: PropagationParts
  #search: Search = { isCancelled: false, done: 0, told: 0 }

  constructor(parts: PropagationParts) {
    this.#parts = parts
  }

  /** Ends the search that is under way. */
  cancel(): void {
    this.#search.isCancelled = true
  }

  /** Null when it was cancelled. Of most articles the text is all that is read. */
  async find(sought: Sought, onProgress: Progress): Promise<FoundOccurrences | null> {
    this.cancel()
    const search = { isCancelled: false, done: 0, told: Date.now() }
    this.#search = search
    const finder = occurrenceFinder(sought)
    const cleaning = await this.#parts.cleaning()
    const ids = await articleIds(this.#parts.workspace)
    let left = MOST
    let unread = 0
    const looked = await mapAtOnce(ids, AT_ONCE, async (id) => {
      if (search.isCancelled || left <= 0) return null
      const article = await this.#lookInto(id, finder, cleaning)
      tell(search, ids.length, onProgress)
      if (article?.ok) left -= article.value.found.length
      else if (article) unread++
      return article?.ok && article.value.found.length > 0 ? article.value : null
    })
    if (search.isCancelled) return null
    const articles = looked.filter((one) => one !== null).sort(byTitle)
    return { articles: JSON.stringify(articles), hasMore: left <= 0, unread }
  }

  async #lookInto(
    id: string,
    finder: OccurrenceFinder,
    cleaning: UnitedCleaning,
  ): Promise<Result<FoundArticle> | null> {
    const source = await readArticleIf(this.#parts.workspace, id, finder.mayOccurIn)
    if (!source?.ok) return source
    const record = await this.#recordOf(source.value)
    if (!record.ok) return record
    const { text } = source.value
    const { annotations, corrections } = record.value
    const { boilerplate, metadata } = standingArticle(source.value, corrections, cleaning)
    const found = foundIn(finder, { text, boilerplate, annotations })
    return ok({ articleId: id, title: metadata.title, found })
  }

  /** With what is not saved yet. */
  async #recordOf(source: ArticleText): Promise<Result<AnnotationRecord>> {
    const { workspace, annotator, store } = this.#parts
    const outcome: RecordOutcome = store.has(source.article.id)
      ? await store.open(source)
      : await readRecord(workspace, annotator, source)
    return outcome.kind === 'ok' ? ok(outcome.document) : failed(outcome.sentence)
  }

  /** Marks what is chosen and still there to be marked; the report counts the marks. */
  async mark(sought: Sought, chosen: readonly ChosenArticle[]): Promise<Result<BulkReport>> {
    const marks = new Map<string, number>()
    const edit = { name: propagationName(sought), changes: [] }
    const made = await this.#parts.make(edit, this.#plan(sought, chosen, marks))
    if (!made.ok) return made
    for (const articleId of made.value.left) marks.delete(articleId)
    const annotations = [...marks.values()].reduce((sum, count) => sum + count, 0)
    return ok({ ...made.value, annotations })
  }

  /** Everything is looked at once more: what was marked since is left alone. */
  async *#plan(
    sought: Sought,
    chosen: readonly ChosenArticle[],
    marks: Map<string, number>,
  ): AsyncGenerator<ArticleEdit> {
    const finder = occurrenceFinder(sought)
    const cleaning = await this.#parts.cleaning()
    const making = { now: new Date().toISOString(), newId: randomUUID }
    for (const { articleId, starts } of chosen) {
      const source = await readArticle(this.#parts.workspace, articleId)
      const record = source.ok ? await this.#recordOf(source.value) : source
      if (!source.ok || !record.ok) continue
      const { text } = source.value
      const { annotations, corrections } = record.value
      const { boilerplate } = standingArticle(source.value, corrections, cleaning)
      const wanted = new Set(starts)
      const spans = finder.find({ text, boilerplate, annotations }).filter(({ start }) => wanted.has(start))
      if (spans.length === 0) continue
      marks.set(articleId, spans.length)
      const changes = propagation(record.value, spans, sought, making)
      yield { articleId, edit: { name: propagationName(sought), changes } }
    }
  }
}

function tell(search: Search, total: number, onProgress: Progress): void {
  search.done++
  if (search.isCancelled || Date.now() - search.told < TELL_EVERY_MS) return
  search.told = Date.now()
  onProgress({ done: search.done, total })
}

const byTitle = (a: FoundArticle, b: FoundArticle): number => {
  const [left, right] = [a.title.toLowerCase(), b.title.toLowerCase()]
  return left < right ? -1 : left > right ? 1 : 0
}
