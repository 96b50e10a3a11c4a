import { app, type Session, type WebContents } from 'electron'
import { ORIGIN } from './renderer-file.ts'

/** Chromium's own reasons to look at the network; the app has none. */
const OFFLINE_SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-quic'],
  ['no-pings'],
  ['no-proxy-server'],
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
]

/**
 * The sandbox for every process, no networking of Chromium's own, and every session and page confined from the moment it
 * is made. Call before the app is ready.
 */
export function hardenApp(): void {
  // enableSandbox() overrules --no-sandbox, and then no child process starts where root has to use that switch.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  for (const [name, value] of OFFLINE_SWITCHES) app.commandLine.appendSwitch(name, value)
  app.on('session-created', hardenSession)
  app.on('web-contents-created', (_event, contents) => hardenContents(contents))
}

/** Cancels every request that is not for our own pages, and denies permissions and downloads. */
function hardenSession(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOurs(url) }))
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(mayUse(permission, requestingUrl)),
  )
  session.setPermissionCheckHandler((_contents, permission, origin) => mayUse(permission, origin))
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  // A new session fetches dictionaries at once, past webRequest, unless it learns in the same breath that it needs none.
  session.setSpellCheckerLanguages([])
  session.setSpellCheckerEnabled(false)
}

function isOurs(url: string): boolean {
  if (url.startsWith(`${ORIGIN}/`)) return true
  return !app.isPackaged && url.startsWith('devtools://')
}

const mayUse = (permission: string, asker: string): boolean =>
  permission === 'clipboard-sanitized-write' && (asker === ORIGIN || asker.startsWith(`${ORIGIN}/`))

/** A page stays where it is: no navigation, no windows, no embedded pages. */
function hardenContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
