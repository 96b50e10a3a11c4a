import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { ACA_1 } from '#shared/domain/aca-1.ts'
import type { Access } from '#shared/domain/access.ts'
import type { Article } from '#shared/domain/article.ts'
import { emptyHistory, type History, type Step } from '#shared/domain/history.ts'
import type { Lines } from '#shared/domain/lines.ts'
import type { AnnotationRecord } from '#shared/domain/record.ts'
import type { Scheme } from '#shared/domain/scheme.ts'
import type { Span } from '#shared/domain/span.ts'
import type {
  About,
  Adoptable,
  ImportProgress,
  ImportReport,
  Preferences,
  RecentWorkspace,
  Restore,
  WorkspaceView,
} from '#shared/ipc/contract.ts'
import { ArticleList } from './article-list.ts'
import { ShownArticles } from './shown-articles.ts'

/** The article in the reader. */
export type OpenArticle = {
  readonly article: Article
  readonly text: string
  readonly lines: Lines
  readonly record: AnnotationRecord
  readonly access: Access
  readonly restore: Restore | null
  /** Id of the annotation that commands speak of. While there is one, nothing is selected in the text. */
  readonly selected: string | null
  /** The selection in the text; a caret when empty. */
  readonly selection: Span
}

export type Workspace = Omit<WorkspaceView, 'articles' | 'first'>

export type Find = {
  readonly open: boolean
  readonly query: string
  readonly matches: readonly Span[]
  /** Index into `matches`, -1 when there is none. */
  readonly current: number
}

/** Where the reader shall scroll; a new object each time, even to the same place. */
export type Reveal = { readonly span: Span }

/** What lies over the desk until it is closed. */
export type Sheet =
  | { readonly kind: 'keys' }
  | { readonly kind: 'about' }
  | { readonly kind: 'guidelines' }
  | { readonly kind: 'name' }
  | { readonly kind: 'import'; readonly report: ImportReport }

export type Pane = 'articles' | 'reader' | 'annotations' | 'find' | 'note'

export type DeskState = {
  readonly about: About | null
  readonly platform: string
  readonly preferences: Preferences
  readonly suggestedAnnotator: string
  readonly recent: readonly RecentWorkspace[]
  readonly workspace: Workspace | null
  /** Why there is no workspace, and the way on. */
  readonly closed: { readonly sentence: string; readonly adoptable: Adoptable | null } | null
  readonly articles: ArticleList
  /** The articles in the order in which the list shows them. */
  readonly shown: ShownArticles
  readonly open: OpenArticle | null
  /** Why the article that was asked for is not open. */
  readonly unopened: { readonly articleId: string; readonly sentence: string } | null
  readonly history: History
  /** Edits that are not yet known to be on disk, the oldest first. */
  readonly unsaved: readonly Step[]
  readonly saveProblem: string | null
  readonly notice: string | null
  readonly importing: ImportProgress | null
  readonly find: Find
  readonly reveal: Reveal | null
  readonly sheet: Sheet | null
  /** Which part shall take the focus; a new object each time. */
  readonly focus: { readonly pane: Pane } | null
}

export const noFind: Find = { open: false, query: '', matches: [], current: -1 }

const initial: DeskState = {
  about: null,
  platform: '',
  preferences: { annotator: null, theme: 'system', textSize: 18, panes: { articles: 280, inspector: 340 } },
  suggestedAnnotator: '',
  recent: [],
  workspace: null,
  closed: null,
  articles: ArticleList.empty,
  shown: ShownArticles.empty,
  open: null,
  unopened: null,
  history: emptyHistory,
  unsaved: [],
  saveProblem: null,
  notice: null,
  importing: null,
  find: noFind,
  reveal: null,
  sheet: null,
  focus: null,
}

export const desk = createStore<DeskState>()(() => initial)

/** What a component shows of the desk; it renders anew when `select` gives something else. */
export const useDesk = <T>(select: (state: DeskState) => T): T => useStore(desk, select)

/** Changes the open article, if there is one. */
export function updateOpen(change: (open: OpenArticle) => Partial<OpenArticle>): void {
  desk.setState(({ open }) => (open ? { open: { ...open, ...change(open) } } : {}))
}

/** One sentence for the analyst that asks for no answer. */
export const say = (notice: string | null): void => desk.setState({ notice })

export const focusPane = (pane: Pane): void => desk.setState({ focus: { pane } })

export const showSheet = (sheet: Sheet | null): void => desk.setState({ sheet })

export const schemeInUse = (): Scheme => desk.getState().workspace?.scheme ?? ACA_1
