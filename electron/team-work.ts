import type { ArticleText } from '#shared/domain/article.ts'
import { applyTo, type Edit, partOf, StaleEdit, touches } from '#shared/domain/edit.ts'
import { emptyRecord } from '#shared/domain/record.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { emptyReview } from '#shared/domain/review.ts'
import { emptyTeam, type Team } from '#shared/domain/team.ts'
import type { BulkReport } from '#shared/ipc/bulk.ts'
import type { ArticleMarks, MarksWanted, TeamProgress, TeamView } from '#shared/ipc/team.ts'
import type { BulkEdits } from './bulk-edits.ts'
import { readArticle } from './library/articles.ts'
import type { ArticleEdit } from './library/bulk-file.ts'
import { unreadableSentence } from './library/disk-problem.ts'
import type { DocumentOutcome } from './library/document-reading.ts'
import { annotatorName } from './library/ids.ts'
import { assertKeepable } from './library/keepable.ts'
import { lookedAt } from './library/looked-at.ts'
import { readTeam } from './library/team-document.ts'
import type { Workspace } from './library/workspace.ts'
import type { WorkspaceStore } from './library/workspace-store.ts'
import { type AnnotatorsMarks, readArticleMarks } from './review/article-marks.ts'
import { ProgressReader } from './review/team-progress.ts'

export type TeamParts = {
  readonly workspace: Workspace
  readonly annotator: string
  readonly store: WorkspaceStore
  /** A store for another annotator's documents. */
  readonly storeFor: (annotator: string) => WorkspaceStore
  readonly make: BulkEdits['make']
}

type Guest = { readonly annotator: string; readonly articleId: string; readonly store: WorkspaceStore }

/** What several annotators share in a workspace that is open for one of them. */
export class TeamWork {
  readonly #parts: TeamParts
  readonly #progress: ProgressReader
  #guest: Guest | null = null
  #turn: Promise<unknown> = Promise.resolve()

  constructor(parts: TeamParts) {
    this.#parts = parts
    this.#progress = new ProgressReader(parts.workspace)
  }

  async view(): Promise<TeamView> {
    const read = await this.#read()
    const { sight, assignments } = teamIn(read)
    const access = read.kind === 'ok' ? this.#parts.workspace.access : readOnly(read.sentence)
    return { sight, assignments: JSON.stringify([...assignments]), access }
  }

  async progress(): Promise<Result<TeamProgress>> {
    const { workspace, annotator, store } = this.#parts
    try {
      await store.flush()
      return ok(await this.#progress.read(teamIn(await this.#read()), annotator))
    } catch (error) {
      return failed(unreadableSentence(error, workspace.root))
    }
  }

  /** What everybody says of one article, what is not saved yet of the annotator's own among it. */
  async marks(articleId: string, wanted: MarksWanted): Promise<Result<ArticleMarks>> {
    const { workspace, annotator, store } = this.#parts
    const isBlind = wanted === 'layer' && teamIn(await this.#read()).sight === 'blind'
    const source = await readArticle(workspace, articleId)
    if (!source.ok) return source
    const own = { annotator, record: store.openRecord(articleId), review: store.openReviewOf(articleId) }
    const { marks, unread } = await readArticleMarks(workspace, source.value, {
      own,
      reviewsOnly: isBlind || wanted === 'reviews',
    })
    const records = JSON.stringify(marks.flatMap(recordIn))
    return ok({ records, reviews: JSON.stringify(marks.flatMap(reviewIn)), unread })
  }

  /** Edits somebody's record or review of an article, as one step of the history. */
  async edit(articleId: string, whose: string, edit: Edit): Promise<Result<BulkReport>> {
    const { workspace, make } = this.#parts
    if (workspace.access.kind === 'read') return failed(workspace.access.sentence)
    const name = annotatorName(whose)
    if (!name.ok) return name
    if (partOf(edit, ['record', 'review']).changes.length < edit.changes.length)
      throw new Error('A review changes nothing but the records and reviews of an article')
    return this.#inTurn(async () => {
      const store = await this.#storeOf(name.value, articleId)
      return make({ name: edit.name, changes: [] }, this.#plan(store, articleId, edit), name.value)
    })
  }

  /** Whoever's documents were edited last, and are still open. */
  guestOf(annotator: string): WorkspaceStore | null {
    return this.#guest?.annotator === annotator ? this.#guest.store : null
  }

  async close(): Promise<void> {
    const guest = this.#guest
    this.#guest = null
    await guest?.store.close()
  }

  /** @throws {StaleEdit} before the history has anything of it, where it was made against something else; {RangeError}. */
  async *#plan(store: WorkspaceStore, articleId: string, edit: Edit): AsyncGenerator<ArticleEdit> {
    const source = await readArticle(this.#parts.workspace, articleId)
    if (!source.ok) throw new StaleEdit(source.problem.sentence)
    assertKeepable(edit, source.value.text)
    // What is open already is looked at anew only where it is not what the edit was made against.
    if (!isFresh(store, articleId, edit)) await openFor(store, source.value, edit)
    assertFresh(store, articleId, edit)
    yield { articleId, edit }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work)
    this.#turn = result.catch(() => undefined)
    return result
  }

