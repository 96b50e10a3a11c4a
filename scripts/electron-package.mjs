/** The runtime of the `electron` package: where it lies once downloaded, and its own way of downloading it. */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'

const require = createRequire(import.meta.url)
const STALL_MS = Number(process.env.ELECTRON_DOWNLOAD_STALL_MS ?? 20_000)

/** Where the executable lies inside a dist folder. */
export function binaryName() {
  if (process.platform === 'win32') return 'electron.exe'
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron'
}

export function distVersion(dist) {
  try {
    return readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '')
  } catch {
    return 'unknown'
  }
}

/** @returns {{dir: string, version: string} | undefined} undefined when the package is not installed */
export function electronPackage() {
  try {
    const file = require.resolve('electron/package.json')
    return { dir: path.dirname(file), version: JSON.parse(readFileSync(file, 'utf8')).version }
  } catch {
    return undefined
  }
}

/** The downloaded executable; undefined when there is none, or one of another version. */
export function installedBinary({ dir, version }) {
  try {
    const file = path.join(dir, 'dist', readFileSync(path.join(dir, 'path.txt'), 'utf8').trim())
    return existsSync(file) && distVersion(path.join(dir, 'dist')) === version ? file : undefined
  } catch {
    return undefined
  }
}

/**
 * Runs the package's install script and ends it once no byte has come in for ELECTRON_DOWNLOAD_STALL_MS.
 *
 * @returns {Promise<string | undefined>} what went wrong, if anything
 */
export async function download(pkg, log) {
  log(`downloading Electron ${pkg.version} …`)
  const temp = await mkdtemp(path.join(tmpdir(), 'electron-download-'))
  try {
    return await install(pkg, temp)
  } finally {
    await rm(temp, { recursive: true, force: true })
  }
}

/** The script downloads into the temp folder and unpacks into dist/: one of the two grows while it gets on. */
function install(pkg, temp) {
  const child = spawn(process.execPath, [path.join(pkg.dir, 'install.js')], {
    cwd: pkg.dir,
    env: { ...process.env, TMPDIR: temp, TEMP: temp, TMP: temp },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let stderr = ''
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  const stopWatching = onStall([temp, path.join(pkg.dir, 'dist')], () => {
    stderr += `\nError: no progress for ${STALL_MS / 1000} s`
    child.kill('SIGKILL')
  })
  return new Promise((resolve) => {
    const done = (problem) => {
      stopWatching()
      resolve(problem)
    }
    child.on('error', (error) => done(error.message))
    child.on('close', (code) => done(code === 0 ? undefined : lastError(stderr, code)))
  })
}

const lastError = (stderr, code) =>
  stderr
    .split('\n')
    .findLast((line) => line.includes('Error'))
    ?.trim() ?? `exit ${code}`

function onStall(folders, stalled) {
  let seen = -1
  let since = Date.now()
  const timer = setInterval(async () => {
    const sizes = await Promise.all(folders.map(bytesUnder))
    const now = sizes.reduce((sum, size) => sum + size, 0)
    if (now !== seen) [seen, since] = [now, Date.now()]
    else if (Date.now() - since > STALL_MS) stalled()
  }, 1000)
  return () => clearInterval(timer)
}

async function bytesUnder(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile())
  const sizes = await Promise.all(files.map((file) => sizeOf(path.join(file.parentPath, file.name))))
  return sizes.reduce((sum, size) => sum + size, 0)
}

const sizeOf = (file) =>
  stat(file).then(
    ({ size }) => size,
    () => 0,
  )
