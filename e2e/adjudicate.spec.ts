import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { axeFaults } from './axe-faults.ts'
import { Desk } from './desk.ts'
import { test } from './fixture.ts'
import { makeSharedWorkspace, type Opinions, signInAs } from './several-annotators.ts'
import { glosswright, idOf } from './workspace.ts'

const FERRY =
  'The ferry is late\n\nThe mayor of Port Casse promised to pay the ferry crew.\n\nResidents accused the mayor of delay. The harbour master said nothing.\n'
const by = (mention: string) => ({ roles: { committer: [{ mention }] } })

/** Ada and Ben agree on the residents, and on nothing else quite. */
const OPINIONS: Opinions = {
  Ada: [
    ['a-mayor', 'actor', 'The mayor of Port Casse'],
    ['a-pay', 'commitment', 'promised to pay the ferry crew', by('a-mayor')],
    ['a-res', 'actor', 'Residents'],
    ['a-delay', 'accusation', 'accused the mayor of delay'],
    ['a-master', 'actor', 'The harbour master'],
  ],
  Ben: [
    ['b-mayor', 'actor', 'mayor of Port Casse'],
    ['b-pay', 'commitment', 'promised to pay the ferry crew', by('b-mayor')],
    ['b-res', 'actor', 'Residents'],
    ['b-delay', 'commitment', 'accused the mayor of delay'],
    ['b-said', 'accusation', 'said nothing'],
  ],
}

const BUS = 'The bus is early\n\nThe driver blamed the clock, and the clock blamed nobody.\n'
const ON_THE_BUS: Opinions = {
  Ada: [['a-driver', 'actor', 'The driver']],
  Ben: [['b-driver', 'actor', 'The driver']],
  Cem: null,
}

const open = (page: Page) => page.getByRole('region', { name: 'Article in adjudication' })
const card = (page: Page) => page.getByRole('region', { name: 'Difference' })
const list = (page: Page) => page.getByRole('listbox', { name: 'Articles to adjudicate' })

async function openAdjudication(desk: Desk): Promise<void> {
  await expect(desk.text).toBeVisible()
  await desk.page.keyboard.press('Control+7')
  await desk.page.getByRole('tab', { name: 'Adjudicate' }).click()
  await expect(list(desk.page)).toBeVisible()
  await expect(list(desk.page)).toBeFocused()
}

async function goldIn(workspace: string, title: string) {
  const file = path.join(workspace, 'annotators', 'gold', `${idOf(workspace, title)}.json`)
  return JSON.parse(await readFile(file, 'utf8'))
}

test.beforeEach(({ profile }) => signInAs(profile, 'Eva'))

const shared = (folder: string) =>
  makeSharedWorkspace(folder, [
    { text: BUS, opinions: ON_THE_BUS },
    { text: FERRY, opinions: OPINIONS },
  ])

test('differences are decided by keyboard alone, into gold, and taken back step by step', async ({
  launch,
  folder,
}) => {
  const workspace = await shared(folder)
  const desk = new Desk(await launch({ workspace }))
  const { page } = desk
  await openAdjudication(desk)
  await expect(list(page).getByRole('option', { name: 'The ferry is late' })).toContainText(
    '4 differences open',
  )
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(open(page)).toBeVisible()
  await expect(page.getByText('0 of 4 decided · 2 agreed · 0 to discuss')).toBeVisible()
  await expect(card(page)).toContainText('Differs: other words')
  expect(await axeFaults(desk)).toEqual([])

  await page.keyboard.press('r')
  await page.keyboard.type('with the article')
  await page.keyboard.press('Enter')
  await page.keyboard.press('1')
  await expect(card(page)).toContainText('Differs: another label')
  await page.keyboard.press('e')
  await page.keyboard.press('3')
  await page.keyboard.press('Shift+E')
  await expect(page.getByRole('region', { name: 'Mark put right' })).toContainText('accused the mayor of')
  await page.keyboard.press('Enter')
  await expect(card(page)).toContainText('not marked by all')
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
  await expect.poll(async () => (await goldIn(workspace, 'The ferry is late')).annotations).toEqual([])
})

test('goes on after a restart where it was left, and shows what was changed since', async ({
  launch,
  folder,
}) => {
  const workspace = await shared(folder)
  const desk = new Desk(await launch({ workspace }))
  await openAdjudication(desk)
  await desk.page.keyboard.press('End')
  await desk.page.keyboard.press('Enter')
  await expect(card(desk.page)).toBeVisible()
  await desk.page.keyboard.press('2')
  await desk.page.keyboard.press('d')
  await expect(desk.page.getByText('1 of 4 decided · 2 agreed · 1 to discuss')).toBeVisible()
  await desk.saved()
  await desk.page.keyboard.press('Escape')
  await expect(list(desk.page).getByRole('option', { name: 'The ferry is late' })).toContainText(
    '2 differences open · 1 to discuss',
  )
  await desk.close()

  const again = new Desk(await launch({ workspace }))
  await openAdjudication(again)
  await again.page.keyboard.press('End')
  await again.page.keyboard.press('Enter')
  await expect(again.page.getByText('1 of 4 decided · 2 agreed · 1 to discuss')).toBeVisible()
  await again.page.keyboard.press('h')
  await expect(card(again.page)).toContainText('Annotator A')
  await expect(card(again.page)).not.toContainText('Ada')
})

test('a rule decides many at once, as it was shown before, in one step', async ({ launch, folder }) => {
  const workspace = await shared(folder)
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
  await list(page).focus()
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await goldIn(workspace, 'The bus is early')).annotations).toEqual([])
  expect((await goldIn(workspace, 'The ferry is late')).annotations).toEqual([])
})

test('says what to do where nobody else has annotated', async ({ launch, folder }) => {
  const workspace = await makeSharedWorkspace(folder, [{ text: BUS, opinions: { Ada: [] } }])
  const desk = new Desk(await launch({ workspace }))
  await expect(desk.text).toBeVisible()
  await desk.page.keyboard.press('Control+7')
  await desk.page.getByRole('tab', { name: 'Adjudicate' }).click()
  await expect(desk.page.getByText('There is nothing to adjudicate yet')).toBeVisible()
})
