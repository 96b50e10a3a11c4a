import { resolveElectron } from './electron-runtime.mjs'
import { RuntimeUnavailable } from './runtime-unavailable.mjs'
import { ensureSystem, TEST_TOOLS } from './system.mjs'

/**
 * Gets this machine ready for the tests, and says which Electron they will run on.
 *
 * @returns {Promise<import('./electron-runtime.mjs').Runtime | undefined>} undefined when it cannot be made ready; why was printed
 */
export async function readyForTests() {
  try {
    const electron = await resolveElectron()
    console.error(`tests: Electron ${electron.version} (${electron.source})`)
    const missing = ensureSystem(electron.path, TEST_TOOLS)
    if (missing) console.error(missing)
    return missing ? undefined : electron
  } catch (error) {
    if (!(error instanceof RuntimeUnavailable)) throw error
    console.error(error.message)
    return undefined
  }
}
