import type { ArticleText } from '#shared/domain/article.ts'
import type { Cleaning } from '#shared/domain/cleaning-rule.ts'
import { type Change, type Document, type Edit, touches } from '#shared/domain/edit.ts'
import { type AnnotationRecord, emptyRecord } from '#shared/domain/record.ts'
import type { Registry } from '#shared/domain/registry.ts'
import type { Review } from '#shared/domain/review.ts'
import type { Scheme } from '#shared/domain/scheme.ts'
import type { Team } from '#shared/domain/team.ts'
import type { Manifest } from '#shared/format/manifest.ts'
import { cleaningFile } from './cleanings.ts'
import { problemOf } from './disk-problem.ts'
import { DocumentDisk, WriteRefused } from './document-disk.ts'
import type { DocumentFile } from './document-file.ts'
import { DocumentQueue, type Timer } from './document-queue.ts'
import type { DocumentOutcome } from './document-reading.ts'
import { type FileOps, realFileOps } from './file-ops.ts'
import { assertKeepable } from './keepable.ts'
import { keepText } from './kept-texts.ts'
import { manifestFile } from './manifest-file.ts'
import { type OpenArticle, OpenArticles } from './open-articles.ts'
import { type RecordOutcome, recordFile } from './records.ts'
import { registryFile } from './registries.ts'
import { type ReviewOutcome, reviewFile } from './reviews.ts'
import { tidyWorkspace } from './stale-temps.ts'
import { teamFile } from './team-document.ts'
import type { Workspace } from './workspace.ts'

export type StoreEvents = {
  /** Another program's changes were merged in; `record` holds both. */
  readonly onMerged: (articleId: string, record: AnnotationRecord) => void
  readonly onRegistryMerged: (registry: Registry) => void
  readonly onSchemeMerged: (scheme: Scheme) => void
  readonly onCleaningMerged: (cleaning: Cleaning) => void
  readonly onTeamMerged: (team: Team) => void
  /** Edits cannot be saved for now; they are kept in memory and tried again. */
  readonly onProblem: (sentence: string) => void
  /** After a problem: all is saved again. */
  readonly onSaved: () => void
}

export type StoreParts = {
  readonly workspace: Workspace
  /** A name that `annotatorName` accepts. */
  readonly annotator: string
  readonly events: StoreEvents
  readonly after?: Timer
  readonly ops?: FileOps
  /** Nothing half-written lies about: it was looked for already. */
  readonly isTidy?: boolean
}

/**
 * All that one annotator edits in one workspace, and the promise that what was acknowledged is never lost: an edit is
 * acknowledged, by the promise of `apply`, only once it is durably on the disk.
 */
export class WorkspaceStore {
  readonly #parts: StoreParts
  readonly #open: OpenArticles
  /** Articles of whose texts a copy is kept. */
  readonly #texts = new Set<string>()
  readonly #registry: DocumentQueue<Registry>
  readonly #manifest: DocumentQueue<Manifest>
  readonly #cleaning: DocumentQueue<Cleaning>
  readonly #team: DocumentQueue<Team>
  #tidying: Promise<void> | null = null

