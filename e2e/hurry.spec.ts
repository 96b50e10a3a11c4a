import { readFile, writeFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { Desk } from './desk.ts'
import { test } from './fixture.ts'
import { press } from './presses.ts'
import { idOf, makeWorkspace, recordFile, SAMPLES, showArticle } from './workspace.ts'

const FISHERIES = 'Norland, Vesteria sign accord on Skerry Bank cod after two-year standoff'

test('fragments are added by key, and are what the files hold', async ({ launch, folder }) => {
  const workspace = makeWorkspace(folder, SAMPLES)
  const id = idOf(workspace, FISHERIES)
  const desk = new Desk(await launch({ workspace, args: ['--article', id] }))
  await desk.mark('open a joint licensing office', 'Commitment')
  await desk.select('on the Tarnholm waterfront')
  await press(desk.page, 'f')
  const name = 'Commitment: open a joint licensing office … on the Tarnholm waterfront'
  await expect(desk.annotation(name)).toHaveAttribute('aria-selected', 'true')
  await desk.saved()
  const [annotation] = showArticle(workspace, id).annotations
  expect(annotation?.fragments?.map(({ text }) => text)).toEqual([
    'open a joint licensing office',
    'on the Tarnholm waterfront',
  ])
})

test('the keys typed right behind Ctrl+K are meant for the palette, from the first time on', async ({
  launch,
  folder,
}) => {
  const workspace = makeWorkspace(folder, SAMPLES)
  const desk = new Desk(await launch({ workspace, args: ['--article', idOf(workspace, FISHERIES)] }))
  await desk.mark('Norland', 'Actor')
  // The palette is read once the page has nothing else to do.
  await desk.page.waitForTimeout(1_500)
  await press(desk.page, 'Control+K')
  await desk.page.keyboard.type('unsure')
  await press(desk.page, 'Enter')
  await expect(desk.annotation('Actor: Norland')).toHaveAccessibleDescription(/^unsure/)
})

test('undo leaves damaged annotations and what was done to them alone', async ({ launch, folder }) => {
  const workspace = makeWorkspace(folder, SAMPLES)
  const id = idOf(workspace, FISHERIES)
  let desk = new Desk(await launch({ workspace, args: ['--article', id] }))
  await desk.mark('Norland', 'Actor')
  await desk.saved()
  await desk.close()
  const file = await recordFile(workspace, id)
  const good = await readFile(file)
  await writeFile(file, good.subarray(0, 40))
  desk = new Desk(await launch({ workspace, args: ['--article', id] }))
  await expect(desk.alert).toContainText('is damaged')
  await press(desk.page, 'Control+Z', 3)
  await desk.close()
  await writeFile(file, good)
  desk = new Desk(await launch({ workspace, args: ['--article', id] }))
  await expect(desk.annotation('Actor: Norland')).toBeVisible()
  await press(desk.page, 'Control+Z')
  await expect(desk.annotations.getByRole('option')).toHaveCount(0)
})

test('a key pressed before the next article is there changes nothing in the one before', async ({
  launch,
  folder,
}) => {
  const workspace = makeWorkspace(folder, SAMPLES)
  const id = idOf(workspace, FISHERIES)
  const desk = new Desk(await launch({ workspace, args: ['--article', id] }))
  await desk.mark('Norland', 'Actor')
  await desk.saved()
  // Both in one go, as fast as keys can be.
  await desk.page.evaluate(() => {
    const text = document.querySelector('[aria-label="Article text"]') as Element
    for (const init of [{ key: 'ArrowDown', altKey: true }, { key: 'Delete' }])
      text.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true }))
  })
  await expect(desk.page).not.toHaveTitle(`${FISHERIES} — Glosswright`)
  await desk.saved()
  expect(showArticle(workspace, id).annotations).toHaveLength(1)
})
