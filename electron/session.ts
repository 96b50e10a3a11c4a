import type { FSWatcher } from 'node:fs'
import type { Access } from '#shared/domain/access.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import type { Edit } from '#shared/domain/edit.ts'
import { type Direction, emptyHistory, type History } from '#shared/domain/history.ts'
import { type AnnotationRecord, emptyRecord } from '#shared/domain/record.ts'
import { emptyRegistry, type Registry } from '#shared/domain/registry.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import type { Part } from '#shared/domain/united-registry.ts'
import type { BulkProgress } from '#shared/ipc/bulk.ts'
import type {
  Editing,
  OpenedArticle,
  OpenedRecord,
  RecordView,
  RegistryView,
  Restore,
} from '#shared/ipc/contract.ts'
import { watchArticles } from './article-watch.ts'
import { BulkEdits } from './bulk-edits.ts'
import { CleaningWork } from './cleaning-work.ts'
import { readArticle } from './library/articles.ts'
import type { DocumentOutcome } from './library/document-reading.ts'
import { HistoryLog } from './library/history-log.ts'
import { KeptCatalogue } from './library/kept-catalogue.ts'
import { lookedAt } from './library/looked-at.ts'
import { type DamagedRecord, type RecordOutcome, readRecord } from './library/records.ts'
import { readableParts, readRegistries, readRegistry, unreadSentences } from './library/registries.ts'
import { eventsOfOthers } from './library/store-events.ts'
import type { Workspace } from './library/workspace.ts'
import { acquireLock, type LockOutcome } from './library/workspace-lock.ts'
import { type StoreEvents, WorkspaceStore } from './library/workspace-store.ts'
import { Propagation } from './propagation/propagation.ts'
import { Survey } from './survey/survey.ts'
import { TeamWork } from './team-work.ts'
import type { VersionParts } from './versions/taking-over.ts'

type SessionParts = {
  readonly workspace: Workspace
  readonly annotator: string
  readonly lock: LockOutcome
  readonly history: HistoryLog
  readonly events: SessionEvents
}

export type SessionEvents = StoreEvents & {
  readonly onArticlesChanged: () => void
  /** Records of these articles were edited, the annotator's own or another's. */
  readonly onArticlesEdited: (articleIds: readonly string[]) => void
  readonly onBulkProgress: (progress: BulkProgress) => void
}

type Registries = {
  readonly own: DocumentOutcome<Registry>
  readonly others: readonly Part[]
  /** Why parts of others cannot be read. */
  readonly unread: readonly string[]
}

const HELD_ELSEWHERE = 'This workspace is open in another window of Glosswright, so here it can only be read.'

/** A workspace that is open for one annotator: locked, watched, its edits being saved. */
export class Session {
  readonly annotator: string
  readonly catalogue: KeptCatalogue
  readonly bulk: BulkEdits
  readonly survey: Survey
  readonly propagation: Propagation
  readonly cleaning: CleaningWork
  readonly team: TeamWork
  readonly versionParts: () => VersionParts
  readonly #workspace: Workspace
  readonly #lock: LockOutcome
  readonly #store: WorkspaceStore
  readonly #history: HistoryLog
  readonly #watcher: FSWatcher | null
  readonly #tidied = new Set<string>()
  #reading: { readonly articleId: string; readonly source: Promise<Result<ArticleText>> } | null = null
  /** Articles whose annotations were found damaged, with their last good version, until the analyst has chosen. */
  readonly #damaged = new Map<string, AnnotationRecord | null>()

