import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import type { ElementHandle, Page } from 'puppeteer-core'
import { test } from './fixture.ts'
import { MARKER, makeMarkedWorkspace, writeMarks } from './marked-workspace.ts'
import { axeFaultsIn, BROWSERS, type BrowserName, downloaded, openInBrowser } from './real-browsers.ts'
import { glosswright, listArticles } from './workspace.ts'

const HOSTILE = '</script><script>document.title = "run"</script><img src=x onerror="document.title = 1">'
const TEXT = `Ferry pledge ${HOSTILE}\n\nNorland 😀 will pay for ships. Vesteria denied it. The minister spoke.`

async function reviewFileIn(folder: string): Promise<{ readonly workspace: string; readonly file: string }> {
  const workspace = await makeMarkedWorkspace(folder, {
    text: TEXT,
    marks: [
      { label: 'actor', words: 'Norland', note: HOSTILE },
      { label: 'commitment', words: 'will pay for ships' },
      { label: 'accusation', words: 'denied' },
      { label: 'actor', words: 'The minister', unsure: true },
    ],
  })
  const file = path.join(folder, 'review.html')
  glosswright('review-file', workspace, '--annotators', MARKER, '--out', file)
  return { workspace, file }
}

const wordsOf = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText)

const control = (name: string, role: string): string => `::-p-aria([name="${name}"][role="${role}"])`

async function type(page: Page, words: string): Promise<void> {
  await page.keyboard.type(words)
}

/** All by keyboard: the first is accepted, the second rejected, the third changed, the fourth commented on. */
async function decideAll(page: Page): Promise<void> {
  await type(page, 'Rita')
  await page.keyboard.press('Enter')
  await type(page, 'jax')
  await type(page, 'Nobody promised <b>that</b>.')
  await page.keyboard.press('Enter')
  await type(page, 'c')
  await page.keyboard.down('Alt')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.up('Alt')
  await (await page.waitForSelector(control('Propose', 'button')))?.press('Enter')
  await type(page, 'j')
  await type(page, 'n')
  await type(page, 'Which minister?')
  await page.keyboard.down('Control')
  await page.keyboard.press('Enter')
  await page.keyboard.up('Control')
}

for (const name of Object.keys(BROWSERS) as BrowserName[]) {
  test(`a review file does its work in ${name}, and every decision comes back`, async ({ folder }) => {
    test.setTimeout(120_000)
    const { workspace, file } = await reviewFileIn(folder)
    // Of the megabyte that 20 articles may take, all but a quarter is theirs.
    expect((await stat(file)).size).toBeLessThan(250_000)
    const { page, requests, faults, downloads, close } = await openInBrowser(name, file, folder)
    try {
      const violations = () => page.evaluate(() => Reflect.get(window, 'violations') ?? [])
      await page.evaluateOnNewDocument(() => {
        const seen: string[] = []
        Reflect.set(window, 'violations', seen)
        document.addEventListener('securitypolicyviolation', (event) => seen.push(event.violatedDirective))
      })
      await page.reload()
      await decideAll(page)
      expect(await wordsOf(page)).toContain('3 of 4 marks decided here')
      await page.reload()
      await page.waitForSelector('header')
      expect(await wordsOf(page)).toContain('3 of 4 marks decided here')
      expect(await wordsOf(page)).toContain('You are Rita')
      expect(await wordsOf(page)).toContain('</script><script>')
      expect(await page.title()).toBe('Review of “Coastal desk”')
      await type(page, 's')
      await expect.poll(() => downloaded(downloads), { timeout: 20_000 }).not.toBe(null)
      expect(await violations()).toEqual([])
      expect(await axeFaultsIn(page)).toEqual([])
      await page.setViewport({ width: 360, height: 640 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
      expect(await axeFaultsIn(page)).toEqual([])
      expect(requests).toEqual([])
      expect(faults).toEqual([])
    } finally {
      await close()
    }
    const answers = (await downloaded(downloads)) ?? ''
    const taken = JSON.parse(glosswright('review-answers', workspace, answers, '--json'))
    expect(taken).toEqual({ reviewer: 'Rita', articles: 1, judgements: 3, comments: 1, refused: [] })
    await expectAllSaid(workspace, answers)
    const again = JSON.parse(glosswright('review-answers', workspace, answers, '--json'))
    expect(again).toMatchObject({ articles: 0, judgements: 0, comments: 0 })
  })
}

test('where a browser keeps nothing the page says so, and saved answers can be loaded back', async ({
  folder,
}) => {
  test.setTimeout(120_000)
  const { file } = await reviewFileIn(folder)
  const { page, faults, downloads, close } = await openInBrowser('chromium', file, folder)
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.accept()
  })
  try {
    await page.evaluateOnNewDocument(() =>
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new Error('There is none')
        },
      }),
    )
    await page.reload()
    await decideAll(page)
    expect(await wordsOf(page)).toContain('This browser keeps nothing for this file')
    await type(page, 's')
    await expect.poll(() => downloaded(downloads), { timeout: 20_000 }).not.toBe(null)
    await page.reload()
    expect(asked).toEqual([])
    await type(page, 'Rita')
    await page.keyboard.press('Enter')
    expect(await wordsOf(page)).toContain('0 of 4 marks decided here')
    const saved = (await downloaded(downloads)) ?? ''
    const loader = await page.waitForSelector('input[type=file]')
    await (loader as ElementHandle<HTMLInputElement>).uploadFile(saved)
    await expect.poll(() => wordsOf(page)).toContain('3 of 4 marks decided here')
    await page.reload()
    expect(asked).toEqual(['beforeunload'])
    expect(faults).toEqual([])
  } finally {
    await close()
  }
})