  constructor(parts: StoreParts) {
    this.#parts = parts
    const { workspace, annotator, events } = parts
    this.#registry = this.#queueOf(registryFile(workspace, annotator), events.onRegistryMerged)
    this.#manifest = this.#queueOf(manifestFile(workspace), ({ scheme }) => events.onSchemeMerged(scheme))
    this.#cleaning = this.#queueOf(cleaningFile(workspace, annotator), events.onCleaningMerged)
    this.#team = this.#queueOf(teamFile(workspace), events.onTeamMerged)
    this.#open = new OpenArticles({
      record: (source) =>
        this.#queueOf(recordFile(workspace, annotator, source), (record) =>
          events.onMerged(source.article.id, record),
        ),
      // No page holds on to one: whoever shows it asks for it.
      review: (source) => this.#queueOf(reviewFile(workspace, annotator, source), () => undefined),
    })
  }

  /** Reads the annotator's part of the actor registry; edits that are not saved yet are part of it. */
  async openRegistry(): Promise<DocumentOutcome<Registry>> {
    await this.#tidied()
    return this.#registry.open()
  }

  /** Reads the annotator's cleaning rules, as `openRegistry` does. */
  async openCleaning(): Promise<DocumentOutcome<Cleaning>> {
    await this.#tidied()
    return this.#cleaning.open()
  }

  /** Reads the workspace's own file, as `openRegistry` does. */
  async openManifest(): Promise<DocumentOutcome<Manifest>> {
    await this.#tidied()
    return this.#manifest.open()
  }

  /** Reads how the work is shared, as `openRegistry` does. */
  async openTeam(): Promise<DocumentOutcome<Team>> {
    await this.#tidied()
    return this.#team.open()
  }

  /** Reads the record of an article; edits that are not saved yet are part of it. */
  async open(source: ArticleText): Promise<RecordOutcome> {
    await this.#tidied()
    return this.#open.record(source).open()
  }

  /** Reads what the annotator says of others' marks in an article, as `open` does. */
  async openReview(source: ArticleText): Promise<ReviewOutcome> {
    await this.#tidied()
    return this.#open.review(source).open()
  }

  /**
   * Edits what is open at once, all that `edit` changes or nothing; resolves only when it is durably on the disk.
   * `articleId` says whose record or review is meant, null where none is. @throws {StaleEdit} when it was made against
   * something else, {RangeError} when what it puts there could not be read again. `onAccepted` is called at once where it is
   * neither, before anything of it can reach the disk.
   */
  async apply(articleId: string | null, edit: Edit, onAccepted?: () => void): Promise<void> {
    const article = articleId === null ? null : this.#editable(articleId)
    assertKeepable(edit, article?.source.text ?? null)
    const queues = [
      ...(article ? queuesFor(article, edit) : []),
      touches(edit, 'registry') ? this.#registry : null,
      touches(edit, 'scheme') ? this.#manifest : null,
      touches(edit, 'cleaning') ? this.#cleaning : null,
      touches(edit, 'team') ? this.#team : null,
    ].filter((queue) => queue !== null)
    for (const queue of queues) queue.check(edit)
    onAccepted?.()
    const saving = queues.map((queue) => queue.apply(edit))
    const keepsText = article && isWorkOn(article, edit)
    await Promise.all([...saving, keepsText ? this.#keepText(article.source) : null])
  }

  has(articleId: string): boolean {
    return this.#open.get(articleId) !== undefined
  }

  /** Of the articles whose records are open. */
  get openIds(): readonly string[] {
    return this.#open.ids
  }

  /** What is known of a record, saved or not; null where it is not open, or what is there cannot be edited. */
  openRecord(articleId: string): AnnotationRecord | null {
    return this.#open.get(articleId)?.record?.document ?? null
  }

  /** The same of what the annotator says there of others' marks. */
  openReviewOf(articleId: string): Review | null {
    return this.#open.get(articleId)?.review?.document ?? null
  }

  /** The annotator's cleaning rules as they are now, null before they were opened. */
  get cleaning(): Cleaning | null {
    return this.#cleaning.document
  }

  /** The workspace's own file as it is now, null before it was opened. */
  get manifest(): Manifest | null {
    return this.#manifest.document
  }

  /** What is known of an open record, saved or not. @throws where it is not open. */
  recordOf(articleId: string): AnnotationRecord {
    return recordQueue(this.#editable(articleId)).document as AnnotationRecord
  }

  /** Lets go of an article that is saved; it is read anew when it is opened again. */
  letGo(articleId: string): Promise<void> {
    return this.#open.letGo(articleId)
  }

  /** Removes the files of documents that say nothing; the next edit makes them again. */
  async removeEmpty(articleId: string | null, documents: readonly Document[]): Promise<void> {
    const article = articleId === null ? undefined : this.#open.get(articleId)
    const queues: Readonly<Record<Document, { removeEmpty(): Promise<void> } | null | undefined>> = {
      ...{ record: article?.record, review: article?.review },
      ...{ registry: this.#registry, cleaning: this.#cleaning, team: this.#team, scheme: null },
    }
    for (const document of documents) await queues[document]?.removeEmpty()
  }

  /** Goes on from `record` in place of a damaged one; resolves when it is durably on the disk. */
  async restore(articleId: string, record: AnnotationRecord = emptyRecord): Promise<void> {
    await recordQueue(this.#editable(articleId)).replace(record)
  }

  /** The same in place of a damaged registry. */
  async restoreRegistry(registry: Registry): Promise<void> {
    await this.#registry.replace(registry)
  }

  /** Saves what waits; resolves to whether all edits are on the disk. */
  async flush(): Promise<boolean> {
    const saved = await Promise.all(this.#queues().map((queue) => queue.save()))
    return saved.every(Boolean)
  }

  /** Saves what waits and tries no more; resolves to whether all edits are on the disk. */
  async close(): Promise<boolean> {
    const isSaved = await this.flush()
    for (const queue of this.#queues()) queue.close()
    return isSaved
  }

  /** Once for each article, with the first edit of what was said of it. */
  async #keepText(source: ArticleText): Promise<void> {
    const { id } = source.article
    if (this.#texts.has(id)) return
    this.#texts.add(id)
    await keepText(this.#parts.workspace, source)
  }

  #editable(articleId: string): OpenArticle {
    const { access } = this.#parts.workspace
    if (access.kind === 'read') throw new Error(access.sentence)
    const open = this.#open.get(articleId)
    if (!open) throw new Error(`“${articleId}” is not open`)
    return open
  }

  #queues() {
    return [...this.#open.queues(), this.#registry, this.#manifest, this.#cleaning, this.#team]
  }

  #queueOf<D extends object>(file: DocumentFile<D>, merged: (document: D) => void): DocumentQueue<D> {
    const { events, after = timeout, ops = realFileOps } = this.#parts
    const news = {
      merged,
      failed: (error: unknown) => events.onProblem(sentenceFor(file.name, error)),
      recovered: () => events.onSaved(),
    }
    return new DocumentQueue(new DocumentDisk(file, ops), news, after)
  }

  #tidied(): Promise<void> {
    const { workspace, annotator, isTidy } = this.#parts
    const mayTidy = !isTidy && workspace.access.kind === 'write'
    this.#tidying ??= mayTidy ? tidyWorkspace(workspace, annotator) : Promise.resolve()
    return this.#tidying
  }
}

/** Where an edit goes that is made in an article. */
function queuesFor(article: OpenArticle, edit: Edit) {
  const { review } = article
  if (!touches(edit, 'review')) return [recordQueue(article)]
  if (!review) throw new Error('What is said of others’ marks there is not open')
  return touches(edit, 'record') ? [recordQueue(article), review] : [review]
}

function recordQueue({ record, source }: OpenArticle): DocumentQueue<AnnotationRecord> {
  if (!record) throw new Error(`The record of “${source.article.id}” is not open`)
  return record
}

const VERSIONS: readonly Change['kind'][] = ['annotation', 'earlier', 'later']

/** True where annotations, or what is said of them, would have nothing to stand on without the text. */
function isWorkOn({ record }: OpenArticle, edit: Edit): boolean {
  if (touches(edit, 'review') || edit.changes.some(({ kind }) => VERSIONS.includes(kind))) return true
  const [first] = record?.document?.annotations ?? []
  return first !== undefined && touches(edit, 'record')
}

function sentenceFor(file: string, error: unknown): string {
  if (error instanceof WriteRefused) return error.message
  return `“${file}” could not be saved: ${problemOf(error)}`
}

const timeout: Timer = (ms, run) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}
