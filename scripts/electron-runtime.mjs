#!/usr/bin/env node
/**
 * Finds an Electron runtime for this checkout, and gets one where none is installed yet.
 *
 *   node scripts/electron-runtime.mjs            prints the path of the executable
 *   node scripts/electron-runtime.mjs --json     prints {path, version, source}
 *   node scripts/electron-runtime.mjs -- CMD …   runs CMD so that `electron`, Playwright and packagers use that runtime
 *
 * Order: ELECTRON_OVERRIDE_DIST_PATH; what the `electron` package has downloaded; a fallback made earlier; that
 * package's own download; the fallback (linux-x64 alone, see electron-fallback.mjs).
 */
import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { cachedFallback, fallbackRunsHere, makeFallback } from './electron-fallback.mjs'
import { binaryName, distVersion, download, electronPackage, installedBinary } from './electron-package.mjs'
import { run } from './run.mjs'
import { RuntimeUnavailable } from './runtime-unavailable.mjs'

/** @typedef {{path: string, version: string, source: 'override'|'installed'|'downloaded'|'fallback'}} Runtime */

const toStderr = (line) => process.stderr.write(`electron-runtime: ${line}\n`)

/**
 * Throws RuntimeUnavailable, with what to do about it, when there is no runtime and none can be had.
 *
 * @returns {Promise<Runtime>}
 */
export async function resolveElectron(log = toStderr) {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override) return overridden(path.resolve(override))
  const found = await declared(log)
  if (found) return found
  if (!fallbackRunsHere()) throw new RuntimeUnavailable(noRuntime())
  return cachedFallback() ?? (await makeFallback(log))
}

function overridden(dist) {
  const file = path.join(dist, binaryName())
  if (!existsSync(file)) {
    throw new RuntimeUnavailable(`ELECTRON_OVERRIDE_DIST_PATH is set, but ${file} does not exist.`)
  }
  return { path: file, version: distVersion(dist), source: 'override' }
}

/** The version that package.json names, or else the fallback of an earlier run; undefined when there is neither. */
async function declared(log) {
  const pkg = electronPackage()
  if (!pkg) return undefined
  const installed = installedBinary(pkg)
  if (installed) return { path: installed, version: pkg.version, source: 'installed' }
  const cached = cachedFallback()
  // A machine that needed the fallback once does not ask the download host again, unless told to.
  if (cached && !process.env.ELECTRON_RETRY_DOWNLOAD) return cached
  const problem = await download(pkg, log)
  const fresh = installedBinary(pkg)
  if (fresh) return { path: fresh, version: pkg.version, source: 'downloaded' }
  log(`Electron ${pkg.version} could not be downloaded (${problem}).`)
  return cached
}

const noRuntime = () =>
  `There is no Electron here: its download failed, and our fallback is for linux-x64 only, not ${process.platform}-${process.arch}. ` +
  'Run `npx install-electron` where its download host can be reached, or set ELECTRON_OVERRIDE_DIST_PATH.'

/** What a child process needs in its environment so that the `electron` package hands out this runtime. */
export const runtimeEnv = (runtime) =>
  runtime.source === 'fallback' ? { ELECTRON_OVERRIDE_DIST_PATH: path.dirname(runtime.path) } : {}

async function main(args) {
  const runtime = await resolveElectron()
  const split = args.indexOf('--')
  if (split >= 0) return run(args.slice(split + 1), { ...process.env, ...runtimeEnv(runtime) })
  console.log(args.includes('--json') ? JSON.stringify(runtime) : runtime.path)
  return 0
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = await main(process.argv.slice(2))
  } catch (error) {
    if (!(error instanceof RuntimeUnavailable)) throw error
    toStderr(error.message)
    process.exitCode = 1
  }
}
