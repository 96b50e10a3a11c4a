import { expect } from '@playwright/test'
import { test } from './fixture.ts'
import { processTree } from './processes.ts'

test('an app that was killed can be launched again on the same profile', async ({ launch }) => {
  const first = await launch()
  await first.kill()
  const second = await launch()
  expect(second.pid).not.toBe(first.pid)
  await expect(second.page).toHaveTitle(/Glosswright/)
})

test('what the main process writes to stderr can be read', async ({ launch }) => {
  const { app, stderr } = await launch()
  await app.evaluate(() => console.error('a line for the test'))
  await expect.poll(stderr).toContain('a line for the test')
})

test('an app whose window vetoes closing is gone after close()', async ({ launch }) => {
  test.skip(process.platform !== 'linux', 'reads /proc')
  const { app, pid, close } = await launch()
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.removeAllListeners('close')
    window?.on('close', (event) => event.preventDefault())
  })
  expect(processTree(pid)).not.toEqual([])
  await close()
  expect(processTree(pid)).toEqual([])
})

test('errors of a page are noticed, logged ones and uncaught ones', async ({ launch, problems }) => {
  const { page } = await launch()
  await page.evaluate(() => {
    console.error('a logged error')
    setTimeout(() => Promise.reject(new Error('an uncaught error')))
  })
  await expect.poll(() => problems).toEqual(['a logged error', 'Error: an uncaught error'])
  problems.length = 0
})
