import path from 'node:path'
import { BrowserWindow, type Rectangle, screen } from 'electron'
import { ORIGIN } from './renderer-file.ts'

/** Device-independent pixels; without a place the window is centred. */
export type Bounds = Pick<Rectangle, 'width' | 'height'> & Partial<Rectangle>

export type WindowOptions = {
  readonly bounds: Bounds
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
      // The second start already finds the page's script compiled, not the third.
      v8CacheOptions: 'bypassHeatCheck',
    },
  })
  window.once('ready-to-show', () => window.show())
  window.loadURL(`${ORIGIN}/index.html`).catch((error: unknown) => {
    // Closed while it was loading.
    if (!window.isDestroyed()) throw error
  })
  return window
}

/** Remembered bounds where a screen still shows them whole, else their size alone: a screen may have been unplugged. */
export function onScreen({ x, y, width, height }: Bounds): Bounds {
  const place = { x: x ?? 0, y: y ?? 0, width, height }
  const { workArea } = screen.getDisplayMatching(place)
  const size = { width: Math.min(width, workArea.width), height: Math.min(height, workArea.height) }
  const fitsAcross = place.x >= workArea.x && place.x + size.width <= workArea.x + workArea.width
  const fitsDown = place.y >= workArea.y && place.y + size.height <= workArea.y + workArea.height
  return x !== undefined && y !== undefined && fitsAcross && fitsDown ? { x, y, ...size } : size
}
