import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { Desk } from './desk.ts'
import { test } from './fixture.ts'
import { makeWorkspace } from './workspace.ts'

const STORY = 'The mayor keeps a promise\n\nThe mayor of Port Casse pledged to plant 40 trees.\n'

const imported = (page: Page) => page.getByRole('listbox', { name: 'Imported files' })

test('a table that nobody explains stops nothing else, and what is left out is named', async ({
  launch,
  folder,
}) => {
  const files = path.join(folder, 'mixed')
  await mkdir(files)
  await writeFile(path.join(files, 'odd.csv'), 'a;b\nTruce;Guns fell silent.\n')
  await writeFile(path.join(files, 'story.txt'), STORY)
  await writeFile(path.join(files, 'picture.png'), '')
  const desk = new Desk(await launch({ workspace: makeWorkspace(folder) }))
  const { page } = desk
  const sheet = page.getByRole('dialog', { name: 'What are these columns?' })
  await expect(desk.reader).toContainText('There are no articles here yet.')
  await desk.answerOpenDialog([files])
  await page.keyboard.press('Control+Shift+I')
  await expect(
    sheet.getByRole('checkbox', { name: 'Use for all files with these columns' }),
  ).not.toBeChecked()
  await page.keyboard.press('Escape')
  const report = page.getByRole('dialog', { name: 'What was imported' })
  await expect(report).toContainText('1 imported, 1 failed, 1 left out.')
  await expect(report).toContainText('“odd.csv” was left out: its columns were not chosen.')
  await expect(report).toContainText('Left out: picture.png.')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+5')
  await expect(page.getByText('Left out: picture.png.')).toBeVisible()

  await test.step('it is asked about again, remembered and forgotten', async () => {
    await imported(page).getByRole('option', { name: 'odd.csv', exact: true }).click()
    await imported(page).press('r')
    await sheet.getByRole('combobox', { name: 'Text' }).selectOption('b')
    await sheet.getByRole('checkbox').press('Space')
    await sheet.getByRole('button', { name: 'Import 1 articles' }).press('Enter')
    await expect(sheet).toBeHidden()
    await expect(desk.text).toContainText('Guns fell silent.')
    await page.keyboard.press('Control+5')
    await page.getByRole('button', { name: 'Forget remembered columns' }).press('Enter')
    await expect(page.getByText('What was remembered of columns is forgotten')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Forget remembered columns' })).toBeHidden()
  })
})

test('the tabs of Collect are reached from anywhere in it, and F6 leads back to the articles', async ({
  launch,
  folder,
}) => {
  const file = path.join(folder, 'story.txt')
  await writeFile(file, STORY)
  const desk = new Desk(await launch({ workspace: makeWorkspace(folder) }))
  const { page } = desk
  await expect(desk.reader).toContainText('There are no articles here yet.')
  await desk.answerOpenDialog([file])
  await page.keyboard.press('Control+I')
  await expect(desk.text).toBeFocused()
  await page.keyboard.press('Control+5')
  await expect(imported(page)).toBeFocused()
  const tab = (name: string) => page.getByRole('tab', { name, selected: true })
  await page.keyboard.press('Control+PageDown')
  await expect(tab('Alike')).toBeFocused()
  await page.keyboard.press('End')
  await expect(tab('Cleaning rules')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(tab('Imports')).toBeFocused()
  await page.keyboard.press('F6')
  await expect(desk.articles).toBeFocused()
})
