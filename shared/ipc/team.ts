import type { Access } from '../domain/access.ts'
import type { Edit } from '../domain/edit.ts'
import type { Result } from '../domain/result.ts'
import type { Sight } from '../domain/team.ts'
import type { BulkReport } from './bulk.ts'

/** How the work is shared, as it crosses the border. */
export type TeamView = {
  readonly sight: Sight
  /** JSON of `[articleId, names][]`: as text for the reason that a record's annotations are. */
  readonly assignments: string
  readonly access: Access
}

/** How far one annotator has come. */
export type Progress = {
  readonly annotator: string
  readonly inProgress: number
  readonly done: number
  readonly annotations: number
  /** Ids of the articles that are theirs to annotate and not done. */
  readonly open: readonly string[]
  /** How many are theirs to annotate. */
  readonly assigned: number
}

export type TeamProgress = {
  /** By name; the gold is nobody's. */
  readonly annotators: readonly Progress[]
  readonly articles: number
  /** Articles by how many annotators have opened them: the first is by none. */
  readonly opened: readonly number[]
  /** Sentences about what could not be read. */
  readonly unread: readonly string[]
}

/**
 * What is asked for of all that is said of an article: what is said of others' marks; that, with everybody's marks to show
 * below one's own, of which there are none where all annotate blind; or all there is.
 */
export const MARKS_WANTED = ['reviews', 'layer', 'all'] as const
export type MarksWanted = (typeof MARKS_WANTED)[number]

/** What everybody says of one article. */
export type ArticleMarks = {
  /** The names of all who are in the workspace. */
  readonly annotators: readonly string[]
  /** JSON of `{ annotator, status, annotations: Annotation[] }[]`, by name, gold among them: as text for the reason that a record's annotations are. */
  readonly records: string
  /** JSON of `{ annotator, judgements: Judgement[], comments: Comment[] }[]`: whose file it is, and what it holds. */
  readonly reviews: string
  /** Sentences about what could not be read. */
  readonly unread: readonly string[]
}

export type TeamRequests = {
  'team:read': { args: []; result: TeamView }
  'team:progress': { args: []; result: Result<TeamProgress> }
  /** Opens the workspace for another annotator; what the one before has marked stays theirs. */
  'annotator:switch': { args: [name: string]; result: Result<string> }
  'article:marks': { args: [articleId: string, wanted: MarksWanted]; result: Result<ArticleMarks> }
  /**
   * Edits somebody's record or review of one article as one step of the history: a reviewer's own review, or the gold.
   * One after the other: the next is asked for once this is answered.
   */
  'review:edit': { args: [articleId: string, annotator: string, edit: Edit]; result: Result<BulkReport> }
}

export type TeamEvents = {
  /** Another program, or another window, has changed it. */
  'team-changed': TeamView
}