for (const name of Object.keys(BROWSERS) as BrowserName[]) {
  test(`two windows of one review file keep what is said in either, in ${name}`, async ({ folder }) => {
    test.setTimeout(120_000)
    const { file } = await reviewFileIn(folder)
    const { page: one, faults, close } = await openInBrowser(name, file, folder)
    try {
      await type(one, 'Rita')
      await one.keyboard.press('Enter')
      const other = await one.browser().newPage()
      await other.goto(one.url())
      await other.waitForSelector('header')
      await one.bringToFront()
      await type(one, 'ja')
      await expect.poll(() => wordsOf(other)).toContain('1 of 4 marks decided here')
      await other.bringToFront()
      await type(other, 'jjx')
      await expect.poll(() => wordsOf(one)).toContain('2 of 4 marks decided here')
      await one.bringToFront()
      await type(one, 'ja')
      await expect.poll(() => wordsOf(other)).toContain('3 of 4 marks decided here')
      for (const page of [one, other]) {
        await page.reload()
        await page.waitForSelector('header')
        expect(await wordsOf(page)).toContain('3 of 4 marks decided here')
      }
      expect(faults).toEqual([])
    } finally {
      await close()
    }
  })
}

test('two annotators’ marks with the same ids are gone to and decided one by one', async ({ folder }) => {
  test.setTimeout(120_000)
  const text = 'Ferry pledge\n\nNorland will pay for ships.'
  const marks = [
    { label: 'actor', words: 'Norland' },
    { label: 'commitment', words: 'will pay for ships' },
  ] as const
  const workspace = await makeMarkedWorkspace(folder, { text, marks })
  const [article] = listArticles(workspace)
  await writeMarks(workspace, article?.id ?? '', { annotator: 'Zoe', text, marks })
  const file = path.join(folder, 'review.html')
  glosswright('review-file', workspace, '--annotators', `${MARKER},Zoe`, '--out', file)
  const { page, faults, downloads, close } = await openInBrowser('chromium', file, folder)
  try {
    await type(page, 'Rita')
    await page.keyboard.press('Enter')
    // A decision goes on to the next mark, a rejection once its reason is given.
    await type(page, 'jxNo.')
    await page.keyboard.press('Enter')
    await type(page, 'axNo.')
    await page.keyboard.press('Enter')
    await type(page, 'a')
    expect(await wordsOf(page)).toContain('4 of 4 marks decided here')
    await type(page, 's')
    await expect.poll(() => downloaded(downloads), { timeout: 20_000 }).not.toBe(null)
    expect(faults).toEqual([])
  } finally {
    await close()
  }
  glosswright('review-answers', workspace, (await downloaded(downloads)) ?? '')
  const said = path.join(workspace, 'annotators', 'Rita', 'reviews', `${article?.id}.json`)
  const { judgements } = JSON.parse(await readFile(said, 'utf8'))
  const about = judgements.map((one: { outcome: string; about: { annotator: string; id: string }[] }) =>
    [one.outcome, one.about[0]?.annotator, one.about[0]?.id].join(' '),
  )
  expect(about.toSorted()).toEqual([
    'accepted Zoe mark-0',
    'accepted Zoe mark-1',
    `rejected ${MARKER} mark-0`,
    `rejected ${MARKER} mark-1`,
  ])
})

type Said = { readonly id: string; readonly proposal?: { readonly text: string } }

/** What the workspace holds is what the reviewer's file says, word by word. */
async function expectAllSaid(workspace: string, answers: string): Promise<void> {
  const [article] = listArticles(workspace)
  const [answered] = JSON.parse(await readFile(answers, 'utf8')).articles
  const file = path.join(workspace, 'annotators', 'Rita', 'reviews', `${article?.id}.json`)
  const { judgements, comments } = JSON.parse(await readFile(file, 'utf8'))
  const byId = (all: readonly Said[]) => all.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  expect(byId(judgements)).toEqual(byId(answered.judgements))
  expect(comments).toEqual(answered.comments)
  const outcomes = answered.judgements.map(({ outcome, reason, proposal }: Record<string, unknown>) => [
    outcome,
    reason ?? (proposal as Said['proposal'])?.text,
  ])
  expect(outcomes.toSorted()).toEqual([
    ['accepted', undefined],
    ['changed', 'denied it'],
    ['rejected', 'Nobody promised <b>that</b>.'],
  ])
}
