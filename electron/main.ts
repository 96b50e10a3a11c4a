import { userInfo } from 'node:os'
import path from 'node:path'
import { app, type BrowserWindow, nativeTheme } from 'electron'
import { ACA_1 } from '#shared/domain/aca-1.ts'
import type { About } from '#shared/ipc/contract.ts'
import { Desk } from './desk.ts'
import { dialogsOver } from './dialogs.ts'
import { DroppedPaths } from './dropped-paths.ts'
import { FolderWatch } from './folder-watch.ts'
import { inspectFiles } from './import/inspect-files.ts'
import { ParserProcess } from './import/parser-process.ts'
import { handlers } from './ipc/handlers.ts'
import { Importing } from './ipc/importing.ts'
import { TableQuestions } from './ipc/table-questions.ts'
import { answerRequests, type Send, sendTo } from './ipc/wire.ts'
import { personName } from './library/ids.ts'
import { showMenu } from './menu.ts'
import { OpenedFiles } from './opened-files.ts'
import { utilityParserHost } from './parser-host.ts'
import { knownTables, openPreferences, type PreferenceFile } from './preferences.ts'
import { declareScheme, serveRenderer } from './protocol.ts'
import { hardenApp } from './security.ts'
import { startOptions } from './start-options.ts'
import { UnfinishedImports } from './unfinished-imports.ts'
import { createWindow, onScreen } from './window.ts'

declare const __VERSION__: string
/** Major version of the Electron that this app is released with; anything else is the fallback for development. */
declare const __ELECTRON__: string

const options = startOptions(process.argv.slice(1), process.cwd())
const opened = new OpenedFiles(options.paths)
if (options.userData) app.setPath('userData', options.userData)
declareScheme()
hardenApp()
// The app may be started twice: it is the workspace that has a lock, and a second window on it can only read.
app.on('open-file', (event, file) => {
  event.preventDefault()
  void opened.add(file)
})
app.whenReady().then(start, fail)

const NO_HISTORY = { undo: null, redo: null }

function start(): void {
  const userData = app.getPath('userData')
  const documents = app.getPath('documents')
  const preferences = openPreferences(userData)
  const onTheme = () => {
    nativeTheme.themeSource = preferences.store.get('theme')
  }
  onTheme()
  serveRenderer(path.join(import.meta.dirname, '..', 'renderer'))
  // Before everything that the page does not need at once: its process starts meanwhile.
  const window = openWindow(preferences)
  const { webContents } = window
  const send = sendTo(() => webContents)
  const run = (id: string) => send('command', id)
  const bindings = () => preferences.store.get('keys')
  const dialogs = dialogsOver(() => window, documents)
  const suggestedAnnotator = nameOfUser()
  const parser = new ParserProcess(
    utilityParserHost(path.join(import.meta.dirname, '..', 'parser', 'parser.js')),
  )
  const desk = new Desk({
    preferences,
    options,
    userData,
    samples: path.join(app.getAppPath(), 'samples'),
    suggestedAnnotator,
    send,
    parser,
    askForFolder: dialogs.folder,
    onScheme: (scheme) => changeMenu({ scheme }),
    onOpened: (scheme, recent) => {
      changeMenu({ scheme, recent, history: NO_HISTORY })
      void watch.follow()
    },
  })
  desk.begin()
  const inspect = (paths: readonly string[]) => inspectFiles(paths, parser)
  const importing = new Importing(
    { desk, send, unfinished: new UnfinishedImports(userData) },
    new TableQuestions(inspect, knownTables(preferences.store)),
  )
  const watch = watchFolder({ desk, importing, preferences, send })
  const changeMenu = showMenu(
    { scheme: ACA_1, recent: desk.recent, history: NO_HISTORY, bindings: bindings() },
    run,
  )
  answerRequests(
    handlers({
      desk,
      dialogs,
      dropped: new DroppedPaths(),
      preferences,
      importing,
      watch,
      about: about(),
      suggestedAnnotator,
      documents,
      send,
      onTheme,
      onKeys: () => changeMenu({ bindings: bindings() }),
      onHistory: (history) => changeMenu({ history }),
      opened,
    }),
  )
  guardUnsaved(window, desk, dialogs.quitUnsaved)
  app.on('window-all-closed', () => app.quit())
}

function openWindow(preferences: PreferenceFile): BrowserWindow {
  const { isMaximized, ...remembered } = preferences.store.get('window')
  const window = createWindow({
    bounds: onScreen(remembered),
    background: nativeTheme.shouldUseDarkColors ? '#1d1e22' : '#f6f5f2',
  })
  if (isMaximized) window.maximize()
  // What the page had sent is safe in this process; a fresh page goes on from there.
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') window.webContents.reload()
  })
  window.on('close', () => {
    const maximized = window.isMaximized()
    preferences.store.set('window', { ...window.getNormalBounds(), isMaximized: maximized })
  })
  return window
}

/** The window closes once everything is on disk, or when the analyst says that it shall close all the same. */
function guardUnsaved(guarded: BrowserWindow, desk: Desk, askToQuit: () => Promise<boolean>): void {
  let isAsking = false
  guarded.on('close', (event) => {
    event.preventDefault()
    if (isAsking) return
    isAsking = true
    void mayClose().then((may) => {
      isAsking = false
      if (may) guarded.destroy()
    })
  })
  const mayClose = async () => {
    const isSaved = await desk.isSaved()
    if (!isSaved && !(await askToQuit())) return false
    if (isSaved) await desk.close()
    return true
  }
}

type WatchParts = {
  readonly desk: Desk
  readonly importing: Importing
  readonly preferences: PreferenceFile
  readonly send: Send
}

function watchFolder({ desk, importing, preferences, send }: WatchParts): FolderWatch {
  return new FolderWatch({
    preferences,
    workspace: () => desk.session?.workspace ?? null,
    onFiles: async (paths) => {
      const report = await importing.quietly(paths)
      if (report) send('watch-imported', report)
      return report !== null
    },
    onChanged: (folder) => send('watch-changed', folder),
    onNotice: (sentence) => send('notice', sentence),
  })
}

function about(): About {
  const { electron = '', chrome = '' } = process.versions
  const isDeclared = electron.split('.')[0] === __ELECTRON__
  return { version: __VERSION__, electron, chromium: chrome, runtime: isDeclared ? 'declared' : 'fallback' }
}

/** The name under which marks are kept until the analyst says another. */
function nameOfUser(): string {
  try {
    const name = personName(userInfo().username)
    if (name.ok) return name.value
  } catch {
    // A user that the system has a number for and no name, as in some containers.
  }
  return 'annotator'
}

function fail(error: unknown): void {
  console.error(error)
  app.exit(1)
}
