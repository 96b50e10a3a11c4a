import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test as base, expect } from '@playwright/test'
import { openDisplay } from './display.ts'
import { type LaunchOptions, type RunningApp, startApp } from './running-app.ts'

type TestFixtures = {
  /** A fresh empty folder, removed after the test. */
  readonly folder: string
  /** Where the app keeps its own settings, unless a launch says otherwise. */
  readonly profile: string
  /** Starts the app, as often as the test likes; all that it started is closed at its end. */
  readonly launch: (options?: LaunchOptions) => Promise<RunningApp>
  /** Errors of the pages so far. A test that provokes one takes it out of here; what is left fails the test. */
  readonly problems: string[]
}
type WorkerFixtures = { readonly display: string }

export const test = base.extend<TestFixtures, WorkerFixtures>({
  display: [
    async ({}, use) => {
      if (process.platform !== 'linux' || process.env.E2E_HEADED) return use(process.env.DISPLAY ?? '')
      const display = await openDisplay()
      await use(display.name)
      display.close()
    },
    { scope: 'worker' },
  ],

  folder: async ({}, use) => withFolder(use),
  profile: async ({}, use) => withFolder(use),

  problems: async ({}, use) => {
    const problems: string[] = []
    await use(problems)
    expect(problems, 'errors in the pages').toEqual([])
  },

  launch: async ({ display, profile, problems }, use) => {
    const started: RunningApp[] = []
    await use(async (options = {}) => {
      const app = await startApp({ userData: profile, ...options }, display, problems)
      started.push(app)
      return app
    })
    for (const app of started) await app.close()
  },
})

async function withFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'glosswright-')))
  await use(folder)
  // A killed app's children may still be writing while they end.
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
}
