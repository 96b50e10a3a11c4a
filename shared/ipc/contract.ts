import type { Bindings } from '../domain/accelerator.ts'
import type { Access } from '../domain/access.ts'
import type { ArticleSummary, ArticleText } from '../domain/article.ts'
import type { Edit } from '../domain/edit.ts'
import type { ChosenArticle } from '../domain/found-occurrences.ts'
import type { Direction } from '../domain/history.ts'
import type { Sought } from '../domain/occurrences.ts'
import type { Corrections, Earlier, Status } from '../domain/record.ts'
import type { Result } from '../domain/result.ts'
import type { Scheme } from '../domain/scheme.ts'
import type { Migration } from '../domain/scheme-migration.ts'
import type { SchemeUse } from '../domain/scheme-uses.ts'
import type { DatasetText } from '../format/dataset.ts'
import type { BulkProgress, BulkReport } from './bulk.ts'
import type { EventChannel, PageChannel, RequestChannel } from './channels.ts'
import type { CleaningView } from './cleaning.ts'
import type { ExchangeEvents, ExchangeRequests } from './exchange.ts'
import type { CollectEvents, CollectRequests } from './importing.ts'
import type { ReviewEvents, ReviewRequests } from './reviews.ts'
import type { SurveyQuery } from './survey.ts'
import type { VersionRequests } from './versions.ts'

export type WorkspaceView = {
  readonly id: string
  readonly name: string
  readonly folder: string
  readonly access: Access
  readonly scheme: Scheme
  /** JSON of an `ArticleSummary[]`, by title: as text for the reason that a record's annotations are. */
  readonly articles: string
  /** The article to show first, if any, opened already. */
  readonly first: { readonly articleId: string; readonly opened: Result<OpenedArticle> } | null
}

/** A workspace that was opened, or the sentence and the ways on when none could be. */
export type WorkspaceOutcome =
  | { readonly kind: 'opened'; readonly workspace: WorkspaceView }
  | { readonly kind: 'none'; readonly sentence: string; readonly adoptable: Adoptable | null }
  | { readonly kind: 'cancelled' }
  /** What is open stays open, and the sentence says why. */
  | { readonly kind: 'refused'; readonly sentence: string }

/** A folder that is no workspace yet and could become one. */
export type Adoptable = { readonly folder: string; readonly articles: number }

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export type Preferences = {
  /** Null until the analyst was asked; `suggestedAnnotator` is used meanwhile. */
  readonly annotator: string | null
  readonly theme: Theme
  /** CSS pixels. */
  readonly textSize: number
  /** Where the caret was in the articles that were read last: UTF-16 offsets by article. */
  readonly places: Readonly<Record<string, number>>
  /** Widths of the side panes in CSS pixels. */
  readonly panes: { readonly articles: number; readonly inspector: number }
  /** Whether the guideline of the label in use is shown beside the text. */
  readonly guidelineBeside: boolean
  /** Keys that the analyst gave to commands. */
  readonly keys: Bindings
}
export type PreferencesPatch = Partial<Omit<Preferences, 'annotator'>>

export type About = {
  readonly version: string
  readonly electron: string
  readonly chromium: string
  readonly runtime: 'declared' | 'fallback'
}

export type Desk = {
  readonly about: About
  readonly platform: string
  readonly preferences: Preferences
  readonly suggestedAnnotator: string
  readonly recent: readonly RecentWorkspace[]
  readonly outcome: WorkspaceOutcome
  /** What went wrong while starting that the analyst should know, e.g. preferences that could not be read. */
  readonly notice: string | null
}

export type RecentWorkspace = { readonly name: string; readonly folder: string }

/**
 * An annotator's record as it crosses the border: annotations in reading order, offsets in UTF-16, as JSON text, because
 * ten thousand objects take ten times as long to be copied from process to process and from world to world as one string.
 */
export type RecordView = {
  readonly status: Status
  readonly notes: string
  readonly corrections: Corrections
  readonly earlier: Earlier | null
  readonly later: string | null
  /** JSON of an `Annotation[]`. */
  readonly annotations: string
}

/** Whether an edit is done for the first time, and what it is joined to then (see `Step`), or travels in the history. */
export type Editing = { readonly kind: 'do'; readonly typing?: string } | { readonly kind: Direction }

