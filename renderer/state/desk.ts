import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { ACA_1 } from '#shared/domain/aca-1.ts'
import type { Access } from '#shared/domain/access.ts'
import type { Article } from '#shared/domain/article.ts'
import { type FindOptions, plainFind } from '#shared/domain/find.ts'
import { emptyHistory, type History, type Step } from '#shared/domain/history.ts'
import type { Lines } from '#shared/domain/lines.ts'
import type { AnnotationRecord } from '#shared/domain/record.ts'
import type { Scheme } from '#shared/domain/scheme.ts'
import type { Selection } from '#shared/domain/selection.ts'
import type { Span } from '#shared/domain/span.ts'
import type { Team } from '#shared/domain/team.ts'
import type { BulkProgress } from '#shared/ipc/bulk.ts'
import type {
  About,
  Adoptable,
  Preferences,
  RecentWorkspace,
  Restore,
  WorkspaceView,
} from '#shared/ipc/contract.ts'
import type { ImportProgress } from '#shared/ipc/importing.ts'
import { ArticleList } from './article-list.ts'
import { noOpenCleaning, type OpenCleaning } from './open-cleaning.ts'
import { noRegistry, type OpenRegistry } from './open-registry.ts'
import type { Sheet } from './sheet.ts'
import { ShownArticles } from './shown-articles.ts'
import { unknownTeam } from './unknown-team.ts'

/** All of an article that is there before its annotations are. */
export type ArticleInLines = {
  readonly article: Article
  readonly text: string
  readonly lines: Lines
}

/** The article in the reader. */
export type OpenArticle = ArticleInLines & {
  readonly record: AnnotationRecord
  readonly access: Access
  readonly restore: Restore | null
  /** Id of the annotation that commands speak of. While there is one, nothing is selected in the text. */
  readonly selected: string | null
  /** The annotation that was selected last, selected still or not: what a further fragment is added to. */
  readonly recent: string | null
  /** Which edge of the selected annotation the keys move: an index into `edgesOf` it. */
  readonly edge: number
  readonly selection: Selection
}

export type Workspace = Omit<WorkspaceView, 'articles' | 'first'>

export type Find = {
  readonly open: boolean
  readonly query: string
  readonly matches: readonly Span[]
  /** There are more matches than these. */
  readonly hasMore: boolean
  /** Index into `matches`, -1 when there is none. */
  readonly current: number
  /** Until it is settled, the matches are those of the query before; `closing`: then the field shall be left. */
  readonly progress: 'settled' | 'searching' | 'closing'
  /** Why the query cannot be searched for. */
  readonly problem: string | null
}

/** Which annotations the list shows; `labels` of none are all labels. */
export type AnnotationFilter = {
  readonly text: string
  readonly labels: readonly string[]
  readonly unsure: boolean
  readonly withNote: boolean
  /** Those that the checks have something to say of. */
  readonly hinted: boolean
  /** Those that a reviewer has said something of, besides accepting them. */
  readonly remarked: boolean
}

/** What became of an annotation in review, where it was not merely accepted; `waits`: its annotator has not answered that. */
export type Remarked = {
  readonly word: 'to change' | 'rejected' | 'to discuss' | 'comment'
  readonly waits: boolean
}

/** Where the reader shall scroll; a new object each time, even to the same place. */
export type Reveal = {
  readonly span: Span
  /** By as little as can be, since it is one step of many. */
  readonly isStep?: true
}

/** Views of the workspace; all but the first lie over the article and its panes. */
export const VIEWS = ['annotate', 'actors', 'queue', 'scheme', 'collect', 'exchange', 'review'] as const
export type View = (typeof VIEWS)[number]
export type OtherView = Exclude<View, 'annotate'>
export const VIEW_TITLES: { readonly [V in View]: string } = {
  annotate: 'Annotate',
  actors: 'Actors',
  queue: 'Queue',
  scheme: 'Scheme',
  collect: 'Collect',
  exchange: 'Exchange',
  review: 'Review',
}

/** What the actors view shows: an actor, or what is left to do with them. */
export type ActorsEntry =
  | { readonly kind: 'actor'; readonly id: string }
  | { readonly kind: 'unlinked' | 'contradictions' }

export type ActorsShown = {
  readonly chosen: ActorsEntry | null
  readonly filter: string
  readonly sort: 'name' | 'mentions'
}

type Field = 'find' | 'filter' | 'note' | 'answer' | 'actor' | 'role'
export type Pane = 'articles' | 'reader' | 'annotations' | Field

/** A place of the selected act's card where something can be said of it. */
export type Slot = { readonly kind: 'role' | 'attribute' | 'link'; readonly id: string }

