import type { Result } from '../domain/result.ts'
import type { ExportPreset } from '../format/export-preset.ts'
import type { ExportSettings } from '../format/export-settings.ts'
import type { Format } from '../format/interchange/format.ts'
import type { Beside, Loss } from '../format/interchange/losses.ts'

/** What the page offers to export, and whose. */
export type ExportChoices = {
  readonly formats: readonly Format[]
  readonly annotators: readonly string[]
  readonly presets: readonly NamedPreset[]
  /** Sentences about presets that cannot be read. */
  readonly unread: readonly string[]
}
/** `id`: its file's name, without the ending. */
export type NamedPreset = ExportPreset & { readonly id: string }

export type ExportPreview = {
  readonly articles: number
  readonly annotations: number
  /** What annotations lose. */
  readonly loss: readonly Loss[]
  /** What else is not in it. */
  readonly beside: readonly Beside[]
  /** About so many bytes. */
  readonly bytes: number
  /** The first article as it will be written: the beginning of each of its files. Null for what is no text. */
  readonly sample: readonly { readonly path: string; readonly text: string | null }[]
}

export type ExportDone = {
  /** The file or folder that was written. */
  readonly out: string
  readonly articles: number
  readonly annotations: number
  readonly loss: readonly Loss[]
  readonly beside: readonly Beside[]
}

export type WorkProgress = { readonly done: number; readonly total: number }

/** Which files to read annotations from, and how; the paths stay in the main process. */
export type BroughtPreview = {
  /** Of the file or folder. */
  readonly name: string
  readonly format: string
  /** Formats that could be meant, the likeliest first. */
  readonly candidates: readonly string[]
  readonly articles: readonly BroughtArticle[]
  /** Labels in the files, with what each of them is here; null: not said yet. */
  readonly labels: readonly { readonly label: string; readonly count: number; readonly as: string | null }[]
  /** Whose annotations the files hold, by name; nobody where the files do not say. */
  readonly annotators: readonly { readonly name: string; readonly annotations: number }[]
  readonly refused: readonly RefusedRecord[]
}

/** What the files say of an article, a row for each annotator of it. */
export type BroughtArticle = {
  readonly name: string
  /** Whose annotations they are; null where the file does not say. */
  readonly annotator: string | null
  readonly annotations: number
  /** How its article was found; `new`: it comes with its text and becomes one; `none`: it has no place. */
  readonly match: 'hash' | 'text' | 'words' | 'reanchored' | 'new' | 'none'
  readonly articleId: string | null
  /** Its title, where there is an article. */
  readonly title: string | null
}

export type RefusedRecord = { readonly file: string; readonly line: number | null; readonly reason: string }

export type BroughtChoices = {
  /** What each label of the files is here; null: its annotations are left out. */
  readonly labels: Readonly<Record<string, string | null>>
  /** `me` and `suggestions` go to the annotator's own record, suggestions as unsure; or to a named annotator's. */
  readonly as:
    | { readonly kind: 'me' }
    | { readonly kind: 'suggestions' }
    | { readonly kind: 'annotator'; readonly name: string }
  /** Only what these annotators of the files have made; null: all. */
  readonly from: readonly string[] | null
  /** Texts that no article has become articles. */
  readonly takesTexts: boolean
  /** What is refused is left out; else nothing is taken while anything is. */
  readonly isPartial: boolean
}

export type BroughtReport = {
  readonly articles: number
  readonly newArticles: number
  /** Made new or completed. */
  readonly annotations: number
  /** Of these, those that were there already and now say more. */
  readonly completed: number
  /** They were there already, and say all that the files say. */
  readonly same: number
  /** They were there already, but say something else; they are left as they are, and each is named in `refused`. */
  readonly differing: number
  /** Made new. */
  readonly actors: number
  readonly refused: readonly RefusedRecord[]
}

/** What is asked about exports and about annotations that come from elsewhere. */
export type ExchangeRequests = {
  'export:choices': { args: []; result: Result<ExportChoices> }
  /** Null when a later question has taken its place. */
  'export:preview': { args: [settings: ExportSettings]; result: Result<ExportPreview> | null }
  /** Null when the analyst cancelled the dialog. */
  'export:run': { args: [settings: ExportSettings]; result: Result<ExportDone> | null }
  'export:cancel': { args: []; result: null }
  /** Keeps settings under a name; one of the same name is replaced. */
  'preset:save': { args: [preset: ExportPreset]; result: Result<readonly NamedPreset[]> }
  'preset:remove': { args: [id: string]; result: Result<readonly NamedPreset[]> }
  /** Asks for a file or a folder and reads what annotations it holds; null when the analyst cancelled the dialog. */
  'annotations:choose': { args: [what: 'file' | 'folder']; result: Result<BroughtPreview> | null }
  /** Reads the chosen files again, as another format. */
  'annotations:read-as': { args: [format: string]; result: Result<BroughtPreview> }
  /** Takes what was chosen: one step of the history. */
  'annotations:take': { args: [choices: BroughtChoices]; result: Result<BroughtReport> }
  'annotations:cancel': { args: []; result: null }
}

export type ExchangeEvents = {
  'export-progress': WorkProgress
  'annotations-progress': WorkProgress
}
