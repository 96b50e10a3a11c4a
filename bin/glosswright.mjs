#!/usr/bin/env node
// The command line's launcher: runs the bundled command line, and bundles it first in a checkout that has none yet.
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** What is bundled into which folder of dist: the command line, the process in which files are read, the page of review files. */
const BUNDLES = {
  parser: 'electron/import/parser.ts',
  'review-page': 'renderer/review-page/main.ts',
  cli: 'electron/cli/cli.ts',
}
const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')
const missing = Object.keys(BUNDLES).filter((name) => !existsSync(join(dist, name, `${name}.js`)))

if (isTooOld(process.versions.node))
  fail(`Glosswright needs Node 20.19 or newer; this is Node ${process.versions.node}.`)
if (missing.length > 0) await bundle()
await import(pathToFileURL(join(dist, 'cli', 'cli.js')).href)

function isTooOld(version) {
  const [major, minor] = version.split('.').map(Number)
  return major < 20 || (major === 20 && minor < 19)
}

async function bundle() {
  if (!existsSync(join(root, 'node_modules', 'rolldown')))
    fail('Glosswright is not built: run “npm ci” first.')
  process.stderr.write('Building the command line, this once…\n')
  const { rolldown } = await import('rolldown')
  const { default: configs } = await import(pathToFileURL(join(root, 'rolldown.config.mjs')).href)
  for (const name of missing) {
    const { output, ...config } = configs.find(({ input }) => (input[name] ?? input) === BUNDLES[name])
    const built = await rolldown({ ...config, cwd: root, logLevel: 'silent' })
    await moveIntoPlace(await written(built, output), join(dist, name))
  }
}

async function written(built, output) {
  await mkdir(dist, { recursive: true })
  const dir = await mkdtemp(join(dist, '.bundle-'))
  await built.write({ ...output, dir })
  await built.close()
  return dir
}

/** Two that build at once both succeed: the first to finish is the one that stays. */
function moveIntoPlace(dir, folder) {
  return rename(dir, folder).catch(() => rm(dir, { recursive: true }))
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}
