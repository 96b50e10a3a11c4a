import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import type { Desk } from './desk.ts'
import { makeSharedWorkspace, type Opinions } from './several-annotators.ts'
import { idOf } from './workspace.ts'

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

export const BUS = 'The bus is early\n\nThe driver blamed the clock, and the clock blamed nobody.\n'
const ON_THE_BUS: Opinions = {
  Ada: [['a-driver', 'actor', 'The driver']],
  Ben: [['b-driver', 'actor', 'The driver']],
  Cem: null,
}

export const adjudicated = (page: Page): Locator =>
  page.getByRole('region', { name: 'Article in adjudication' })
export const differenceCard = (page: Page): Locator => page.getByRole('region', { name: 'Difference' })
export const adjudicationList = (page: Page): Locator =>
  page.getByRole('listbox', { name: 'Articles to adjudicate' })

export async function openAdjudication(desk: Desk): Promise<void> {
  await expect(desk.text).toBeVisible()
  await desk.page.keyboard.press('Control+7')
  await desk.page.getByRole('tab', { name: 'Adjudicate' }).click()
  await expect(adjudicationList(desk.page)).toBeVisible()
  await expect(adjudicationList(desk.page)).toBeFocused()
}

/** Opens “The ferry is late”. */
export async function openFerry(desk: Desk): Promise<void> {
  await openAdjudication(desk)
  await desk.page.keyboard.press('End')
  await desk.page.keyboard.press('Enter')
  await expect(differenceCard(desk.page)).toBeVisible()
}

export async function goldIn(workspace: string, title: string) {
  const file = path.join(workspace, 'annotators', 'gold', `${idOf(workspace, title)}.json`)
  return JSON.parse(await readFile(file, 'utf8'))
}

/** Two articles: in one all agree, in the other Ada and Ben differ four times. */
export const makeDifferingWorkspace = (folder: string): Promise<string> =>
  makeSharedWorkspace(folder, [
    { text: BUS, opinions: ON_THE_BUS },
    { text: FERRY, opinions: OPINIONS },
  ])
