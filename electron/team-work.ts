import type { ArticleText } from '#shared/domain/article.ts'
import {
  applyTo,
  type Change,
  type Document,
  type Edit,
  partOf,
  StaleEdit,
  touches,
} from '#shared/domain/edit.ts'
import { equalJson } from '#shared/domain/equal.ts'
import { emptyRecord } from '#shared/domain/record.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { emptyReview, GOLD, type Judgement } from '#shared/domain/review.ts'
import { emptyTeam, type Team } from '#shared/domain/team.ts'
import type { BulkReport } from '#shared/ipc/bulk.ts'
import type { ArticleMarks, MarksWanted, TeamProgress, TeamView } from '#shared/ipc/team.ts'
import type { BulkEdits } from './bulk-edits.ts'
import { readArticle } from './library/articles.ts'
import { unreadableSentence } from './library/disk-problem.ts'
import type { DocumentOutcome } from './library/document-reading.ts'
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
  readonly makeOne: BulkEdits['makeOne']
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
  async marks(articleId: string, wanted: MarksWanted): Promise<Result<ArticleMarks>> {
    const { workspace, annotator, store } = this.#parts
    const isBlind = wanted === 'layer' && teamIn(await this.#read()).sight === 'blind'
    const source = await readArticle(workspace, articleId)
    if (!source.ok) return source
    const own = { annotator, record: store.openRecord(articleId), review: store.openReviewOf(articleId) }
    const { annotators, marks, unread } = await readArticleMarks(workspace, source.value, {
      own,
      reviewsOnly: isBlind || wanted === 'reviews',
    })
    const records = JSON.stringify(marks.flatMap(recordIn))
    return ok({ annotators, records, reviews: JSON.stringify(marks.flatMap(reviewIn)), unread })
  }

  /** Edits the gold, or what the annotator says of others' marks in an article, as one step of the history. */
  async edit(articleId: string, whose: string, edit: Edit): Promise<Result<BulkReport>> {
    const { workspace, annotator, makeOne } = this.#parts
    if (workspace.access.kind === 'read') return failed(workspace.access.sentence)
    assertOwn(edit, whose, annotator)
    return makeOne({ articleId, annotator: whose, edit }, (store) => this.#prepare(store, articleId, edit))
  }

  /** @throws {StaleEdit} where it was made against something else; {RangeError}. */
  async #prepare(store: WorkspaceStore, articleId: string, edit: Edit): Promise<void> {
    const source = await readArticle(this.#parts.workspace, articleId)
    if (!source.ok) throw new StaleEdit(source.problem.sentence)
    assertKeepable(edit, source.value.text)
    // What is open already is looked at anew only where it is not what the edit was made against.
    if (!isFresh(store, articleId, edit)) await openFor(store, source.value, edit)
    assertFresh(store, articleId, edit)
  }

  #read(): Promise<DocumentOutcome<Team>> {
    const { workspace, store } = this.#parts
    return workspace.access.kind === 'write' ? store.openTeam() : readTeam(lookedAt(workspace))
  }
}

/** @throws where an edit says something in the name of somebody else. */
function assertOwn(edit: Edit, whose: string, annotator: string): void {
  if (whose !== annotator && whose !== GOLD) throw new Error(`What ${whose} says is not for others to edit`)
  const changed: readonly Document[] = whose === GOLD ? ['record', 'review'] : ['review']
  if (partOf(edit, changed).changes.length < edit.changes.length)
    throw new Error('A review changes nothing but what is said of marks, and the gold')
  const stranger = edit.changes.find((change) => !isSaidBy(annotator, change))
  if (stranger) throw new Error('What is said is said in one’s own name')
}

/** What was said before stays whose it was; another reason may be given for it. */
function isSaidBy(annotator: string, { kind, before, after }: Change): boolean {
  if ((kind !== 'judgement' && kind !== 'comment') || after === null || after.by === annotator) return true
  return kind === 'judgement' && before !== null && equalJson(withoutReason(before), withoutReason(after))
}

const withoutReason = ({ reason: _, ...rest }: Judgement): Omit<Judgement, 'reason'> => rest

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
