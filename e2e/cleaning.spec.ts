import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import { axeFaults } from './axe-faults.ts'
import { HARBOUR, makeCleanedWorkspace, PILOTS } from './cleaned-workspace.ts'
import { Desk } from './desk.ts'
import { test } from './fixture.ts'
import { glosswright } from './workspace.ts'

const SHARE = 'Share this article'
const LETTER = 'Subscribe to the Tide letter'

const line = ({ text }: Desk, words: string) => text.getByText(words)
const said = ({ page }: Desk, words: RegExp) => expect(page.getByText(words)).toBeVisible()

test('boilerplate is marked and given back by key, holds in the paper’s other articles, and is undone', async ({
  launch,
  folder,
}) => {
  test.slow()
  const workspace = await makeCleanedWorkspace(folder)
  let desk = new Desk(await launch({ workspace }))
  const keys = () => desk.page.keyboard
  await desk.openArticle(HARBOUR)
  await expect(line(desk, SHARE)).toBeHidden()

  await test.step('a row is reached by the caret’s keys and says why', async () => {
    await keys().press('Alt+2')
    await keys().press('Control+Home')
    for (let i = 0; i < 3; i++) await keys().press('ArrowDown')
    await said(desk, /^Folded boilerplate: a line that shares · 1 line\./)
  })

  await test.step('and given back to the article', async () => {
    await keys().press('z')
    await said(desk, /This belongs to the article again, and so it is in all articles of Strait Post; undo/)
    await expect(line(desk, SHARE)).toBeVisible()
    await desk.saved()
  })

  await test.step('a line is marked as a kind that a digit chooses', async () => {
    await desk.select(LETTER)
    await keys().press('Shift+Z')
    const kinds = desk.page.getByRole('dialog', { name: 'Boilerplate of which kind?' })
    await expect(kinds.getByRole('button', { name: 'other' })).toBeFocused()
    expect(await axeFaults(desk)).toEqual([])
    await keys().press('8')
    await said(desk, /This is boilerplate now \(newsletter\), and so it is in all articles of Strait Post/)
    await expect(line(desk, LETTER)).toBeHidden()
  })

  await test.step('words within a line are dimmed, of the kind that was chosen last', async () => {
    await desk.select('{tpl_17}')
    await keys().press('z')
    await said(desk, /boilerplate now \(newsletter\)/)
    await desk.saved()
  })

  await test.step('what is marked there is marked only where that is meant', async () => {
    await desk.select('{tpl_17}')
    await keys().press('1')
    await said(desk, /^This is boilerplate \(marked by hand\)\. Press the key again/)
    await expect(desk.annotations.getByRole('option')).toHaveCount(0)
    await keys().press('1')
    await expect(desk.annotation('Actor: {tpl_17}')).toBeVisible()
    await keys().press('Control+Z')
    await expect(desk.annotations.getByRole('option')).toHaveCount(0)
  })

  await test.step('in another article of the paper all of it holds, after a new start too', async () => {
    await desk.saved()
    await desk.close()
    desk = new Desk(await launch({ workspace }))
    await desk.openArticle(PILOTS)
    await expect(line(desk, SHARE)).toBeVisible()
    await expect(line(desk, LETTER)).toBeHidden()
    await keys().press('Shift+B')
    await said(desk, /^Only the main text is shown\.$/)
    await expect(line(desk, 'The port promised')).toBeVisible()
    await keys().press('Shift+B')
  })

  await test.step('the rules are listed by source, and one that goes does not hold any more', async () => {
    await keys().press('Control+5')
    await desk.page.getByRole('tab', { name: 'Cleaning rules' }).click()
    const rules = desk.page.getByRole('region', { name: 'Strait Post' }).getByRole('listitem')
    await expect(rules).toHaveCount(3)
    expect(await axeFaults(desk)).toEqual([])
    await desk.button(`Remove the rule “${LETTER}”`).focus()
    await keys().press('Enter')
    await expect(rules).toHaveCount(2)
    await keys().press('Control+1')
    await expect(line(desk, LETTER)).toBeVisible()
    await keys().press('Control+Z')
    await expect(line(desk, LETTER)).toBeHidden()
  })

  await test.step('undo takes all back', async () => {
    for (let i = 0; i < 3; i++) {
      await keys().press('Control+Z')
      await said(desk, /^Undone: /)
    }
    await expect(desk.page).toHaveTitle(`${HARBOUR} — Glosswright`)
    await expect(line(desk, SHARE)).toBeHidden()
    await expect(line(desk, LETTER)).toBeVisible()
    await desk.openArticle(PILOTS)
    await expect(line(desk, SHARE)).toBeHidden()
  })
})

