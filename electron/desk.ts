import path from 'node:path'
import { type Edit, touches } from '#shared/domain/edit.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import type { Scheme } from '#shared/domain/scheme.ts'
import type {
  Adoptable,
  Editing,
  Preferences,
  RecentWorkspace,
  WorkspaceChoice,
  WorkspaceOutcome,
  WorkspaceView,
} from '#shared/ipc/contract.ts'
import type { Parser } from './import/parser-process.ts'
import type { Send } from './ipc/wire.ts'
import { knownName } from './known-name.ts'
import { problemOf, unreadableSentence } from './library/disk-problem.ts'
import { renameHistory } from './library/history-log.ts'
import { personName } from './library/ids.ts'
import { renameAnnotator } from './library/rename-annotator.ts'
import { UNSAVED } from './library/unsaved.ts'
import { openWorkspace, type Workspace } from './library/workspace.ts'
import {
  type PreferenceFile,
  preferencesView,
  recallAnnotator,
  rememberAnnotator,
  rememberArticle,
  rememberWorkspace,
} from './preferences.ts'
import { Session, type SessionEvents } from './session.ts'
import { sessionNews } from './session-news.ts'
import type { StartOptions } from './start-options.ts'
import { adopt, adoptable, openSample, SAMPLE_NAME } from './workspaces.ts'

export type DeskParts = {
  readonly preferences: PreferenceFile
  readonly options: StartOptions
  readonly userData: string
  /** Folder of the articles that the sample workspace is made of. */
  readonly samples: string
  readonly suggestedAnnotator: string
  readonly send: Send
  /** Reads files that were made elsewhere, in a process of its own. */
  readonly parser: Parser
  /** Asks the analyst for a folder; null when cancelled. */
  readonly askForFolder: (purpose: 'open' | 'new') => Promise<string | null>
  readonly onOpened: (scheme: Scheme, recent: readonly RecentWorkspace[]) => void
  /** The scheme of the workspace that is open is another one now. */
  readonly onScheme: (scheme: Scheme) => void
}

/** After the page has painted its first rows. */
const CHECK_AFTER_MS = 1_000

type FirstArticle = NonNullable<WorkspaceView['first']>

async function openFirst(session: Session, articleId: string): Promise<FirstArticle> {
  return { articleId, opened: await session.openArticle(articleId) }
}

/** The main process's side of the desk: which workspace is open, for whom, and what is told to the page about it. */
export class Desk {
  readonly #parts: DeskParts
  #session: Session | null = null
  #beginning: Promise<WorkspaceOutcome> | null = null
  /** The folder that was last asked for, open or not. */
  #asked: string | null = null
  #adoptable: string | null = null
  #askedArticle: string | null

  constructor(parts: DeskParts) {
    this.#parts = parts
    this.#askedArticle = parts.options.articleId
  }

  get session(): Session | null {
    return this.#session
  }

