import { randomBytes } from 'node:crypto'
import { lstatSync, unlinkSync } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { errorCode } from './file-ops.ts'
import { sha256 } from './hash.ts'

/**
 * One writer per workspace on one machine, without a file in the workspace: whoever listens on a local socket named
 * after the workspace has the lock, and the kernel takes it back however the process ends. A socket file that a
 * killed process left refuses connections; it is removed and bound anew, and a question to ourselves tells whether
 * somebody else was quicker.
 */
export type LockOutcome =
  | { readonly kind: 'held' }
  | { readonly kind: 'mine'; readonly release: () => Promise<void> }

/** How long a holder may take to answer; one that does not, but accepts the connection, is alive all the same. */
const PATIENCE = 1000
const ATTEMPTS = 5

/** Throws system errors where no socket can be made at all. */
export async function acquireLock(root: string): Promise<LockOutcome> {
  const address = addressOf(await realpath(root))
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const lock = await tryOnce(address)
    if (lock) return lock
  }
  return { kind: 'held' }
}

function addressOf(root: string): string {
  const name = sha256(root).slice(0, 16)
  if (process.platform === 'win32') return `\\\\.\\pipe\\glosswright-${name}`
  const file = `glosswright-${process.getuid?.()}-${name}.sock`
  const path = join(tmpdir(), file)
  // The system holds an address of about a hundred bytes.
  return Buffer.byteLength(path) < 100 ? path : join('/tmp', file)
}

/** Null when it has to be tried again. */
async function tryOnce(address: string): Promise<LockOutcome | null> {
  const nonce = randomBytes(16).toString('hex')
  const server = await listen(address, nonce)
  if (server) return confirm(address, nonce, server)
  const seen = stampOf(address)
  const answer = await ask(address)
  if (answer !== null) return { kind: 'held' }
  if (seen !== null && stampOf(address) === seen) unlinkSync(address)
  return null
}

async function confirm(address: string, nonce: string, server: Server): Promise<LockOutcome> {
  if ((await ask(address)) === nonce) return { kind: 'mine', release: () => close(server) }
  await close(server)
  return { kind: 'held' }
}

/** A server that answers with `nonce`, or null where the address is taken. */
function listen(address: string, nonce: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.end(nonce)
    })
    server.on('error', (error) => (errorCode(error) === 'EADDRINUSE' ? resolve(null) : reject(error)))
    server.listen(address, () => resolve(server.unref()))
  })
}

/** What the holder says: an empty string when it says nothing in time, null when there is none. */
function ask(address: string): Promise<string | null> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(address)
    socket.setTimeout(PATIENCE, () => socket.destroy())
    socket.on('data', (part) => {
      answer += part.toString()
    })
    socket.on('error', (error) => resolve(isNobody(error) ? null : answer))
    socket.on('close', () => resolve(answer))
  })
}

const isNobody = (error: unknown): boolean => ['ECONNREFUSED', 'ENOENT'].includes(errorCode(error))

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
  })
}

function stampOf(address: string): string | null {
  try {
    const { ino, ctimeNs } = lstatSync(address, { bigint: true })
    return `${ino} ${ctimeNs}`
  } catch {
    return null
  }
}
