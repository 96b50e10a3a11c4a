import { existsSync } from 'node:fs'
import path from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import type { Format } from '#shared/format/interchange/format.ts'
import { READABLE } from './import/formats.ts'

type ExportedFormat = Pick<Format, 'title' | 'shape' | 'ending'>

type WrittenText = {
  readonly title: string
  readonly suggested: string
  /** What files of that ending are called. */
  readonly kind: string
  readonly ending: string
}

/** The system's dialogs, each over the app's window; null or false when cancelled. */
export type Dialogs = {
  readonly folder: (purpose: 'open' | 'new' | 'import' | 'watch') => Promise<string | null>
  readonly articleFiles: () => Promise<readonly string[]>
  readonly exportFile: (suggested: string) => Promise<string | null>
  /** Where an export in a format goes: a file, or a new folder in the folder that is chosen. */
  readonly exportAs: (format: ExportedFormat, suggested: string) => Promise<string | null>
  /** A file of annotations, or a folder of them. */
  readonly annotations: (what: 'file' | 'folder') => Promise<string | null>
  /** A colleague's workspace: its folder, or an archive or an export of it. */
  readonly colleague: (what: 'file' | 'folder') => Promise<string | null>
  readonly reviewFile: (suggested: string) => Promise<string | null>
  /** What a reviewer has saved in a review file. */
  readonly answersFile: () => Promise<string | null>
  readonly schemeFile: () => Promise<string | null>
  readonly exportScheme: (suggested: string) => Promise<string | null>
  /** Where a text goes that is written for people to read. */
  readonly textFile: (text: WrittenText) => Promise<string | null>
  /** Asks what to do when something could not be saved; true to quit without it. */
  readonly quitUnsaved: () => Promise<boolean>
}

const FOLDER_TITLES = {
  open: 'Open a workspace, or a folder of articles',
  new: 'Choose or make a folder for the new workspace',
  import: 'Import a folder of articles',
  watch: 'Watch a folder for new articles',
} as const

const MERGEABLE = [
  { name: 'Workspaces and datasets of Glosswright', extensions: ['zip', 'json', 'jsonl'] },
  { name: 'All files', extensions: ['*'] },
]

export function dialogsOver(window: () => BrowserWindow, documents: string): Dialogs {
  return {
    folder: async (purpose) => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
        title: FOLDER_TITLES[purpose],
        defaultPath: documents,
        properties: ['openDirectory', 'createDirectory'],
      })
      return canceled ? null : (filePaths[0] ?? null)
    },
    articleFiles: async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
        title: 'Import articles',
        defaultPath: documents,
        properties: ['openFile', 'multiSelections'],
        filters: [
          { name: 'Articles', extensions: READABLE.flatMap(({ endings }) => endings) },
          { name: 'All files', extensions: ['*'] },
        ],
      })
      return canceled ? [] : filePaths
    },
    exportFile: async (suggested) => {
      const { canceled, filePath } = await dialog.showSaveDialog(window(), {
        title: 'Export dataset',
        defaultPath: suggested,
        filters: [{ name: 'Glosswright dataset (JSON)', extensions: ['json'] }],
      })
      return canceled || !filePath ? null : filePath
    },
    exportAs: (format, suggested) => askForExport(window(), format, suggested),
    annotations: async (what) => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
        title: what === 'file' ? 'Import annotations' : 'Import a folder of annotations',
        defaultPath: documents,
        properties: [what === 'file' ? 'openFile' : 'openDirectory'],
      })
      return canceled ? null : (filePaths[0] ?? null)
    },
    colleague: (what) => askForColleague(window(), documents, what),
    reviewFile: (suggested) => askForReviewFile(window(), suggested),
    answersFile: () => askForAnswers(window(), documents),
    schemeFile: async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
        title: 'Import a scheme',
        defaultPath: documents,
        properties: ['openFile'],
        filters: [{ name: 'Glosswright scheme (JSON)', extensions: ['json'] }],
      })
      return canceled ? null : (filePaths[0] ?? null)
    },
    exportScheme: async (suggested) => {
      const { canceled, filePath } = await dialog.showSaveDialog(window(), {
        title: 'Export the scheme',
        defaultPath: suggested,
        filters: [{ name: 'Glosswright scheme (JSON)', extensions: ['json'] }],
      })
      return canceled || !filePath ? null : filePath
    },
    textFile: async ({ title, suggested, kind, ending }) => {
      const { canceled, filePath } = await dialog.showSaveDialog(window(), {
        title,
        defaultPath: suggested,
        filters: [{ name: kind, extensions: [ending] }],
      })
      return canceled || !filePath ? null : filePath
    },
    quitUnsaved: async () => {
      const { response } = await dialog.showMessageBox(window(), {
        type: 'warning',
        message: 'Some changes are not on disk yet.',
        detail: 'Keep Glosswright open: it tries again every few seconds and says so when they are saved.',
        buttons: ['Keep open', 'Quit and lose them'],
        defaultId: 0,
        cancelId: 0,
      })
      return response === 1
    },
  }
}

async function askForColleague(
  window: BrowserWindow,
  documents: string,
  what: 'file' | 'folder',
): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: what === 'file' ? 'Merge a colleague’s file' : 'Merge a colleague’s workspace',
    defaultPath: documents,
    properties: [what === 'file' ? 'openFile' : 'openDirectory'],
    ...(what === 'file' ? { filters: MERGEABLE } : {}),
  })
  return canceled ? null : (filePaths[0] ?? null)
}

async function askForReviewFile(window: BrowserWindow, suggested: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Make a review file',
    defaultPath: suggested,
    filters: [{ name: 'Web page', extensions: ['html'] }],
  })
  return canceled || !filePath ? null : filePath
}

async function askForAnswers(window: BrowserWindow, documents: string): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Take a reviewer’s answers',
    defaultPath: documents,
    properties: ['openFile'],
    filters: [{ name: 'Review answers (JSON)', extensions: ['json'] }],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

async function askForExport(
  window: BrowserWindow,
  { title, shape, ending }: ExportedFormat,
  suggested: string,
): Promise<string | null> {
  if (shape === 'folder') {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: `Export as ${title}: choose the folder to put it in`,
      buttonLabel: 'Export into this folder',
      defaultPath: path.dirname(suggested),
      properties: ['openDirectory', 'createDirectory'],
    })
    const folder = canceled ? undefined : filePaths[0]
    return folder === undefined ? null : freeFolder(path.join(folder, path.basename(suggested)))
  }
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: `Export as ${title}`,
    defaultPath: suggested,
    filters: [
      { name: title, extensions: [ending] },
      { name: 'All files', extensions: ['*'] },
    ],
  })
  return canceled || !filePath ? null : filePath
}

/** The folder, or one of that name with a number where something lies there already. */
function freeFolder(wanted: string): string {
  let folder = wanted
  for (let number = 2; existsSync(folder); number++) folder = `${wanted} ${number}`
  return folder
}
