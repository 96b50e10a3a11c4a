import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'

const PROJECT = path.join(import.meta.dirname, '..')
const PATIENCE_MS = 4_000

export type LaunchOptions = {
  /** The folder of the app to start; defaults to ours. */
  readonly project?: string
  readonly workspace?: string
  /** Defaults to the test's own profile, the same one for all its launches. */
  readonly userData?: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** An executable to start in the place of Electron's, e.g. one that watches it. */
  readonly executable?: string
}

/** One started app, as a test sees it. */
export type RunningApp = {
  readonly app: ElectronApplication
  readonly page: Page
  /** The main process. */
  readonly pid: number
  /** All that the app wrote to its stderr so far. */
  readonly stderr: () => string
  /** Ends the main process with SIGKILL and waits until it is gone. */
  readonly kill: () => Promise<void>
  /** Closes the app as a person would; where a window vetoes that, the app is killed. */
  readonly close: () => Promise<void>
}

/** Starts the built app and waits for its first window; `problems` collects every error of its pages. */
export async function startApp(
  options: LaunchOptions & { readonly userData: string },
  display: string,
  problems: string[],
): Promise<RunningApp> {
  const app = await _electron.launch({
    args: argumentsOf(options),
    env: { ...definedOnly(process.env), DISPLAY: display, ...options.env },
    chromiumSandbox: process.platform !== 'linux' || process.getuid?.() !== 0,
    timeout: 20_000,
    // Or else the driver says that the system's theme is light, whatever the app sets.
    colorScheme: null,
    ...(options.executable === undefined ? {} : { executablePath: options.executable }),
  })
  collectProblems(app, problems)
  const stderr = collectStderr(app)
  // Taken now: the process is not at hand any more once it is gone.
  const child = app.process()
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const page = await app.firstWindow().catch((error: unknown) => {
    child.kill('SIGKILL')
    throw new Error(`The app opened no window. It wrote:\n${stderr()}`, { cause: error })
  })
  // Asked for only where another program was started before it: the driver now and then loses the answer.
  const pid = (options.executable === undefined && child.pid) || (await app.evaluate(() => process.pid))
  const kill = async () => {
    if (child.exitCode === null && child.signalCode === null) process.kill(pid, 'SIGKILL')
    await ended
  }
  return { app, page, pid, stderr, kill, close: () => closeApp(app, ended, kill) }
}

function argumentsOf({ project = PROJECT, workspace, userData, args = [] }: LaunchOptions): string[] {
  const folder = workspace === undefined ? [] : ['--workspace', workspace]
  return [project, `--user-data-dir=${userData}`, ...folder, ...args]
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

function collectProblems(app: ElectronApplication, problems: string[]): void {
  app.context().on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  app.context().on('weberror', (error) => problems.push(String(error.error())))
}

function collectStderr(app: ElectronApplication): () => string {
  let text = ''
  app.process().stderr?.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  return () => text
}

/** `app.close()` waits for ever when a window vetoes closing, so patience ends. */
async function closeApp(
  app: ElectronApplication,
  ended: Promise<void>,
  kill: () => Promise<void>,
): Promise<void> {
  // It rejects when the app is gone already, by the test's own hand.
  app.close().catch(() => undefined)
  await Promise.race([ended, setTimeout(PATIENCE_MS, undefined, { ref: false })])
  await kill()
}
