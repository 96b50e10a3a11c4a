/**
 * Lets `electron [-r MODULE] [options] PATH [arguments]` start the app at PATH, as the default app of a stock Electron does.
 * Packed into resources/default_app.asar of the fallback runtime (see ../electron-fallback.mjs).
 */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron/main'

const require = createRequire(path.join(process.cwd(), 'noop.js'))
const { target, modules } = parse(process.argv.slice(1))
if (!target)
  fail(`Electron ${process.versions.electron}\nUsage: electron [-r MODULE] [options] PATH [arguments]`)

for (const module of modules) require(module)
Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true })
const main = adopt(target)

try {
  await import(pathToFileURL(main).href)
} catch (error) {
  console.error('App threw an error during load')
  throw error
}

/** The first argument that is no option is the app; what stands behind it is the app's own. */
function parse(argv) {
  const modules = []
  for (let i = 0; i < argv.length; i++) {
    const arg = argv[i]
    if (arg === '-r' || arg === '--require') modules.push(argv[++i])
    else if (arg === '-v' || arg === '--version') printVersion()
    else if (!arg.startsWith('-')) return { target: path.resolve(arg), modules }
  }
  return { target: undefined, modules }
}

function printVersion() {
  console.log(`v${process.versions.electron}`)
  process.exit(0)
}

/** Takes over the app's name, version and folder; returns its main file. */
function adopt(folder) {
  try {
    const manifest = path.join(folder, 'package.json')
    if (existsSync(manifest)) introduce(JSON.parse(readFileSync(manifest, 'utf8')))
    const file = require.resolve(folder)
    app.setAppPath(existsSync(manifest) ? folder : path.dirname(file))
    return file
  } catch (error) {
    return fail(`Unable to find Electron app at ${folder}\n\n${error.message}`)
  }
}

function introduce(about) {
  if (about.version) app.setVersion(about.version)
  const name = about.productName ?? about.name
  if (name) app.name = name
  app.setDesktopName(about.desktopName ?? `${app.name}.desktop`)
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
