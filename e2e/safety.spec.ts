import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Page } from '@playwright/test'
import { type Attempt, REACH_OUT, RUN_CODE, USE_THE_SYSTEM } from './attempts.ts'
import { test } from './fixture.ts'
import { canTrace, traceNetwork } from './network-trace.ts'
import { processTree } from './processes.ts'

const isLinux = process.platform === 'linux'

/** The names of the attempts that came to something. */
async function successes(
  page: Page,
  attempts: Readonly<Record<string, Attempt>>,
  address = '',
): Promise<string[]> {
  const worked: string[] = []
  for (const [name, attempt] of Object.entries(attempts)) {
    const came = await page.evaluate(attempt, address).then(
      () => true,
      () => false,
    )
    if (came) worked.push(name)
  }
  return worked
}

/** A server on this machine that counts who calls. */
async function countingServer() {
  let calls = 0
  const server = createServer((_request, response) => response.end(String(++calls)))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}`, calls: () => calls, close: () => server.close() }
}

test('a page runs no code but ours, reaches nothing and has no system', async ({ launch, problems }) => {
  const { page } = await launch()
  const server = await countingServer()
  expect(await successes(page, RUN_CODE)).toEqual([])
  expect(await successes(page, REACH_OUT, server.address)).toEqual([])
  expect(await successes(page, USE_THE_SYSTEM, server.address)).toEqual([])
  expect(server.calls()).toBe(0)
  server.close()
  // Each refusal is an error of the page.
  expect(problems.splice(0)).not.toEqual([])
})

test('without the policy of our pages, code would run, and still nothing would be reached', async ({
  launch,
  problems,
}) => {
  const { app } = await launch()
  const opened = app.waitForEvent('window')
  await app.evaluate(({ BrowserWindow }) => void new BrowserWindow().loadURL('about:blank'))
  const page = await opened
  const server = await countingServer()
  expect(await successes(page, RUN_CODE)).toEqual(Object.keys(RUN_CODE))
  expect(await successes(page, REACH_OUT, server.address)).toEqual([])
  expect(server.calls()).toBe(0)
  expect((await fetch(server.address)).ok).toBe(true) // It could have been reached.
  server.close()
  problems.length = 0
})

test('a page cannot be led elsewhere, and takes no download', async ({ launch, problems }) => {
  const { app, page } = await launch()
  const home = page.url()
  await app.evaluate(({ session }) => {
    const downloads: string[] = []
    Reflect.set(globalThis, 'downloads', downloads)
    session.defaultSession.on('will-download', (event) =>
      downloads.push(event.defaultPrevented ? 'refused' : 'taken'),
    )
  })
  await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(['x']))
    link.download = 'x.txt'
    link.click()
  })
  await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'downloads'))).toEqual(['refused'])
  for (const elsewhere of ['https://example.com/', 'file:///etc/hostname', 'app://renderer/../main.js']) {
    await page.evaluate((address) => {
      location.href = address
    }, elsewhere)
  }
  // An answer from the page means that it is still there.
  expect(await page.evaluate(() => location.href)).toBe(home)
  expect(app.windows()).toHaveLength(1)
  problems.length = 0
})

test('every renderer is held by the sandbox', async ({ launch }) => {
  test.skip(!isLinux, 'reads /proc')
  const { pid } = await launch()
  const processes = processTree(pid)
  const renderers = processes.filter(({ commandLine }) => commandLine.includes('--type=renderer'))
  expect(renderers.length).toBeGreaterThan(0)
  expect(renderers.map(({ seccomp }) => seccomp)).toEqual(renderers.map(() => 2))
  expect(processes.filter(({ commandLine }) => commandLine.includes('--no-sandbox'))).toEqual([])
})

test('no process of the app connects to anything', async ({ launch, folder, problems }) => {
  test.skip(!canTrace(), 'strace is missing or may not trace')
  const trace = await traceNetwork(folder)
  const { app, page } = await launch({ executable: trace.executable })
  await successes(page, REACH_OUT, 'http://127.0.0.1:9')
  await successes(page, USE_THE_SYSTEM, 'http://127.0.0.1:9')
  problems.length = 0
  expect(trace.addresses()).toEqual([])

  // The same trace does see a connection where there is one.
  await app.evaluate(
    () =>
      void process
        .getBuiltinModule('node:net')
        .connect(9, '127.0.0.1')
        .on('error', () => {}),
  )
  await expect.poll(() => trace.addresses().length).toBeGreaterThan(0)
})