  private constructor({ workspace, annotator, lock, history, events }: SessionParts) {
    this.#workspace = workspace
    this.annotator = annotator
    this.#lock = lock
    this.#history = history
    this.catalogue = new KeptCatalogue(workspace, annotator)
    this.#store = new WorkspaceStore({ workspace, annotator, events })
    const storeFor = (other: string) => this.#storeFor(other, events)
    this.bulk = new BulkEdits({
      workspace,
      annotator,
      store: this.#store,
      storeFor,
      history,
      onProgress: events.onBulkProgress,
      onEdited: (articleIds) => {
        for (const id of articleIds) this.catalogue.touch(id)
        events.onArticlesEdited(articleIds)
      },
    })
    this.cleaning = new CleaningWork({ workspace, annotator, store: this.#store })
    const cleaning = () => this.cleaning.united()
    this.survey = new Survey({
      workspace: () => this.workspace,
      annotator,
      store: this.#store,
      actorIds: () => this.#actorIds(),
      cleaning,
    })
    const make: BulkEdits['make'] = (edit, plan, whose) => this.bulk.make(edit, plan, whose)
    this.propagation = new Propagation({ workspace, annotator, store: this.#store, make, cleaning })
    const flush = () => this.flush()
    const makeOne: BulkEdits['makeOne'] = (one, prepare) => this.bulk.makeOne(one, prepare)
    this.team = new TeamWork({ workspace, annotator, store: this.#store, makeOne })
    this.versionParts = () => ({ workspace: this.workspace, annotator, flush, make })
    this.#watcher = watchArticles(workspace.root, events.onArticlesChanged)
  }

  /** What was left half-written of somebody's work is looked for once. */
  #storeFor(annotator: string, events: StoreEvents): WorkspaceStore {
    const isTidy = this.#tidied.has(annotator)
    this.#tidied.add(annotator)
    const { workspace } = this
    return new WorkspaceStore({ workspace, annotator, events: eventsOfOthers(events), isTidy })
  }

  static async open(workspace: Workspace, annotator: string, events: SessionEvents): Promise<Session> {
    const lock = await acquireLock(workspace.root)
    const access: Access =
      lock.kind === 'held' && workspace.access.kind === 'write'
        ? { kind: 'read', sentence: HELD_ELSEWHERE }
        : workspace.access
    const history = await HistoryLog.of(workspace, annotator)
    const session = new Session({ workspace: { ...workspace, access }, annotator, lock, history, events })
    if (session.canWrite) await session.#store.openManifest()
    return session
  }

  /** The workspace with its scheme as it is now. */
  get workspace(): Workspace {
    return { ...this.#workspace, manifest: this.#store.manifest ?? this.#workspace.manifest }
  }

  get canWrite(): boolean {
    return this.#workspace.access.kind === 'write'
  }

  /** An article's text. It is not read again for the record that is asked for next. */
  readArticle(articleId: string): Promise<Result<ArticleText>> {
    const source = readArticle(this.workspace, articleId)
    this.#reading = { articleId, source }
    return source
  }

  async openArticle(articleId: string): Promise<Result<OpenedArticle>> {
    const source = await this.readArticle(articleId)
    if (!source.ok) return source
    const opened = await this.openRecord(articleId)
    return opened.ok ? ok({ ...source.value, ...opened.value }) : opened
  }

  async openRecord(articleId: string): Promise<Result<OpenedRecord>> {
    const source = await this.#sourceOf(articleId)
    if (!source.ok) return source
    const outcome = this.canWrite
      ? await this.#store.open(source.value)
      : await readRecord(this.workspace, this.annotator, source.value)
    return ok(this.#opened(source.value, outcome))
  }

  #sourceOf(articleId: string): Promise<Result<ArticleText>> {
    const reading = this.#reading
    this.#reading = null
    return reading?.articleId === articleId ? reading.source : readArticle(this.workspace, articleId)
  }

  #opened(source: ArticleText, outcome: RecordOutcome): OpenedRecord {
    if (outcome.kind === 'ok')
      return { record: recordView(outcome.document), access: this.workspace.access, restore: null }
    const access: Access = { kind: 'read', sentence: outcome.sentence }
    const canRestore = outcome.kind === 'damaged' && this.canWrite
    return { record: EMPTY_VIEW, access, restore: canRestore ? this.#offer(source, outcome) : null }
  }

  #offer({ article }: ArticleText, { lastGood }: DamagedRecord): Restore {
    this.#damaged.set(article.id, lastGood?.document ?? null)
    return {
      lastGood: lastGood && { savedAt: lastGood.savedAt, annotations: lastGood.document.annotations.size },
    }
  }

  /** Resolves once the edit is durably on disk. */
  async edit(articleId: string | null, edit: Edit, editing: Editing): Promise<void> {
    if (!this.canWrite) throw new Error('An edit was made in a workspace that can only be read')
    const { kind, ...typing } = editing
    // What is refused is no part of the history.
    await this.#store.apply(articleId, edit, () => {
      this.#history.add(kind === 'do' ? { kind, step: { articleId, edit, ...typing } } : { kind })
      if (articleId !== null) this.catalogue.touch(articleId)
    })
  }

  async readRegistry(): Promise<RegistryView> {
    const { own, others, unread } = await this.#registries()
    const { access } = this.#workspace
    return {
      own: JSON.stringify(registryObject(own.kind === 'ok' ? own.document : emptyRegistry)),
      others: JSON.stringify(
        others.map(({ annotator, registry }) => ({ annotator, ...registryObject(registry) })),
      ),
      access: own.kind === 'ok' ? access : { kind: 'read', sentence: own.sentence },
      restore: this.#registryOffer(own),
      unread,
    }
  }

  #registryOffer(own: DocumentOutcome<Registry>): RegistryView['restore'] {
    if (own.kind !== 'damaged' || own.copy === null || !this.canWrite) return null
    const { lastGood } = own
    return { lastGood: lastGood && { savedAt: lastGood.savedAt, actors: lastGood.document.actors.size } }
  }

  /** Goes on from the last good version of the damaged registry, or from nothing; the damaged file is kept aside already. */
  async restoreRegistry(version: 'last-good' | 'empty'): Promise<RegistryView> {
    const { own } = await this.#registries()
    if (own.kind === 'damaged' && this.#registryOffer(own)) {
      const { lastGood } = own
      await this.#store.restoreRegistry((version === 'last-good' && lastGood?.document) || emptyRegistry)
    }
    return this.readRegistry()
  }

  /** The annotator's own part of the registry, and those of everybody else that can be read. */
  async #registries(): Promise<Registries> {
    const own = this.canWrite
      ? await this.#store.openRegistry()
      : await readRegistry(this.#workspace, this.annotator)
    const registries = await readRegistries(lookedAt(this.#workspace), this.annotator)
    return { own, others: readableParts(registries), unread: unreadSentences(registries) }
  }

  async #actorIds(): Promise<ReadonlySet<string>> {
    const { own, others } = await this.#registries()
    const parts = [
      own.kind === 'ok' ? own.document : emptyRegistry,
      ...others.map(({ registry }) => registry),
    ]
    return new Set(parts.flatMap(({ actors }) => [...actors.keys()]))
  }

  readHistory(): History {
    return this.canWrite ? this.#history.read() : emptyHistory
  }

  /** The newest step of the history is passed over. */
  passInHistory(direction: Direction): void {
    if (this.canWrite) this.#history.add({ kind: direction })
  }

  /** Goes on from the last good version of damaged annotations, or from nothing; the damaged file is kept aside already. */
  async restore(articleId: string, version: 'last-good' | 'empty'): Promise<Result<OpenedRecord>> {
    const lastGood = this.#damaged.get(articleId)
    if (lastGood === undefined) throw new Error('There is no damage to recover from')
    this.catalogue.touch(articleId)
    await this.#store.restore(articleId, (version === 'last-good' && lastGood) || undefined)
    this.#damaged.delete(articleId)
    return this.openRecord(articleId)
  }

  /** True when everything is on disk, what is under way too. */
  flush(): Promise<boolean> {
    return this.bulk.flush()
  }

  async close(): Promise<void> {
    this.#watcher?.close()
    this.propagation.cancel()
    await this.flush()
    await this.#store.close()
    await this.bulk.close()
    this.#history.close()
    await this.catalogue.close()
    await this.survey.close()
    if (this.#lock.kind === 'mine') await this.#lock.release()
  }
}

const registryObject = ({ actors, skips }: Registry) => ({ actors: [...actors.values()], skips })

export const recordView = ({ annotations, ...rest }: AnnotationRecord): RecordView => ({
  ...rest,
  annotations: JSON.stringify([...annotations]),
})

const EMPTY_VIEW = recordView(emptyRecord)
