import type { About, UndoNames } from '#shared/ipc/contract.ts'
import type { Desk } from '../desk.ts'
import type { Dialogs } from '../dialogs.ts'
import type { DroppedPaths } from '../dropped-paths.ts'
import type { FolderWatch } from '../folder-watch.ts'
import type { OpenedFiles } from '../opened-files.ts'
import type { PreferenceFile } from '../preferences.ts'
import type { Importing } from './importing.ts'
import type { Send } from './wire.ts'

/** What the handlers of the page's requests are made of. */
export type HandlerParts = {
  readonly desk: Desk
  readonly dialogs: Dialogs
  readonly dropped: DroppedPaths
  readonly preferences: PreferenceFile
  readonly importing: Importing
  readonly watch: FolderWatch
  readonly about: About
  readonly suggestedAnnotator: string
  readonly documents: string
  readonly send: Send
  readonly onTheme: () => void
  readonly onKeys: () => void
  readonly onHistory: (names: UndoNames) => void
  readonly opened: OpenedFiles
}
