import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { Desk } from './desk.ts'
import { test } from './fixture.ts'
import { makeWorkspace, SAMPLES } from './workspace.ts'

const STRIKE = path.join(SAMPLES, 'port-strike-deal.txt')

/** A desk with one article of these lines in it. */
async function withArticle(folder: string, ...lines: readonly string[]): Promise<string> {
  const file = path.join(folder, 'article.txt')
  await writeFile(file, lines.join('\n'))
  return makeWorkspace(folder, file)
}

const option = (page: Page, name: string) => page.getByRole('search').getByRole('button', { name })
const count = (page: Page) => page.getByRole('search')

test('words are found whole, in their case or by a pattern, and the choice stays', async ({
  launch,
  folder,
}) => {
  const workspace = await withArticle(
    folder,
    'Ports',
    '',
    'The port of Port Ray. Reports of PORT fees.',
    'end',
  )
  const desk = new Desk(await launch({ workspace }))
  const { page } = desk
  await expect(desk.text).toBeVisible()
  await page.keyboard.press('Control+F')
  await page.keyboard.type('port')
  await expect(count(page)).toHaveText('1 of 5')
  await page.keyboard.press('Alt+W')
  await expect(option(page, 'Whole words')).toHaveAttribute('aria-pressed', 'true')
  await expect(count(page)).toHaveText('1 of 3')
  await page.keyboard.press('Alt+C')
  await expect(option(page, 'Match case')).toHaveAttribute('aria-pressed', 'true')
  await expect(count(page)).toHaveText('1 of 1')

  // The choice is still there when the field is opened again, and can be taken back.
  await page.keyboard.press('Escape')
  await expect.poll(() => desk.selection()).toBe('port')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Control+F')
  await expect(count(page)).toHaveText('1 of 1')
  await page.keyboard.press('Alt+C')
  await page.keyboard.press('Alt+W')
  await expect(count(page)).toHaveText(/of 5/)

  await page.keyboard.press('Alt+R')
  await desk.find.fill('^The \\p{L}+|p[oO]rt (of|ray)')
  await expect(count(page)).toHaveText('2 of 2')
  await option(page, 'Next match').click()
  await option(page, 'Previous match').click()
  await expect(count(page)).toHaveText('1 of 2')
  await expect(desk.find).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(desk.text).toBeFocused()
  await expect.poll(() => desk.selection()).toBe('The port')

  // The search goes on from the text.
  await page.keyboard.press('F3')
  await expect.poll(() => desk.selection()).toBe('Port Ray')
  await expect(desk.text).toBeFocused()
  await page.keyboard.press('Shift+F3')
  await expect.poll(() => desk.selection()).toBe('The port')
})

test('what a pattern finds is marked by the keys that follow, however fast they come', async ({
  launch,
  folder,
}) => {
  const workspace = await withArticle(
    folder,
    'Ships',
    '',
    'Three tugs, twelve ferries and one dredger lay idle.',
  )
  const desk = new Desk(await launch({ workspace }))
  const { page } = desk
  await expect(desk.text).toBeVisible()
  await page.keyboard.press('Control+F')
  await page.keyboard.press('Alt+R')
  await desk.find.fill('twelve \\w+')
  await page.keyboard.press('Escape')
  await expect(desk.text).toBeFocused()
  await page.keyboard.press('1')
  await expect(desk.annotation('Actor: twelve ferries')).toBeVisible()
  await page.keyboard.press('Control+F')
  await desk.find.fill('\\bo\\w+ \\w+')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(desk.text).toBeFocused()
  await page.keyboard.press('3')
  await expect(desk.annotation('Accusation: one dredger')).toBeVisible()
})

test('a pattern that cannot be searched for says what is wrong with it', async ({ launch, folder }) => {
  const desk = new Desk(await launch({ workspace: makeWorkspace(folder, STRIKE) }))
  const { page } = desk
  await expect(desk.text).toBeVisible()
  await page.keyboard.press('Control+F')
  await page.keyboard.press('Alt+R')
  await page.keyboard.type('(un')
  await expect(desk.find).toHaveAccessibleDescription(
    'This is not a regular expression yet: unterminated group.',
  )
  await page.keyboard.type('ion)')
  await expect(desk.find).toHaveAccessibleDescription('')
  await expect(count(page)).toHaveText(/^1 of \d+$/)
})

