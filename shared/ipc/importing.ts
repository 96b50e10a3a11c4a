import type { MetadataField } from '../domain/metadata.ts'
import type { Result } from '../domain/result.ts'

export type ImportedFile = {
  readonly name: string
  /** Under which a file that failed can be tried again. */
  readonly row?: number
  readonly outcome: 'imported' | 'duplicate' | 'failed'
  readonly articleId?: string
  readonly encoding?: string
  readonly certainty?: number
  readonly reason?: string
}
export type ImportReport = {
  readonly files: readonly ImportedFile[]
  readonly untried: number
  /** Names of files in folders that are of no kind that can be read, and of those that the analyst left out. */
  readonly skipped: readonly string[]
}
/** `name`: of the first file or folder that was to be imported; `paths`: how many there were. */
export type ResumableImport = { readonly name: string; readonly paths: number }
export type ImportProgress = { readonly done: number; readonly total: number }

/** Which column of a table is what. */
export type TableMapping = {
  readonly text: string
  readonly metadata: { readonly [F in MetadataField]?: string }
}

/** A table as it was found in a file, before it is known what its columns are. */
export type TableOutline = {
  readonly name: string
  readonly columns: readonly string[]
  /** The first of them, a cell for each column. */
  readonly rows: readonly (readonly string[])[]
  /** Null where none looks like the text. */
  readonly guess: TableMapping | null
  /** How many articles it holds. */
  readonly count: number
}

/** `files`: how many files of the import have just these columns; the outline is that of the first. */
export type TableQuestion = TableOutline & { readonly files: number }

/** What has to be settled before an import can begin. Its paths stay in the main process, under `id`. */
export type ImportQuestion = { readonly id: number; readonly tables: readonly TableQuestion[] }

/** Null: leave these files out. */
export type TableAnswer = { readonly mapping: TableMapping | null; readonly isRemembered: boolean }

/** How a text would look in one encoding. */
export type EncodingPreview = {
  readonly encoding: string
  /** 0 to 100: how well its letters fit. */
  readonly certainty: number
  /** The first few hundred characters, or those about the first letter on which encodings differ. */
  readonly sample: string
  /** How many bytes of the sample are none of the encoding; each stands there as ‹E9›. */
  readonly invalid: number
}
export type EncodingChoice = EncodingPreview & { readonly isCurrent: boolean }

/** Words that were pasted or dropped, with their form where they have one. */
export type BroughtText = { readonly html: string | null; readonly text: string }

export type MadeArticle = { readonly articleId: string; readonly outcome: 'imported' | 'duplicate' }

/** What is asked about how articles come in, and about articles that are alike. */
export type CollectRequests = {
  'articles:import': { args: [what: 'files' | 'folder']; result: null }
  'articles:import-dropped': { args: [paths: string[]]; result: null }
  'articles:cancel-import': { args: []; result: null }
  /** The import that was cut off in this workspace, by the analyst or with the app. */
  'import:resumable': { args: []; result: ResumableImport | null }
  'import:resume': { args: []; result: null }
  'import:forget': { args: []; result: null }
  /** Begins an import that had a question: answers for its tables, the last of which may be left unanswered. */
  'import:run': { args: [id: number, answers: readonly TableAnswer[]]; result: null }
  /** How many columns of tables were settled for good. */
  'import:remembered-tables': { args: []; result: number }
  'import:forget-tables': { args: []; result: null }
  /** Tries files again that failed, by the rows of their reports. */
  'import:again': { args: [rows: readonly number[]]; result: null }
  /** Makes an article of what is on the clipboard. */
  'import:paste': { args: []; result: Result<MadeArticle> }
  'import:bring-text': { args: [brought: BroughtText]; result: Result<MadeArticle> }
  /** How the original of an article would read in other encodings, the likeliest first. */
  'import:encodings': { args: [articleId: string]; result: Result<readonly EncodingChoice[]> }
  /** Imports what the app was told to open: asked once there is a workspace to be seen. */
  'import:opened-files': { args: []; result: null }
  /** The folder that is watched for this workspace. */
  'watch:read': { args: []; result: string | null }
  /** Null when the analyst cancelled the dialog. */
  'watch:choose': { args: []; result: Result<string> | null }
  'watch:stop': { args: []; result: null }
  /** JSON of an `AlikePair[]`, the likest first. */
  'alike:find': { args: []; result: Result<string> }
  /** Says that two articles are different ones, or takes that back. */
  'alike:tell-apart': { args: [a: string, b: string, isDifferent: boolean]; result: null }
}

export type CollectEvents = {
  'import-progress': ImportProgress
  'import-finished': Result<ImportReport>
  /** Out of the watched folder. */
  'watch-imported': ImportReport
  /** The import begins once this is answered. */
  'import-asks': ImportQuestion
  /** The folder that is watched now. */
  'watch-changed': string | null
}
