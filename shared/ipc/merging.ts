import type { Result } from '../domain/result.ts'
import type { RefusedRecord, WorkProgress } from './exchange.ts'

/** What a colleague's folder, archive or exported file would bring. */
export type MergePreview = {
  /** Of the file or folder. */
  readonly name: string
  /** Articles that are here already, by their texts, and those that are not. */
  readonly articlesHere: number
  readonly articlesNew: number
  readonly annotators: readonly MergedAnnotator[]
  /** Actors of the registry that are not here. */
  readonly actors: number
  /** What their scheme has that ours has not, in words. */
  readonly scheme: readonly string[]
  /** Merged as it is proposed, it would change nothing. */
  readonly isNothingNew: boolean
  readonly refused: readonly RefusedRecord[]
}

export type MergedAnnotator = {
  readonly name: string
  /** What is proposed as the name here: the same, unless that is likely somebody else's. */
  readonly as: string
  /** There is somebody of the proposed name here. */
  readonly isHere: boolean
  readonly articles: number
  readonly annotations: number
  /**
   * Of these, how many are not here yet, how many were changed there since, how many are here and the same, and how many
   * were changed on both sides and say something else.
   */
  readonly added: number
  readonly changed: number
  readonly same: number
  readonly differing: number
}

export type MergeChoices = {
  /** By the name that they have there, the one that each shall have here; who is not in it is left out. */
  readonly names: Readonly<Record<string, string>>
}

export type MergeReport = {
  readonly articles: number
  readonly newArticles: number
  readonly annotations: number
  /** Were here, and are now as they were changed there. */
  readonly changed: number
  readonly actors: number
  /** Kept twice, since both sides say something else of the same mark. */
  readonly differing: number
  readonly refused: readonly RefusedRecord[]
}

export type MergeRequests = {
  /** Null when the analyst cancelled the dialog. */
  'merge:choose': { args: [what: 'file' | 'folder']; result: Result<MergePreview> | null }
  /** One step of the history; articles that are new stay when it is undone. */
  'merge:take': { args: [choices: MergeChoices]; result: Result<MergeReport> }
  'merge:cancel': { args: []; result: null }
}

export type MergeEvents = {
  /** Something that can be merged was dropped on the window. */
  'merge-offered': Result<MergePreview>
  'merge-progress': WorkProgress
}