export type NoticeWay = { readonly title: string; readonly go: () => void }

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
  /** The article that was asked for and is not there yet. */
  readonly opening: string | null
  /** The article that is open as soon as its annotations are there: laid out meanwhile, out of sight. */
  readonly preparing: ArticleInLines | null
  /** Why the article that was asked for is not open. */
  readonly unopened: { readonly articleId: string; readonly sentence: string } | null
  readonly registry: OpenRegistry
  readonly cleaning: OpenCleaning
  /** How the work is shared. */
  readonly team: Team
  readonly teamAccess: Access
  readonly history: History
  /** How far an edit to many articles has come, and whether it can be called off. */
  readonly bulk: (BulkProgress & { readonly canStop: boolean }) | null
  /** An edit of what is said of others' marks is on its way: it comes into the history before all that is done after it. */
  readonly isReviewing: boolean
  /** Edits that are not yet known to be on disk, the oldest first. */
  readonly unsaved: readonly Step[]
  readonly saveProblem: string | null
  readonly notice: string | null
  /** A button behind it. */
  readonly noticeWay: NoticeWay | null
  readonly importing: ImportProgress | null
  readonly find: Find
  readonly findOptions: FindOptions
  readonly annotationFilter: AnnotationFilter
  /** Ids of the open article’s annotations that the checks have something to say of, as of the last rest. */
  readonly hinted: ReadonlySet<string>
  /** By ids of the open article’s annotations, what reviewers have said of them in a word, as of the last rest. */
  readonly remarked: ReadonlyMap<string, Remarked>
  readonly reveal: Reveal | null
  /** What of the text is pointed out while it is looked at: where a piece of metadata was read. */
  readonly pointedOut: Span | null
  /** Whether lines of boilerplate are out of sight in the open article. */
  readonly foldsBoilerplate: boolean
  /** Whether what is folded has not even a row in its place. */
  readonly isMainTextOnly: boolean
  readonly view: View
  readonly actorsShown: ActorsShown
  readonly sheet: Sheet | null
  /** The label that was given last, whose guideline is shown while no annotation is selected. */
  readonly labelInUse: string | null
  /** Which part shall take the focus; a new object each time. */
  readonly focus: { readonly pane: Pane } | null
  /** Which slot is meant where the pane `role` shall take the focus. */
  readonly slot: Slot | null
  /** There is room for cards beside the text; without, the inspector has the selected act's. */
  readonly hasMargin: boolean
  /** Ids of the actors that filled roles or were linked lately, the latest first. */
  readonly recentActors: readonly string[]
}

export const noFind: Find = {
  open: false,
  query: '',
  matches: [],
  hasMore: false,
  current: -1,
  progress: 'settled',
  problem: null,
}

export const noFilter: AnnotationFilter = {
  text: '',
  labels: [],
  unsure: false,
  withNote: false,
  hinted: false,
  remarked: false,
}

export const noHinted: ReadonlySet<string> = new Set()
export const noRemarked: ReadonlyMap<string, Remarked> = new Map()

export const allActors: ActorsShown = { chosen: null, filter: '', sort: 'name' }

const initial: DeskState = {
  about: null,
  platform: '',
  preferences: {
    annotator: null,
    theme: 'system',
    textSize: 18,
    panes: { articles: 240, inspector: 290 },
    places: {},
    keys: {},
    guidelineBeside: false,
  },
  suggestedAnnotator: '',
  recent: [],
  workspace: null,
  closed: null,
  articles: ArticleList.empty,
  shown: ShownArticles.empty,
  open: null,
  opening: null,
  preparing: null,
  unopened: null,
  registry: noRegistry,
  cleaning: noOpenCleaning,
  ...unknownTeam,
  history: emptyHistory,
  bulk: null,
  isReviewing: false,
  unsaved: [],
  saveProblem: null,
  notice: null,
  noticeWay: null,
  importing: null,
  find: noFind,
  findOptions: plainFind,
  annotationFilter: noFilter,
  hinted: noHinted,
  remarked: noRemarked,
  reveal: null,
  pointedOut: null,
  foldsBoilerplate: true,
  isMainTextOnly: false,
  view: 'annotate',
  actorsShown: allActors,
  sheet: null,
  labelInUse: null,
  focus: null,
  slot: null,
  hasMargin: true,
  recentActors: [],
}

export const desk = createStore<DeskState>()(() => initial)

/** What a component shows of the desk; it renders anew when `select` gives something else. */
export const useDesk = <T>(select: (state: DeskState) => T): T => useStore(desk, select)

/** Changes the open article, if there is one. */
export function updateOpen(change: (open: OpenArticle) => Partial<OpenArticle>): void {
  desk.setState(({ open }) => (open ? { open: { ...open, ...change(open) } } : {}))
}

/** One sentence for the analyst that asks for no answer, and a way to what it tells of, if there is one. */
export const say = (notice: string | null, noticeWay: NoticeWay | null = null): void =>
  desk.setState({ notice, noticeWay })

/** Gives the focus to a part of the annotating view, which is shown for it. */
export const focusPane = (pane: Pane): void => desk.setState({ view: 'annotate', focus: { pane } })

export function showView(view: View): void {
  if (view === 'annotate') focusPane('reader')
  else desk.setState({ view })
}

export const showSheet = (sheet: Sheet | null): void => desk.setState({ sheet })

export const schemeOf = ({ workspace }: Pick<DeskState, 'workspace'>): Scheme => workspace?.scheme ?? ACA_1

export const schemeInUse = (): Scheme => schemeOf(desk.getState())