for (const theme of ['Light', 'Dark'] as const) {
  test(`metadata is corrected where it is read, and shows where that was, in the ${theme.toLowerCase()} theme`, async ({
    launch,
    folder,
  }) => {
    test.slow()
    const workspace = await makeCleanedWorkspace(folder)
    const desk = new Desk(await launch({ workspace }))
    const { page } = desk
    await desk.menu('View', `${theme} theme`)
    await desk.openArticle(HARBOUR)
    const summary = desk.inspector.getByText('Strait Post · date not known')
    await summary.focus()
    await page.keyboard.press('Enter')
    const field = (name: string) => desk.inspector.getByRole('textbox', { name, exact: true })
    await expect(field('Byline')).toHaveValue('Tove Aldmark')
    await expect(desk.inspector.getByText('from the page’s JSON-LD, 95 % certain')).toBeVisible()
    await field('Byline').focus()
    await expect.poll(() => page.evaluate(() => CSS.highlights.get('pointed-out')?.size)).toBe(1)
    expect(await axeFaults(desk)).toEqual([])

    await field('Published').focus()
    await page.keyboard.type('some day in June')
    await expect(desk.inspector.getByRole('alert')).toHaveText(/^This is no date that is kept/)
    await page.keyboard.press('Control+A')
    await page.keyboard.type('June 14, 2016')
    await expect(desk.inspector.getByText('Strait Post · 2016-06-14')).toBeVisible()
    await expect(desk.article(HARBOUR)).toHaveAccessibleDescription(/2016-06-14/)
    await field('Publisher').focus()
    await expect(field('Published')).toHaveValue('2016-06-14')
    await desk.saved()
    await field('Publisher').fill('Tide Weekly')
    await expect(desk.inspector.getByText('Tide Weekly · 2016-06-14')).toBeVisible()
    await desk.button('Back to what was found: Strait Post').click()
    await expect(field('Publisher')).toHaveValue('Strait Post')
    expect(await axeFaults(desk)).toEqual([])
  })
}

test('the main texts are exported with a way back to the full ones', async ({ launch, folder }) => {
  const workspace = await makeCleanedWorkspace(folder)
  const desk = new Desk(await launch({ workspace }))
  await desk.openArticle(HARBOUR)
  await desk.mark('Vesteria', 'Actor')
  await desk.select(SHARE)
  await desk.page.keyboard.press('1')
  await desk.page.keyboard.press('1')
  await expect(desk.annotation(`Actor: ${SHARE}`)).toBeVisible()
  await desk.saved()
  const out = path.join(folder, 'main.json')
  await desk.answerSaveDialog(out)
  await desk.page.keyboard.press('Control+Shift+E')
  await said(desk, /^1 annotations of 2 articles are exported .* 1 in boilerplate are left out/)
  glosswright('validate', out)
  const { articles } = JSON.parse(await readFile(out, 'utf8'))
  const article = articles.find(({ title }: { readonly title: string }) => title === HARBOUR)
  const [mark] = article.annotations
  expect(article.text).not.toContain(SHARE)
  expect(article.text.slice(mark.start, mark.end)).toBe('Vesteria')
  const full = await readFile(path.join(workspace, 'articles', `${article.id}.txt`), 'utf8')
  for (const [start, at, length] of article.offsetMap)
    expect(article.text.slice(start, start + length)).toBe(full.slice(at, at + length))
})
