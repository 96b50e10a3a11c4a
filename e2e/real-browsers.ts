import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { type Browser, launch, type Page } from 'puppeteer-core'

/** The browsers that a reviewer may have, by the programs that the test machine has of them. */
export const BROWSERS = { chromium: 'chrome', 'firefox-esr': 'firefox' } as const
export type BrowserName = keyof typeof BROWSERS

/** A page in a real browser, and what happened in it that a review file must never do. */
export type OpenedPage = {
  readonly page: Page
  /** Addresses that were asked for, but for the page's own and those that hold what they are. */
  readonly requests: readonly string[]
  /** Errors, and what the page's policy kept it from. */
  readonly faults: readonly string[]
  readonly downloads: string
  readonly close: () => Promise<void>
}

export async function openInBrowser(name: BrowserName, file: string, folder: string): Promise<OpenedPage> {
  const downloads = path.join(folder, `downloads-${name}`)
  await mkdir(downloads, { recursive: true })
  const browser = await launched(name, downloads)
  const page = await browser.newPage()
  const [requests, faults] = [[] as string[], [] as string[]]
  page.on('request', (request) => {
    if (!/^(file|data|blob):/.test(request.url())) requests.push(request.url())
  })
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  await page.setViewport({ width: 1280, height: 860 })
  await page.goto(`file://${file}`)
  return { page, requests, faults, downloads, close: () => browser.close() }
}

const launched = (name: BrowserName, downloads: string): Promise<Browser> =>
  launch({
    browser: BROWSERS[name],
    executablePath: executableOf(name),
    headless: true,
    args: name === 'chromium' ? ['--no-sandbox'] : [],
    ...(name === 'chromium'
      ? { downloadBehavior: { policy: 'allow' as const, downloadPath: downloads } }
      : {}),
    extraPrefsFirefox: { 'browser.download.dir': downloads, 'browser.download.folderList': 2 },
  })

/** @throws where the machine has no such browser: that is no reason to say nothing of it. */
function executableOf(name: BrowserName): string {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const found = folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file))
  if (found === undefined)
    throw new Error(`There is no “${name}” on this machine, in which review files are tested`)
  return found
}

/** The one file that was downloaded; null while there is none, or only a part of it. */
export async function downloaded(folder: string): Promise<string | null> {
  const names = await readdir(folder)
  const [name] = names.filter((one) => one.endsWith('.json'))
  if (name === undefined || names.some((one) => one.endsWith('.part') || one.endsWith('.crdownload')))
    return null
  const content = await readFile(path.join(folder, name), 'utf8')
  return content.endsWith('}\n') ? path.join(folder, name) : null
}

const require = createRequire(import.meta.url)
const AXE = readFileSync(
  createRequire(require.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
  'utf8',
)

/** What axe finds wrong: each rule with the elements that break it. */
export async function axeFaultsIn(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE)
  const json =
    await page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    JSON.stringify(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html))))`)
  return JSON.parse(String(json))
}
