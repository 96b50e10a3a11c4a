import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import { Desk } from './desk.ts'
import { test } from './fixture.ts'
import { glosswright, idOf, makeWorkspace, recordFile, SAMPLES } from './workspace.ts'

const STRIKE_FILE = path.join(SAMPLES, 'port-strike-deal.txt')
const STRIKE = 'Dockers, terminal owners reach deal to end 19-day port strike'
const RIVER_FILE = path.join(SAMPLES, 'river-water-talks.txt')
const RIVER = 'Drevania offers winter water as Sarn River talks resume'

test('a note is kept whichever way its field is left', async ({ launch, folder }) => {
  const workspace = makeWorkspace(folder, STRIKE_FILE, RIVER_FILE)
  const desk = new Desk(await launch({ workspace }))
  await desk.openArticle(STRIKE)
  await desk.mark('Rosalind Achterby', 'Actor')
  await desk.mark('Emeric Faulds', 'Actor')
  await desk.page.keyboard.press('n')
  await desk.page.keyboard.type('left by a click in the list')
  await desk.annotation('Actor: Rosalind Achterby').click()
  await desk.page.keyboard.press('n')
  await desk.page.keyboard.type('left for another article')
  await desk.article(RIVER).click()
  await expect(desk.page).toHaveTitle(`${RIVER} — Glosswright`)
  await desk.article(STRIKE).click()
  const note = desk.card.getByRole('textbox', { name: 'Note' })
  await desk.annotation('Actor: Rosalind Achterby').click()
  await expect(note).toHaveValue('left for another article')
  await desk.annotation('Actor: Emeric Faulds').click()
  await expect(note).toHaveValue('left by a click in the list')
})

test('what was typed a moment before the window closes is there again', async ({ launch, folder }) => {
  const workspace = makeWorkspace(folder, STRIKE_FILE)
  const first = new Desk(await launch({ workspace }))
  await first.mark('Rosalind Achterby', 'Actor')
  await first.page.keyboard.press('n')
  await first.page.keyboard.type('a last thought')
  await first.close()
  const again = new Desk(await launch({ workspace }))
  await again.annotation('Actor: Rosalind Achterby').click()
  await expect(again.card.getByRole('textbox', { name: 'Note' })).toHaveValue('a last thought')
})

test('a title keeps its spaces while it is typed, and is undone in one go', async ({ launch, folder }) => {
  const workspace = makeWorkspace(folder, STRIKE_FILE)
  const desk = new Desk(await launch({ workspace }))
  const title = desk.inspector.getByRole('textbox', { name: 'Title' })
  await title.fill('')
  await title.pressSequentially('The strike ends')
  await expect(desk.page).toHaveTitle('The strike ends — Glosswright')
  await title.press('Enter')
  await expect(title).toHaveValue('The strike ends')
  await desk.page.keyboard.press('Control+Z')
  await expect(desk.page).toHaveTitle(`${STRIKE} — Glosswright`)
})

test('damaged annotations with no earlier version can be given up for a fresh start', async ({
  launch,
  folder,
}) => {
  const workspace = makeWorkspace(folder, STRIKE_FILE)
  const first = new Desk(await launch({ workspace }))
  await first.mark('Rosalind Achterby', 'Actor')
  await first.saved()
  await first.close()
  await writeFile(await recordFile(workspace, idOf(workspace, STRIKE)), '{"format":"gloss')
  const desk = new Desk(await launch({ workspace }))
  await expect(desk.alert).toContainText('is damaged')
  await desk.button('Start again without them').click()
  await expect(desk.alert).toHaveCount(0)
  await desk.mark('Emeric Faulds', 'Actor')
  await desk.saved()
  glosswright('check', workspace)
})

test('an article with a line too long to lay out says so, and the others open', async ({
  launch,
  folder,
}) => {
  const long = path.join(folder, 'long.txt')
  await writeFile(long, `One line\n${'word '.repeat(60_000)}`)
  const workspace = makeWorkspace(folder, long, STRIKE_FILE)
  const desk = new Desk(await launch({ workspace }))
  await desk.article('One line').click()
  await expect(desk.reader).toContainText('has a line of 300,000 characters')
  await desk.openArticle(STRIKE)
  await desk.mark('Rosalind Achterby', 'Actor')
})
