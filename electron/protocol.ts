import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type ProtocolResponse, protocol } from 'electron'
import { rendererFile } from './renderer-file.ts'

/**
 * Trusted Types refuse every string that would become markup or code. There are two policies: the editor's clipboard, and
 * the one that knows the address of the worker in which patterns are searched for.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types ProseMirrorClipboard pattern-worker',
].join('; ')

const CONTENT_TYPES: ReadonlyMap<string, string> = new Map([
  ['.css', 'text/css; charset=utf-8'],
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.map', 'application/json; charset=utf-8'],
  ['.png', 'image/png'],
  ['.svg', 'image/svg+xml'],
  ['.woff2', 'font/woff2'],
])

/** Call before the app is ready. */
export function declareScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }])
}

/** Serves the built renderer from its folder, and nothing else; call once the app is ready. */
export function serveRenderer(root: string): void {
  // Not `protocol.handle`: for its first request Node loads all of `fetch`, while the window waits for its page.
  protocol.registerBufferProtocol('app', (request, respond) => respond(answer(root, request.url)))
}

function answer(root: string, address: string): ProtocolResponse {
  const file = rendererFile(root, address)
  const type = file && CONTENT_TYPES.get(path.extname(file))
  if (!file || !type) return NOT_FOUND
  try {
    return { data: readFileSync(file), headers: headersFor(type) }
  } catch {
    return NOT_FOUND
  }
}

const headersFor = (type: string): Record<string, string> => ({
  'content-type': type,
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
})

const NOT_FOUND: ProtocolResponse = { statusCode: 404, mimeType: 'text/plain', data: 'Not found' }