/** Names of the steps that would be undone and redone next. */
export type UndoNames = { readonly undo: string | null; readonly redo: string | null }

/** What damaged annotations can be given up for: their last good version, where there is one, or a fresh start. */
export type Restore = { readonly lastGood: { readonly savedAt: string; readonly annotations: number } | null }

export type OpenedRecord = {
  readonly record: RecordView
  readonly access: Access
  /** Set while the annotations are damaged. */
  readonly restore: Restore | null
}

/** The actor registry as it crosses the border; as JSON text for the reason that a record's annotations are. */
export type RegistryView = {
  /** JSON of an `ActorsFile`'s body: `{ actors, skips }`. */
  readonly own: string
  /** JSON of `{ annotator, actors, skips }[]`: everybody else's, by annotator. */
  readonly others: string
  readonly access: Access
  /** Set while the annotator's own part is damaged: what can be gone on from. */
  readonly restore: { readonly lastGood: { readonly savedAt: string; readonly actors: number } | null } | null
  /** Sentences that say which parts of others are missing, since they cannot be read. */
  readonly unread: readonly string[]
}

/** Whom some mentions of one article shall mean, by their ids. */
export type ArticleLinks = { readonly articleId: string; readonly links: readonly MentionLink[] }
/** Null: nobody. */
export type MentionLink = { readonly id: string; readonly actor: string | null }

/** What a migration of the scheme would change of the annotator's own work, and what of others' it leaves as it is. */
export type MigrationPreview = {
  readonly annotations: number
  readonly articles: number
  readonly examples: readonly MigrationExample[]
  readonly others: readonly { readonly annotator: string; readonly annotations: number }[]
  /** Ids of articles that cannot be read, and are left out. */
  readonly unread: readonly string[]
}
export type MigrationExample = {
  /** The article's. */
  readonly title: string
  readonly label: string
  readonly quote: string
  readonly isRemoved: boolean
}

/** A scheme out of a file. */
export type SchemeOffer = { readonly file: string; readonly scheme: Scheme }
/** Where a name occurs in the workspace. */
export type FoundOccurrences = {
  /** JSON of a `FoundArticle[]`, by title: as text for the reason that a record's annotations are. */
  readonly articles: string
  /** There are more than these. */
  readonly hasMore: boolean
  /** How many articles could not be read. */
  readonly unread: number
}
export type SearchProgress = { readonly done: number; readonly total: number }

export type OpenedArticle = ArticleText & OpenedRecord

/** Rows of the articles list that are new or other ones than before, and the ids of those that are gone. */
export type ArticlesChange = {
  readonly changed: readonly ArticleSummary[]
  readonly removed: readonly string[]
}

export type ExportReport = {
  readonly file: string
  readonly articles: number
  readonly annotations: number
  /** Annotations that lie in boilerplate, which the main text has not. */
  readonly leftOut: number
  /** Annotations that reach into boilerplate, and were cut there. */
  readonly clipped: number
}

/** Which workspace to open: asked for in a dialog, the sample, a recent one, or the folder just offered for adoption. */
export type WorkspaceChoice =
  | { readonly kind: 'existing' }
  | { readonly kind: 'new' }
  | { readonly kind: 'sample' }
  | { readonly kind: 'recent'; readonly index: number }
  | { readonly kind: 'adopt' }
  | { readonly kind: 'again' }