test('a pattern that would never end is stopped, and the desk stays usable meanwhile', async ({
  launch,
  folder,
}) => {
  const workspace = await withArticle(folder, 'Long', '', `${'a'.repeat(5_000)}!`, 'Ana Ruiz agreed.')
  const desk = new Desk(await launch({ workspace }))
  const { page } = desk
  await expect(desk.text).toBeVisible()
  await page.keyboard.press('Control+F')
  await page.keyboard.press('Alt+R')
  await desk.find.fill('(a+)+$')
  await page.keyboard.press('Escape')
  // The result is awaited in the field: no key can mark anything, and the desk answers.
  await page.keyboard.press('1')
  await expect(desk.find).toBeFocused()
  await expect(desk.find).toHaveValue('(a+)+$')
  expect(await page.evaluate(() => 1 + 1)).toBe(2)
  await expect(desk.find).toHaveAccessibleDescription(
    'This pattern took longer than a second and was stopped. Try a simpler one.',
  )
  await expect(desk.annotations.getByRole('option')).toHaveCount(0)

  await desk.find.fill('r\\w+z')
  await expect(count(page)).toHaveText('1 of 1')
  await page.keyboard.press('Escape')
  await expect.poll(() => desk.selection()).toBe('Ruiz')
})

test('what is found too late for its article is dropped', async ({ launch, folder }) => {
  const first = path.join(folder, 'first.txt')
  await writeFile(first, `A long line\n\n${'a'.repeat(5_000)}!\nAna`)
  const desk = new Desk(await launch({ workspace: makeWorkspace(folder, first, STRIKE) }))
  const { page } = desk
  await desk.openArticle('A long line')
  await page.keyboard.press('Control+F')
  await page.keyboard.press('Alt+R')
  await desk.find.fill('(a+)+$')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(page).toHaveTitle(/^Dockers/)
  await expect(desk.find).toHaveValue('')
  await page.waitForTimeout(1_200)
  await expect(desk.find).toHaveAccessibleDescription('')
  await expect(desk.find).toHaveValue('')
  await desk.find.fill('un\\w+n')
  await expect(count(page)).toHaveText(/^1 of \d+$/)
})

test('more matches than anybody walks through are said to be more', async ({ launch, folder }) => {
  const workspace = await withArticle(
    folder,
    'Many',
    '',
    ...Array.from({ length: 200 }, () => 'a '.repeat(60)),
  )
  const desk = new Desk(await launch({ workspace }))
  const { page } = desk
  await expect(desk.text).toBeVisible()
  await page.keyboard.press('Control+F')
  await page.keyboard.type('a')
  await expect(count(page)).toHaveText('1 of more than 10,000')
})

test('the annotations are filtered, walked and taken up again by keys alone', async ({ launch, folder }) => {
  const desk = new Desk(await launch({ workspace: makeWorkspace(folder, STRIKE) }))
  const { page } = desk
  const rows = desk.annotations.getByRole('option')
  const selected = desk.annotations.getByRole('option', { selected: true })
  await desk.mark('Dockers United', 'Actor')
  await page.keyboard.press('u')
  await desk.mark('Dockers United promised not to strike again before 2029', 'Commitment')
  await desk.mark('Harbor Terminals', 'Actor')
  await page.keyboard.press('n')
  await page.keyboard.type('owned by the city')
  await page.keyboard.press('Escape')
  await desk.mark('The union had accused Harbor Terminals of hiring guards', 'Accusation')
  await expect(rows).toHaveCount(4)

  // Words of the mark, whatever their case, or of its note.
  await page.keyboard.press('l')
  await expect(desk.filter).toBeFocused()
  await page.keyboard.type('CITY')
  await expect.poll(() => desk.annotationNames()).toEqual(['Actor: Harbor Terminals'])
  await expect(desk.inspector).toContainText('1 of 4')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('dockers')
  const dockers = await desk.annotationNames()
  expect(dockers).toHaveLength(2)

  // The arrows walk what is listed; Enter goes on in the text, where J and K do.
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  const first = await selected.getAttribute('aria-label')
  await page.keyboard.press('ArrowDown')
  await expect(selected).not.toHaveAccessibleName(String(first))
  await page.keyboard.press('ArrowUp')
  await expect(selected).toHaveAccessibleName(String(first))
  await expect(desk.filter).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(desk.text).toBeFocused()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await expect(selected).toHaveAccessibleName(String(first))

  // What is marked now stays selected, listed or not.
  await desk.select('Rosalind Achterby')
  await page.keyboard.press('1')
  await expect(desk.card).toContainText('Rosalind Achterby')
  await expect(selected).toHaveCount(0)
  await expect(rows).toHaveCount(2)

  // The chips are reached from the field; Escape empties it, and then goes back to the text.
  await page.keyboard.press('l')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect(desk.inspector.getByRole('button', { name: 'Only Actor' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect.poll(() => desk.annotationNames()).toEqual(['Actor: Dockers United'])
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Escape')
  await expect(desk.filter).toHaveValue('')
  await expect(rows).toHaveCount(3)
  await expect(desk.filter).toBeFocused()
  await page.keyboard.type('nobody')
  await expect(desk.inspector).toContainText('No annotation fits this filter.')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(desk.filter).toBeFocused()
  await expect(rows).toHaveCount(5)
  await page.keyboard.press('Escape')
  await expect(desk.text).toBeFocused()
})
