import {
  applyTo,
  type Document,
  type Documents,
  type Edit,
  partOf,
  StaleEdit,
  touches,
} from '#shared/domain/edit.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { emptyTeam, type Team } from '#shared/domain/team.ts'
import type { BulkReport } from '#shared/ipc/bulk.ts'
import type { ArticleMarks, TeamProgress, TeamView } from '#shared/ipc/team.ts'
import type { BulkEdits } from './bulk-edits.ts'
import { readArticle } from './library/articles.ts'
import type { ArticleEdit } from './library/bulk-file.ts'
import { unreadableSentence } from './library/disk-problem.ts'
import type { DocumentOutcome } from './library/document-reading.ts'
import { annotatorName } from './library/ids.ts'
import { assertKeepable } from './library/keepable.ts'
import { lookedAt } from './library/looked-at.ts'
import { readRecord } from './library/records.ts'
import { readReview } from './library/reviews.ts'
import { readTeam } from './library/team-document.ts'
import type { Workspace } from './library/workspace.ts'
import type { WorkspaceStore } from './library/workspace-store.ts'
import { type AnnotatorsMarks, readArticleMarks } from './review/article-marks.ts'
import { ProgressReader } from './review/team-progress.ts'

export type TeamParts = {
  readonly workspace: Workspace
  readonly annotator: string
  readonly store: WorkspaceStore
  readonly make: BulkEdits['make']
}

/** What several annotators share in a workspace that is open for one of them. */
export class TeamWork {
  readonly #parts: TeamParts
  readonly #progress: ProgressReader

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
  async marks(articleId: string): Promise<Result<ArticleMarks>> {
    const { workspace, annotator } = this.#parts
    const source = await readArticle(workspace, articleId)
    if (!source.ok) return source
    const own = { annotator, record: this.#openRecord(articleId), review: this.#openReview(articleId) }
    const { marks, unread } = await readArticleMarks(workspace, source.value, own)
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
    return make({ name: edit.name, changes: [] }, this.#plan(articleId, name.value, edit), name.value)
  }

  /** @throws {StaleEdit} before the history has anything of it, where it was made against something else; {RangeError}. */
  async *#plan(articleId: string, whose: string, edit: Edit): AsyncGenerator<ArticleEdit> {
    const { workspace, annotator } = this.#parts
    const source = await readArticle(workspace, articleId)
    if (!source.ok) throw new StaleEdit(source.problem.sentence)
    assertKeepable(edit, source.value.text)
    const looked = lookedAt(workspace)
    const isOwn = whose === annotator
    if (touches(edit, 'record')) {
      const known = isOwn ? this.#openRecord(articleId) : null
      assertFresh('record', known ?? documentOf(await readRecord(looked, whose, source.value)), edit)
    }
    if (touches(edit, 'review')) {
      const known = isOwn ? this.#openReview(articleId) : null
      assertFresh('review', known ?? documentOf(await readReview(looked, whose, source.value)), edit)
    }
    yield { articleId, edit }
  }

  #openRecord(articleId: string) {
    return this.#parts.store.openRecord(articleId)
  }

  #openReview(articleId: string) {
    return this.#parts.store.openReviewOf(articleId)
  }

  #read(): Promise<DocumentOutcome<Team>> {
    const { workspace, store } = this.#parts
    return workspace.access.kind === 'write' ? store.openTeam() : readTeam(lookedAt(workspace))
  }
}

/** @throws {StaleEdit} */
const assertFresh = <D extends Document>(name: D, document: Documents[D], edit: Edit): unknown =>
  applyTo(name, document, edit)

const readOnly = (sentence: string) => ({ kind: 'read', sentence }) as const

/** Where it cannot be read whether others' marks may be looked at, they are not shown. */
const teamIn = (read: DocumentOutcome<Team>): Team =>
  read.kind === 'ok' ? read.document : { ...emptyTeam, sight: 'blind' }

/** @throws {StaleEdit} where there is none that could be edited. */
function documentOf<D>(outcome: DocumentOutcome<D>): D {
  if (outcome.kind !== 'ok') throw new StaleEdit(outcome.sentence)
  return outcome.document
}

const recordIn = ({ annotator, record }: AnnotatorsMarks) =>
  record ? [{ annotator, status: record.status, annotations: [...record.annotations] }] : []

const reviewIn = ({ annotator, review }: AnnotatorsMarks) =>
  review
    ? [{ annotator, judgements: [...review.judgements.values()], comments: [...review.comments.values()] }]
    : []