  /** One decision after the other is made in one article: reading all that is there anew each time would take long. */
  async #storeOf(whose: string, articleId: string): Promise<WorkspaceStore> {
    const { annotator, store, storeFor } = this.#parts
    if (whose === annotator) return store
    if (this.#guest?.annotator !== whose) await this.close()
    const before = this.#guest
    if (before && before.articleId !== articleId) await before.store.letGo(before.articleId)
    const guest = { annotator: whose, articleId, store: before?.store ?? storeFor(whose) }
    this.#guest = guest
    return guest.store
  }

  #read(): Promise<DocumentOutcome<Team>> {
    const { workspace, store } = this.#parts
    return workspace.access.kind === 'write' ? store.openTeam() : readTeam(lookedAt(workspace))
  }
}

/** Opens what `edit` changes, or looks at it anew. */
async function openFor(store: WorkspaceStore, source: ArticleText, edit: Edit): Promise<void> {
  const opened = await Promise.all([
    touches(edit, 'record') ? store.open(source) : null,
    touches(edit, 'review') ? store.openReview(source) : null,
  ])
  const refused = opened.find((outcome) => outcome !== null && outcome.kind !== 'ok')
  if (refused) throw new StaleEdit(refused.sentence)
}

function isFresh(store: WorkspaceStore, articleId: string, edit: Edit): boolean {
  try {
    assertFresh(store, articleId, edit)
    return true
  } catch (error) {
    if (error instanceof StaleEdit) return false
    throw error
  }
}

/** @throws {StaleEdit} where what `edit` changes is another, or not open. */
function assertFresh(store: WorkspaceStore, articleId: string, edit: Edit): void {
  const [record, review] = [store.openRecord(articleId), store.openReviewOf(articleId)]
  const isOpen = (!touches(edit, 'record') || record) && (!touches(edit, 'review') || review)
  if (!isOpen) throw new StaleEdit('What this changes is not open')
  applyTo('record', record ?? emptyRecord, edit)
  applyTo('review', review ?? emptyReview, edit)
}

const readOnly = (sentence: string) => ({ kind: 'read', sentence }) as const

/** Where it cannot be read whether others' marks may be looked at, they are not shown. */
const teamIn = (read: DocumentOutcome<Team>): Team =>
  read.kind === 'ok' ? read.document : { ...emptyTeam, sight: 'blind' }

const recordIn = ({ annotator, record }: AnnotatorsMarks) =>
  record ? [{ annotator, status: record.status, annotations: [...record.annotations] }] : []

const reviewIn = ({ annotator, review }: AnnotatorsMarks) =>
  review
    ? [{ annotator, judgements: [...review.judgements.values()], comments: [...review.comments.values()] }]
    : []