  get preferences(): Preferences {
    return preferencesView(this.#parts.preferences.store)
  }

  get parser(): Parser {
    return this.#parts.parser
  }

  get annotator(): string {
    // The file may have been edited by hand, and the name becomes a folder's.
    const kept = personName(this.preferences.annotator ?? '')
    return kept.ok ? kept.value : this.#parts.suggestedAnnotator
  }

  get recent(): RecentWorkspace[] {
    return this.#recentFolders().map((folder) => ({ name: path.basename(folder), folder }))
  }

  /** Opens what the app was told to, or what was open last, or the sample, while the page is still being loaded. */
  begin(): void {
    this.#beginning = this.#start()
    // Whoever asks for it hears of it.
    this.#beginning.catch(() => undefined)
  }

  /** What was begun; a page that starts anew finds what is open. */
  start(): Promise<WorkspaceOutcome> {
    const outcome = this.#beginning ?? this.#start()
    this.#beginning = null
    return outcome
  }

  #start(): Promise<WorkspaceOutcome> {
    if (this.#session) return this.#view(this.#session)
    const folder = this.#parts.options.workspace ?? this.#recentFolders()[0]
    return folder ? this.#open(folder) : this.#openMade(this.#sample())
  }

  async choose(choice: WorkspaceChoice): Promise<WorkspaceOutcome> {
    if (!(await this.isSaved())) return { kind: 'refused', sentence: UNSAVED }
    switch (choice.kind) {
      case 'sample':
        return this.#openMade(this.#sample())
      case 'recent':
        return this.#openChosen(this.#recentFolders()[choice.index] ?? null)
      case 'again':
        return this.#openChosen(this.#asked)
      case 'existing':
        return this.#openChosen(await this.#parts.askForFolder('open'))
      case 'adopt':
        return this.#adoptable
          ? this.#openMade(adopt(this.#adoptable, this.#parts.parser))
          : { kind: 'cancelled' }
      case 'new':
        return this.#openNew(await this.#parts.askForFolder('new'))
    }
  }

  /** Takes `name` for the annotator; what was marked here under the old one goes along unless the new one is in use. */
  async setAnnotator(name: string): Promise<Result<string>> {
    const session = this.#session
    const before = this.annotator
    if (!(await this.isSaved())) return failed(UNSAVED)
    if (!session || before === name) return this.#take(name, session)
    await this.close()
    const renamed = session.canWrite ? await renameAnnotator(session.workspace, before, name) : ok('apart')
    if (renamed.ok && renamed.value === 'moved') await renameHistory(session.workspace, before, name)
    const taken = renamed.ok ? this.#take(name, session) : renamed
    this.#parts.send('workspace-opened', await this.#open(session.workspace.root))
    return taken
  }

  /** Goes on as somebody else: what was marked until now stays with whom it was marked by. */
  async switchAnnotator(typed: string): Promise<Result<string>> {
    const session = this.#session
    if (!(await this.isSaved())) return failed(UNSAVED)
    const name = session ? await knownName(session.workspace, typed) : typed
    const isOther = name !== this.annotator
    const taken = this.#take(name, session)
    if (session && isOther) this.#parts.send('workspace-opened', await this.#open(session.workspace.root))
    return taken
  }

  #take(name: string, session: Session | null): Result<string> {
    rememberAnnotator(this.#parts.preferences.store, session?.workspace.manifest.id, name)
    this.#parts.send('preferences-changed', this.preferences)
    return ok(name)
  }

  /** Resolves once the edit is durably on disk. */
  async edit(articleId: string | null, edit: Edit, editing: Editing): Promise<void> {
    const { session } = this
    if (!session) throw new Error('No workspace is open.')
    const saved = session.edit(articleId, edit, editing)
    if (touches(edit, 'scheme')) this.showScheme()
    await saved
  }

  /** Whatever of the system shows the scheme shows it as it is now. */
  showScheme(): void {
    if (this.#session) this.#parts.onScheme(this.#session.workspace.manifest.scheme)
  }

  /** True when all edits are on the disk: a session is never closed on others unasked. */
  async isSaved(): Promise<boolean> {
    return (await this.#session?.flush()) ?? true
  }

  rememberArticle(articleId: string): void {
    if (this.#session)
      rememberArticle(this.#parts.preferences.store, this.#session.workspace.manifest.id, articleId)
  }

  /**
   * Looks at the workspace's files and tells the page what is another than its list says.
   * @param articleIds the only ones that can be.
   */
  async checkArticles(articleIds?: readonly string[]): Promise<void> {
    const session = this.#session
    if (!session) return
    try {
      const { catalogue } = session
      const change = await (articleIds ? catalogue.added(articleIds) : catalogue.check())
      const isNews = change.changed.length > 0 || change.removed.length > 0
      if (isNews && session === this.#session) this.#parts.send('articles-changed', change)
    } catch (error) {
      this.#parts.send('notice', `The list of articles may be out of date: ${problemOf(error)}`)
    }
  }

  #recentFolders(): readonly string[] {
    return this.#parts.preferences.store.get('recent')
  }

  #sample(): Promise<Result<Workspace>> {
    this.#asked = path.join(this.#parts.userData, SAMPLE_NAME)
    return openSample(this.#parts.userData, this.#parts.samples, this.#parts.parser)
  }

  async #openChosen(folder: string | null): Promise<WorkspaceOutcome> {
    return folder ? this.#open(folder) : { kind: 'cancelled' }
  }

  async #openNew(folder: string | null): Promise<WorkspaceOutcome> {
    if (!folder) return { kind: 'cancelled' }
    const there = await openWorkspace(folder)
    return there.ok ? this.#show(there.value) : this.#openMade(adopt(folder, this.#parts.parser))
  }

  async #open(folder: string): Promise<WorkspaceOutcome> {
    this.#asked = folder
    const opened = await openWorkspace(folder)
    if (opened.ok) return this.#show(opened.value)
    const offer = await adoptable(folder, opened)
    return this.#showNone(opened.problem.sentence, offer)
  }

  async #openMade(making: Promise<Result<Workspace>>): Promise<WorkspaceOutcome> {
    const made = await making
    return made.ok ? this.#show(made.value) : this.#showNone(made.problem.sentence, null)
  }

  async #showNone(sentence: string, offer: Adoptable | null): Promise<WorkspaceOutcome> {
    await this.close()
    this.#adoptable = offer?.folder ?? null
    return { kind: 'none', sentence, adoptable: offer }
  }

  async #show(workspace: Workspace): Promise<WorkspaceOutcome> {
    await this.close()
    this.#asked = workspace.root
    const { preferences, send } = this.#parts
    rememberWorkspace(preferences.store, workspace.root)
    if (recallAnnotator(preferences.store, workspace.manifest.id))
      send('preferences-changed', this.preferences)
    try {
      this.#session = await Session.open(workspace, this.annotator, this.#events())
      return await this.#view(this.#session)
    } catch (error) {
      return this.#showNone(unreadableSentence(error, workspace.root), null)
    }
  }

  async #view(session: Session): Promise<WorkspaceOutcome> {
    const { manifest, root: folder, access } = session.workspace
    const { id, name, scheme } = manifest
    this.#parts.onOpened(scheme, this.recent)
    const listing = session.catalogue.rows()
    const [rows, wanted] = await Promise.all([listing, this.#wantedArticle(session)])
    const first = wanted ?? (rows[0] ? await openFirst(session, rows[0].id) : null)
    if (first?.opened.ok) this.rememberArticle(first.articleId)
    if (!session.catalogue.isChecked) setTimeout(() => void this.checkArticles(), CHECK_AFTER_MS)
    const articles = JSON.stringify(rows)
    return { kind: 'opened', workspace: { id, name, folder, access, scheme, articles, first } }
  }

  /** The article asked for on the command line, the first time; then the one that was open here last, if it still is. */
  async #wantedArticle(session: Session): Promise<FirstArticle | null> {
    const asked = this.#askedArticle
    this.#askedArticle = null
    if (asked !== null) return openFirst(session, asked)
    const last = this.#parts.preferences.store.get('lastArticles')[session.workspace.manifest.id]
    const isThere = last !== undefined && (await session.catalogue.has(last))
    return isThere ? openFirst(session, last) : null
  }

  #events(): SessionEvents {
    const { send, onScheme } = this.#parts
    const check = (articleIds?: readonly string[]) => this.checkArticles(articleIds)
    return sessionNews({ send, onScheme, session: () => this.#session, check })
  }

  async close(): Promise<void> {
    const session = this.#session
    this.#session = null
    await session?.close()
  }
}
