import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import { axeFaults } from './axe-faults.ts'
import { Desk } from './desk.ts'
import { test } from './fixture.ts'
import { makeWorkspace, SAMPLES } from './workspace.ts'

const STRIKE = 'Dockers, terminal owners reach deal to end 19-day port strike'

async function scrollsSideways({ page }: Desk): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
}

for (const theme of ['Light', 'Dark'] as const) {
  test(`axe finds nothing wrong in the ${theme.toLowerCase()} theme`, async ({ launch, folder }) => {
    test.slow()
    const workspace = makeWorkspace(folder)
    const desk = new Desk(await launch({ workspace }))
    const { page } = desk
    await expect(desk.reader).toContainText('There are no articles here yet.')
    await desk.menu('View', `${theme} theme`)
    await expect.poll(() => desk.isDark()).toBe(theme === 'Dark')
    await test.step('an empty workspace', async () => {
      expect(await axeFaults(desk)).toEqual([])
    })
    await test.step('the report of an import', async () => {
      const empty = path.join(folder, 'empty.txt')
      await writeFile(empty, '')
      await desk.answerOpenDialog([path.join(SAMPLES, 'port-strike-deal.txt'), empty])
      await page.keyboard.press('Control+I')
      await expect(page.getByRole('dialog', { name: 'What was imported' })).toBeVisible()
      expect(await axeFaults(desk)).toEqual([])
      await page.keyboard.press('Escape')
    })
    await test.step('reading', async () => {
      await expect(page).toHaveTitle(`${STRIKE} — Glosswright`)
      expect(await axeFaults(desk)).toEqual([])
    })
    await test.step('marks, one selected, and words found', async () => {
      await desk.mark('Dockers United', 'Actor')
      await desk.mark('Dockers United promised not to strike again before 2029', 'Commitment')
      await desk.mark('The union had accused Harbor Terminals of hiring guards', 'Accusation')
      await page.keyboard.press('u')
      await page.keyboard.press('Control+F')
      await desk.find.fill('pickets')
      expect(await axeFaults(desk)).toEqual([])
      await page.keyboard.press('Escape')
      await page.keyboard.press('j')
      await expect(desk.card).toBeVisible()
      expect(await axeFaults(desk)).toEqual([])
    })
    await test.step('a pattern that is none, and a filter that nothing fits', async () => {
      await page.keyboard.press('Control+F')
      await page.keyboard.press('Alt+R')
      await desk.find.fill('(pickets')
      await desk.filter.fill('nobody')
      await desk.inspector.getByRole('button', { name: 'Only Actor' }).press('Space')
      await expect(desk.inspector).toContainText('No annotation fits this filter.')
      expect(await axeFaults(desk)).toEqual([])
      await desk.inspector.getByRole('button', { name: 'Clear filter' }).press('Enter')
      await desk.find.focus()
      await page.keyboard.press('Alt+R')
      await page.keyboard.press('Escape')
    })
    await test.step('the dialogs', async () => {
      for (const [menu, item, title] of [
        ['Help', 'Keyboard', 'Keyboard'],
        ['Help', 'Command palette', 'Command palette'],
        ['Go', 'Go to article…', 'Go to article'],
        ['Help', 'About Glosswright', 'About Glosswright'],
        ['View', 'Guidelines', 'Guidelines'],
        ['File', 'Change my name…', 'Your name'],
      ] as const) {
        await desk.menu(menu, item)
        await expect(page.getByRole('dialog', { name: title })).toBeVisible()
        expect(await axeFaults(desk)).toEqual([])
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toHaveCount(0)
      }
    })
    await test.step('letters that were found, and new keys that are asked for', async () => {
      await page.keyboard.press('Control+K')
      await page.keyboard.type('unsure')
      await expect(page.getByRole('option', { name: 'Unsure', exact: true })).toBeVisible()
      expect(await axeFaults(desk)).toEqual([])
      await page.keyboard.press('Escape')
      await page.keyboard.press('?')
      await page.getByRole('button', { name: 'Change the keys of Unsure' }).click()
      await page.keyboard.press('Control+C')
      expect(await axeFaults(desk)).toEqual([])
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
    })
    await test.step('why a folder cannot be opened', async () => {
      await desk.answerOpenDialog([path.join(folder, 'gone')])
      await page.getByRole('button', { name: 'Open…' }).click()
      await expect(page.getByRole('alert').filter({ hasText: 'There is no folder' })).toBeVisible()
      expect(await axeFaults(desk)).toEqual([])
    })
  })
}

test('every part has the name that people and screen readers know it by', async ({ launch, folder }) => {
  const desk = new Desk(
    await launch({ workspace: makeWorkspace(folder, path.join(SAMPLES, 'port-strike-deal.txt')) }),
  )
  const { page } = desk
  await expect(page).toHaveTitle(`${STRIKE} — Glosswright`)
  await desk.mark('Dockers United', 'Actor')
  await expect(page.getByRole('navigation', { name: 'Articles', exact: true })).toBeVisible()
  await expect(desk.article(STRIKE)).toHaveAttribute('data-article-id', /^[\w-]+-[0-9a-f]{8}$/)
  await expect(page.getByRole('main', { name: 'Reader', exact: true })).toBeVisible()
  await expect(desk.text).toHaveAttribute('aria-readonly', 'true')
  await expect(desk.labels.getByRole('button')).toHaveText([/Actor/, /Commitment/, /Accusation/])
  for (const label of ['Actor', 'Commitment', 'Accusation'] as const)
    await expect(desk.label(label)).toBeVisible()
  await expect(page.getByRole('complementary', { name: 'Inspector', exact: true })).toBeVisible()
  await expect(desk.annotations).toBeVisible()
  await expect(desk.annotation('Actor: Dockers United')).toBeVisible()
  await expect(page.getByRole('searchbox', { name: 'Find in article', exact: true })).toBeVisible()
  await desk.saved()
})

test('at twice the size nothing scrolls sideways, and all is still there', async ({ launch, folder }) => {
  const desk = new Desk(
    await launch({ workspace: makeWorkspace(folder, path.join(SAMPLES, 'port-strike-deal.txt')) }),
  )
  const { app, page } = desk.running
  await desk.mark('Dockers United', 'Actor')
  await desk.annotation('Actor: Dockers United').click()
  const wide = await page.evaluate(() => innerWidth)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2))
  await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThan(wide * 0.6)
  expect(await scrollsSideways(desk)).toBe(false)
  for (const part of [
    desk.text,
    desk.label('Accusation'),
    desk.find,
    desk.annotations,
    desk.status,
    desk.articles,
  ])
    await expect(part).toBeInViewport()
  await desk.select('Rosalind Achterby')
  await page.keyboard.press('1')
  await expect(desk.annotation('Actor: Rosalind Achterby')).toBeVisible()
  await desk.menu('Help', 'Keyboard')
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible()
  expect(await scrollsSideways(desk)).toBe(false)
})
