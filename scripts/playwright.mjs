import { existsSync } from 'node:fs'
import { runtimeEnv } from './electron-runtime.mjs'
import { run, runAll } from './run.mjs'
import { asOrdinaryUser, prepareDisplays } from './system.mjs'
import { readyForTests } from './test-machine.mjs'
import { BUILD, nodeTool } from './tools.mjs'

/**
 * Runs Playwright on the built app, with Chromium's sandbox on wherever the machine allows it; builds where nothing is built.
 *
 * @returns {Promise<number>} its exit status
 */
export async function runPlaywright(args) {
  const electron = await readyForTests()
  if (!electron) return 1
  if (!existsSync('dist/electron/main.js') && (await runAll(BUILD)) !== 0) return 1
  prepareDisplays()
  const { command, sandboxed } = asOrdinaryUser(nodeTool('@playwright/test/cli.js', 'test', ...args))
  if (!sandboxed) console.error('Running as root without user namespaces: Chromium runs WITHOUT its sandbox.')
  const tested = { TESTED_ELECTRON: `${electron.version} (${electron.source})` }
  return run(command, { ...process.env, ...runtimeEnv(electron), ...tested })
}
