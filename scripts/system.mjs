/** What a Linux machine must bring for Electron and its tests, and how Chromium's sandbox stays on where all runs as root. */
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

// Debian 12; everything else that Electron links to comes along as a dependency of these.
const LIBRARIES = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'fonts-liberation']
const PACKAGE_OF_TOOL = {
  Xvfb: 'xvfb',
  openbox: 'openbox',
  strace: 'strace',
  // What a reviewer opens a review file with.
  chromium: 'chromium',
  'firefox-esr': 'firefox-esr',
}

/** The programs that the end-to-end tests need besides Electron. */
export const TEST_TOOLS = Object.keys(PACKAGE_OF_TOOL)

const isLinux = process.platform === 'linux'
export const isRoot = isLinux && process.getuid?.() === 0

/**
 * Sees to it that Electron and these tools can run: installs them on a CI machine with Debian where we are root.
 *
 * @returns {string | undefined} what is missing and how to get it; undefined when nothing is
 */
export function ensureSystem(electronPath, tools = []) {
  if (!isLinux) return undefined
  const lacking = () => [...missingLibraries(electronPath), ...tools.filter((tool) => !hasCommand(tool))]
  if (lacking().length === 0) return undefined
  const packages = [...LIBRARIES, ...tools.map((tool) => PACKAGE_OF_TOOL[tool])]
  if (mayInstall()) install(packages)
  const missing = lacking()
  if (missing.length === 0) return undefined
  return `This machine lacks ${missing.join(', ')}. On Debian: sudo apt-get install --no-install-recommends ${packages.join(' ')}`
}

/** The shared libraries that an executable links to and this machine has not. */
function missingLibraries(file) {
  const { stdout } = spawnSync('ldd', [file], { encoding: 'utf8' })
  return Array.from((stdout ?? '').matchAll(/^\s*(\S+) => not found/gm), (match) => match[1])
}

export const hasCommand = (name) =>
  (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, name)))

const mayInstall = () => isRoot && Boolean(process.env.CI) && hasCommand('apt-get') && isDebian()

function isDebian() {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}

function install(packages) {
  console.error(`Installing system packages: ${packages.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env })
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    stdio: 'inherit',
    env,
  })
}

/** Chromium refuses to run as root with its sandbox on; in a user namespace root's files stay its own under another number. */
const NAMESPACE = ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--']

/**
 * The command as it must be run so that Electron's sandbox stays on: as it is, or for root in a user namespace.
 * `sandboxed` is false where the machine has none to give; Electron then starts with --no-sandbox only.
 *
 * @returns {{command: string[], sandboxed: boolean}}
 */
export function asOrdinaryUser(command) {
  if (!isRoot) return { command, sandboxed: true }
  // The inner namespace is the one that Chromium's sandbox will ask for.
  const [program, ...args] = [...NAMESPACE, 'unshare', '--user', 'true']
  const sandboxed = spawnSync(program, args, { stdio: 'ignore' }).status === 0
  return { command: sandboxed ? [...NAMESPACE, ...command] : command, sandboxed }
}

/** X servers started in the namespace may not make this folder themselves. */
export function prepareDisplays() {
  if (!isRoot) return
  mkdirSync('/tmp/.X11-unix', { recursive: true })
  chmodSync('/tmp/.X11-unix', 0o1777)
}