export type Requests = CollectRequests &
  ExchangeRequests &
  ReviewRequests &
  VersionRequests & {
    'desk:start': { args: []; result: Desk }
    'workspace:open': { args: [choice: WorkspaceChoice]; result: WorkspaceOutcome }
    'workspace:reveal': { args: []; result: null }
    'article:read': { args: [articleId: string]; result: Result<ArticleText> }
    /** Asked together with `article:read`, which is answered first, so that the text is laid out while this is read. */
    'article:open': { args: [articleId: string]; result: Result<OpenedRecord> }
    /** Answered once the edit is durably on disk. `articleId`: see `Step`. */
    'edit:make': { args: [articleId: string | null, edit: Edit, editing: Editing]; result: null }
    'registry:read': { args: []; result: RegistryView }
    /** Goes on from the last good version of the annotator's damaged part, or from an empty one. */
    'registry:restore': { args: [version: 'last-good' | 'empty']; result: RegistryView }
    'cleaning:read': { args: []; result: CleaningView }
    /**
     * Lets mentions of any number of articles mean actors, or nobody, and does `edit`, which changes the registry alone: one
     * step of the history.
     */
    'mentions:link': { args: [edit: Edit, articles: readonly ArticleLinks[]]; result: Result<BulkReport> }
    'scheme:read': { args: []; result: Scheme }
    /** What all annotations of the workspace say, known to the scheme or not. */
    'scheme:uses': { args: []; result: readonly SchemeUse[] }
    'scheme:preview': { args: [migration: Migration]; result: Result<MigrationPreview> }
    /** Changes the scheme and the annotator's own annotations, as one step of the history. */
    'scheme:migrate': { args: [migration: Migration]; result: Result<BulkReport> }
    /** Answers with the file; null when the analyst cancelled the dialog. */
    'scheme:export': { args: []; result: Result<string> | null }
    /** Reads a scheme out of a file, and changes nothing; null when the analyst cancelled the dialog. */
    'scheme:import': { args: []; result: Result<SchemeOffer> | null }
    /** Takes back, or does again, the newest step of the history, one that changes many articles. */
    'bulk:travel': { args: [direction: Direction]; result: Result<BulkReport> }
    /** What was done of it is taken back. */
    'bulk:cancel': { args: []; result: null }
    /** Null when it was cancelled, by the next search say. */
    'occurrences:find': { args: [sought: Sought]; result: FoundOccurrences | null }
    'occurrences:cancel': { args: []; result: null }
    /** One step of the history. */
    'occurrences:mark': {
      args: [sought: Sought, chosen: readonly ChosenArticle[]]
      result: Result<BulkReport>
    }
    /** JSON of the `History` that was kept of the workspace's annotator. */
    'history:read': { args: []; result: string }
    /** The newest step is passed over: it was undone or redone already, or cannot be. */
    'history:pass': { args: [direction: Direction]; result: null }
    /** What undo and redo would do, for the menu. */
    'history:show': { args: [names: UndoNames]; result: null }
    'article:restore': {
      args: [articleId: string, version: 'last-good' | 'empty']
      result: Result<OpenedRecord>
    }
    /** JSON of a `SurveyAnswer`. */
    'survey:ask': { args: [query: SurveyQuery]; result: Result<string> }
    /** JSON of a `SurveyCount`. `merged`: ids of actors that are counted as another one, and that one's. */
    'survey:count': { args: [merged: Readonly<Record<string, string>>]; result: Result<string> }
    /** Null when the analyst cancelled the dialog. */
    'dataset:export': { args: [text: DatasetText]; result: Result<ExportReport> | null }
    'annotator:set': { args: [name: string]; result: Result<string> }
    'preferences:set': { args: [patch: PreferencesPatch]; result: Preferences }
  }

export type Events = CollectEvents &
  ExchangeEvents &
  ReviewEvents & {
    command: string
    'workspace-opened': WorkspaceOutcome
    'articles-changed': ArticlesChange
    'article-merged': { readonly articleId: string; readonly record: RecordView }
    'registry-merged': RegistryView
    'cleaning-merged': CleaningView
    /** Another program, or another window, has changed it. */
    'scheme-changed': Scheme
    'bulk-progress': BulkProgress
    'occurrences-progress': SearchProgress
    'save-problem': { readonly sentence: string }
    saved: null
    'preferences-changed': Preferences
    /** One sentence for the analyst. */
    notice: string
  }

type Complete = [RequestChannel, keyof Requests, EventChannel, keyof Events]
/** Does not compile when a channel is named in one of the two files alone. */
export type ChannelsAgree = Complete extends [keyof Requests, RequestChannel, keyof Events, EventChannel]
  ? true
  : never

/** What the preload script gives the renderer, under `window.bridge`. */
export type Bridge = {
  readonly request: <C extends PageChannel>(
    channel: C,
    ...args: Requests[C]['args']
  ) => Promise<Requests[C]['result']>
  /** Listens until the function it returns is called. */
  readonly listen: <C extends EventChannel>(channel: C, listener: (payload: Events[C]) => void) => () => void
  /** Imports the DOM `File`s that a person dropped on the window; only the system knows their paths. */
  readonly importDropped: (files: readonly object[]) => Promise<null>
}
