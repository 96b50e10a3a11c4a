import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import {
  adjudicated,
  adjudicationList,
  BUS,
  differenceCard,
  goldIn,
  makeDifferingWorkspace,
  openAdjudication,
  openFerry,
} from './adjudication-desk.ts'
import { axeFaults } from './axe-faults.ts'
import { Desk } from './desk.ts'
import { test } from './fixture.ts'
import { signIn } from './marked-workspace.ts'
import { changeMarks, makeSharedWorkspace } from './several-annotators.ts'
import { glosswright, idOf } from './workspace.ts'

test.beforeEach(({ profile }) => signIn(profile, 'Eva'))

test('differences are decided by keyboard alone, into gold, and taken back step by step', async ({
  launch,
  folder,
}) => {
  const workspace = await makeDifferingWorkspace(folder)
  const desk = new Desk(await launch({ workspace }))
  const { page } = desk
  await openAdjudication(desk)
  await expect(adjudicationList(page).getByRole('option', { name: 'The ferry is late' })).toContainText(
    '4 differences open',
  )
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(adjudicated(page)).toBeVisible()
  await expect(page.getByText('0 of 4 decided · 2 agreed · 0 to discuss')).toBeVisible()
  await expect(differenceCard(page)).toContainText('Differs: other words')
  expect(await axeFaults(desk)).toEqual([])

  await page.keyboard.press('r')
  await page.keyboard.type('with the article')
  await page.keyboard.press('Enter')
  await page.keyboard.press('1')
  await expect(differenceCard(page)).toContainText('Differs: another label')
  await page.keyboard.press('e')
  await page.keyboard.press('3')
  await page.keyboard.press('Shift+E')
  await expect(page.getByRole('region', { name: 'Mark put right' })).toContainText('accused the mayor of')
  await page.keyboard.press('Enter')
  await expect(differenceCard(page)).toContainText('not marked by all')
  await page.keyboard.press('x')
  await page.keyboard.press('b')
  await expect(page.getByText('4 of 4 decided')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(
    page.getByText('“The ferry is late” is done in gold. 2 marks that all have the same came along.'),
  ).toBeVisible()

  const gold = await goldIn(workspace, 'The ferry is late')
  expect(gold.status).toBe('done')
  const told = gold.annotations.map((one: { label: string; text: string }) => `${one.label}: ${one.text}`)
  expect(told).toEqual([
    'actor: The mayor of Port Casse',
    'commitment: promised to pay the ferry crew',
    'actor: Residents',
    'accusation: accused the mayor of',
    'accusation: said nothing',
  ])
  expect(gold.annotations[0].origin).toEqual({ kind: 'adjudicated', by: 'Eva' })
  expect(gold.annotations[1].roles).toEqual({ committer: [{ mention: gold.annotations[0].id }] })
  const reviews = path.join(
    workspace,
    'annotators/gold/reviews',
    `${idOf(workspace, 'The ferry is late')}.json`,
  )
  const { judgements } = JSON.parse(await readFile(reviews, 'utf8'))
  expect(judgements.map(({ outcome }: { outcome: string }) => outcome).sort()).toEqual([
    'accepted',
    'accepted',
    'accepted',
    'accepted',
    'changed',
    'rejected',
  ])
  expect(judgements.find(({ reason }: { reason?: string }) => reason)?.reason).toBe('with the article')

  const out = path.join(folder, 'gold.json')
  glosswright('export', workspace, '--format', 'glosswright', '--gold', '--out', out)
  glosswright('validate', out)
  const dataset = await readFile(out, 'utf8')
  expect(dataset).toContain('"adjudicated"')
  expect(dataset).not.toContain('"Ben"')

  for (let left = 5; left > 0; left--) await page.keyboard.press('Control+z')
  await expect.poll(() => readdir(path.join(workspace, 'annotators'))).not.toContain('gold')
})

test('goes on after a restart where it was left, and shows what was changed since', async ({
  launch,
  folder,
}) => {
  const workspace = await makeDifferingWorkspace(folder)
  const desk = new Desk(await launch({ workspace }))
  await openAdjudication(desk)
  await desk.page.keyboard.press('End')
  await desk.page.keyboard.press('Enter')
  await expect(differenceCard(desk.page)).toBeVisible()
  await desk.page.keyboard.press('2')
  await desk.page.keyboard.press('d')
  await expect(desk.page.getByText('1 of 4 decided · 2 agreed · 1 to discuss')).toBeVisible()
  await desk.saved()
  await desk.page.keyboard.press('Escape')
  await expect(adjudicationList(desk.page).getByRole('option', { name: 'The ferry is late' })).toContainText(
    '2 differences open · 1 to discuss',
  )
  await desk.close()

  const again = new Desk(await launch({ workspace }))
  await openFerry(again)
  await expect(again.page.getByText('1 of 4 decided · 2 agreed · 1 to discuss')).toBeVisible()
  await again.page.keyboard.press('h')
  await expect(differenceCard(again.page)).toContainText('Annotator A')
  await expect(differenceCard(again.page)).not.toContainText('Ada')
  await again.close()

  await changeMarks(workspace, { title: 'The ferry is late', annotator: 'Ben' }, (mark) =>
    mark.id === 'b-mayor' ? { ...mark, note: 'only its mayor' } : mark,
  )
  const later = new Desk(await launch({ workspace }))
  await openAdjudication(later)
  await expect(adjudicationList(later.page).getByRole('option', { name: 'The ferry is late' })).toContainText(
    '3 differences open · 1 to discuss',
  )
  await later.page.keyboard.press('End')
  await later.page.keyboard.press('Enter')
  await expect(differenceCard(later.page)).toContainText('changed since: please decide again')
  await expect(later.page.getByText('0 of 4 decided · 2 agreed · 1 to discuss')).toBeVisible()
  await later.page.keyboard.press('2')
  await expect(later.page.getByText('1 of 4 decided · 2 agreed · 1 to discuss')).toBeVisible()
})

test('a rule decides many at once, as it was shown before, in one step', async ({ launch, folder }) => {
  const workspace = await makeDifferingWorkspace(folder)
  const desk = new Desk(await launch({ workspace }))
  const { page } = desk
  await openAdjudication(desk)
  await page.getByText('Decide many at once').click()
  await page.getByRole('button', { name: 'Show what that decides' }).click()
  const shown = page.getByRole('region', { name: 'What the rule decides' })
  await expect(shown).toContainText('3 groups in 2 articles would be decided.')
  await expect(shown).toContainText('Actor: “The driver” in The bus is early')
  expect(await axeFaults(desk)).toEqual([])
  await page.getByRole('button', { name: 'Decide 3 groups' }).click()
  await expect(page.getByText('Decided: 3 groups in 2 articles.')).toBeVisible()
  expect((await goldIn(workspace, 'The bus is early')).annotations).toHaveLength(1)
  await adjudicationList(page).focus()
  await page.keyboard.press('Control+z')
  await expect.poll(() => readdir(path.join(workspace, 'annotators'))).not.toContain('gold')
})

test('says what to do where nobody else has annotated', async ({ launch, folder }) => {
  const workspace = await makeSharedWorkspace(folder, [{ text: BUS, opinions: { Ada: [] } }])
  const desk = new Desk(await launch({ workspace }))
  await expect(desk.text).toBeVisible()
  await desk.page.keyboard.press('Control+7')
  await desk.page.getByRole('tab', { name: 'Adjudicate' }).click()
  await expect(desk.page.getByText('There is nothing to adjudicate yet')).toBeVisible()
})
