import path from 'node:path'
import { BrowserWindow, type Rectangle } from 'electron'
import { ORIGIN } from './renderer-file.ts'

export type WindowOptions = {
  /** Device-independent pixels; without a place the window is centred. */
  readonly bounds: Pick<Rectangle, 'width' | 'height'> & Partial<Rectangle>
  /** Painted until the page is there, so that a dark theme does not flash white. */
  readonly background: string
}

/** The app's window, shown once its page has been painted. */
export function createWindow({ bounds, background }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 720,
    minHeight: 480,
    show: false,
    backgroundColor: background,
    webPreferences: {
      preload: path.join(import.meta.dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => window.show())
  window.loadURL(`${ORIGIN}/index.html`).catch((error: unknown) => {
    // Closed while it was loading.
    if (!window.isDestroyed()) throw error
  })
  return window
}
