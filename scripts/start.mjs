#!/usr/bin/env node
/** Opens the built app: node scripts/start.mjs [--workspace FOLDER] [--article ID] … */
import path from 'node:path'
import { resolveElectron, runtimeEnv } from './electron-runtime.mjs'
import { run } from './run.mjs'
import { RuntimeUnavailable } from './runtime-unavailable.mjs'
import { asOrdinaryUser, ensureSystem } from './system.mjs'

const project = path.join(import.meta.dirname, '..')

async function start(args) {
  if (!hasDisplay()) return refuse('There is no display to open a window on: set DISPLAY or WAYLAND_DISPLAY.')
  const electron = await resolveElectron()
  const missing = ensureSystem(electron.path)
  if (missing) return refuse(missing)
  const { command, sandboxed } = asOrdinaryUser([electron.path])
  if (!sandboxed) console.error('Running as root without user namespaces: Chromium runs WITHOUT its sandbox.')
  const switches = sandboxed ? [] : ['--no-sandbox']
  return run([...command, ...switches, project, ...args], { ...process.env, ...runtimeEnv(electron) })
}

const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

function refuse(sentence) {
  console.error(sentence)
  return 1
}

try {
  process.exitCode = await start(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof RuntimeUnavailable)) throw error
  process.exitCode = refuse(error.message)
}
