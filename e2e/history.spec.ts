import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { Desk } from './desk.ts'
import { test } from './fixture.ts'
import { press } from './presses.ts'
import { hashesIn, idOf, makeWorkspace, recordFile, SAMPLES } from './workspace.ts'

const FISHERIES = 'Norland, Vesteria sign accord on Skerry Bank cod after two-year standoff'

/** The item of the Edit menu that says what would be undone, or redone. */
const menuTitle = (desk: Desk, verb: 'Undo' | 'Redo'): Promise<string> =>
  desk.running.app.evaluate(({ Menu }, word) => {
    const edit = Menu.getApplicationMenu()?.items.find(({ label }) => label === 'Edit')
    return edit?.submenu?.items.find(({ label }) => label.startsWith(word))?.label ?? ''
  }, verb)

test('what was done is undone after a restart and a kill, across articles, to the very same files', async ({
  launch,
  folder,
  problems,
}) => {
  const workspace = makeWorkspace(folder, SAMPLES)
  const article = idOf(workspace, FISHERIES)
  let desk = new Desk(await launch({ workspace, args: ['--article', article] }))
  await desk.mark('Norland', 'Actor')
  await desk.mark('the quarrel', 'Accusation')
  await desk.saved()
  const before = await readFile(await recordFile(workspace, article), 'utf8')
  const others = await hashesIn(`${workspace}/articles`)

  await test.step('much is done to the article: made, shaped, cut in two, relabelled, noted, deleted', async () => {
    await desk.mark('open a joint licensing office, officials said, on', 'Commitment')
    await press(desk.page, 'e', 2)
    await desk.select(', officials said,')
    await press(desk.page, 'Shift+F')
    await press(desk.page, '3')
    await press(desk.page, 'n')
    await desk.page.keyboard.type('Who are they?')
    await press(desk.page, 'Escape')
    await press(desk.page, 'u')
    await press(desk.page, 'k')
    await press(desk.page, 'Delete')
    await press(desk.page, 's')
    await desk.saved()
    await expect.poll(() => menuTitle(desk, 'Undo')).toBe('Undo Status: done')
  })
  await desk.close()

  await test.step('and to another one, before the app is killed', async () => {
    desk = new Desk(await launch({ workspace }))
    const other = desk.articles.getByRole('option').nth(2)
    await other.click()
    await expect(other).toHaveAttribute('aria-selected', 'true')
    await desk.page.keyboard.press('Alt+2')
    await press(desk.page, 'Control+ArrowRight')
    await press(desk.page, '1')
    await expect(desk.annotations.getByRole('option')).toHaveCount(1)
    await desk.saved()
    await desk.running.kill()
    problems.length = 0
  })

  desk = new Desk(await launch({ workspace }))
  const notice = desk.page.getByText(/^(Undone|Done again): /)
  await expect.poll(() => menuTitle(desk, 'Undo')).toBe('Undo Mark as Actor')
  for (const name of [
    'Mark as Actor',
    'Status: done',
    'Delete Actor',
    'Mark as unsure',
    'Change note',
    'Relabel as Accusation',
    'Cut out of Commitment',
    'Adjust Commitment',
    'Mark as Commitment',
  ]) {
    await press(desk.page, 'Control+Z')
    await expect(notice).toHaveText(`Undone: ${name}.`)
  }
  await expect(desk.page).toHaveTitle(`${FISHERIES} — Glosswright`)
  await desk.saved()
  expect(await readFile(await recordFile(workspace, article), 'utf8')).toBe(before)
  expect(await hashesIn(`${workspace}/articles`)).toEqual(others)

  await test.step('and done again, all of it', async () => {
    await expect.poll(() => menuTitle(desk, 'Redo')).toBe('Redo Mark as Commitment')
    for (let i = 0; i < 8; i++) await press(desk.page, 'Control+Shift+Z')
    await expect(notice).toHaveText('Done again: Status: done.')
    await expect(desk.annotation('Accusation: open a joint licensing office … on the Tarnholm')).toBeVisible()
    await expect(desk.annotations.getByRole('option')).toHaveCount(2)
  })
})
