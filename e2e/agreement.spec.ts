import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { adjudicationList, differenceCard } from './adjudication-desk.ts'
import { axeFaults } from './axe-faults.ts'
import { Desk } from './desk.ts'
import { test } from './fixture.ts'
import type { MarkSpec } from './marked-workspace.ts'
import { signIn } from './marked-workspace.ts'
import { makeTeamWorkspace, type TeamArticle } from './team-workspace.ts'
import { glosswright } from './workspace.ts'

const actor = (words: string): MarkSpec => ({ label: 'actor', words })
const pays: MarkSpec = { label: 'commitment', words: 'promised to pay the ferry crew' }

const FERRY: TeamArticle = {
  text: 'The ferry is late\n\nThe mayor of Port Casse promised to pay the ferry crew. Residents accused the mayor 👋 of delay.\n',
  marks: {
    Ana: [actor('The mayor of Port Casse'), pays, actor('Residents')],
    Bo: [actor('mayor of Port Casse'), pays],
    'Cy Ólafs': [actor('The mayor of Port Casse'), { ...pays, label: 'accusation' }],
  },
}

const HARBOUR: TeamArticle = {
  text: 'The harbour is open\n\nThe pilots thanked the harbour master.\n',
  marks: {
    Ana: [actor('The pilots'), actor('the harbour master')],
    Bo: [actor('The pilots'), actor('the harbour master')],
  },
}

const words = (page: Page) => page.getByRole('region', { name: 'In words' })
const compared = (page: Page) => page.getByRole('group', { name: 'Whom to compare' })
const list = (page: Page) => page.getByRole('listbox', { name: 'Articles by differences' })

/** As a person without a mouse does. */
async function openAgreement(desk: Desk): Promise<void> {
  const { page } = desk
  await expect(desk.text).toBeVisible()
  await page.keyboard.press('Control+7')
  await page.getByRole('tab', { name: 'Team' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Agreement', selected: true })).toBeFocused()
}

type Row = Readonly<Record<string, string>>

/** The rows of a table by its section, each cell by the head of its column. */
async function rowsIn(section: Locator): Promise<readonly Row[]> {
  const heads = await section.getByRole('columnheader').allTextContents()
  const rows = await section.locator('tbody').getByRole('row').all()
  return Promise.all(
    rows.map(async (row) => {
      const cells = await row.locator('th, td').allTextContents()
      return Object.fromEntries(heads.map((head, i) => [head, cells[i] ?? '']))
    }),
  )
}

const shown = (value: number | null): string => (value === null ? '–' : value.toFixed(2))

type Report = {
  readonly pairs: readonly {
    readonly a: string
    readonly b: string
    readonly articles: number
    readonly [measure: string]: unknown
  }[]
}

const told = (workspace: string, ...args: readonly string[]): Report =>
  JSON.parse(glosswright('agreement', workspace, ...args, '--json'))

test.beforeEach(({ profile }) => signIn(profile, 'Ana'))

test('three annotators are compared by keys alone, with the numbers of the command line', async ({
  launch,
  folder,
}) => {
  const workspace = await makeTeamWorkspace(folder, [HARBOUR, FERRY])
  const desk = new Desk(await launch({ workspace }))
  const { page } = desk
  await openAgreement(desk)

  await test.step('all of them', async () => {
    await expect(words(page)).toContainText('Ana, Bo and Cy Ólafs agree')
    await expect(words(page)).toContainText('3 annotators · 2 articles')
    const rows = await rowsIn(page.getByRole('region', { name: 'Two by two' }))
    const { pairs } = told(workspace)
    expect(rows.map((row) => [row.Annotators, row.Articles, row['Exact F1'], row.α, row.γ])).toEqual(
      pairs.map(({ a, b, articles, exactF1, alpha, gamma }) => [
        `${a} and ${b}`,
        String(articles),
        ...[exactF1, alpha, gamma].map((value) => shown(value as number | null)),
      ]),
    )
  })

  await test.step('two of them', async () => {
    await compared(page).getByRole('checkbox', { name: 'Cy Ólafs' }).focus()
    await page.keyboard.press('Space')
    await expect(words(page)).toContainText('2 annotators · 2 articles')
    const rows = await rowsIn(page.getByRole('region', { name: 'Measures' }))
    const [pair] = told(workspace, '--annotators', 'Ana,Bo').pairs
    expect(rows.map(({ Value }) => Value)).toEqual(
      ['exactF1', 'overlapF1', 'kappa', 'alpha', 'alphaU', 'gamma'].map((measure) =>
        shown(pair?.[measure] as number | null),
      ),
    )
  })

  await test.step('never fewer', async () => {
    await compared(page).getByRole('checkbox', { name: 'Bo' }).focus()
    await page.keyboard.press('Space')
    await expect(compared(page).getByRole('checkbox', { name: 'Bo' })).toBeChecked()
  })

  await test.step('where they differ most comes first, and Enter leads there', async () => {
    const titles = await list(page)
      .getByRole('option')
      .evaluateAll((options) => options.map((option) => option.getAttribute('aria-label')))
    expect(titles).toEqual(['The ferry is late', 'The harbour is open'])
    await list(page).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('tab', { name: 'Adjudicate', selected: true })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'The ferry is late' })).toBeVisible()
    await expect(differenceCard(page)).toContainText('Differs:')
    await page.keyboard.press('1')
    await expect(
      differenceCard(page).or(page.getByText('All differences of this article are decided')),
    ).not.toHaveCount(0)
    await page.keyboard.press('Escape')
    await expect(
      adjudicationList(page).getByRole('option', { name: 'The ferry is late', selected: true }),
    ).toContainText('1 of')
  })
})

test('what is marked meanwhile counts at once', async ({ launch, folder }) => {
  const workspace = await makeTeamWorkspace(folder, [HARBOUR])
  const desk = new Desk(await launch({ workspace }))
  await openAgreement(desk)
  const exact = desk.page.getByRole('region', { name: 'Measures' }).getByRole('row', { name: /^Exact F1/ })
  await expect(exact).toContainText('1.00')
  await desk.page.keyboard.press('Escape')
  await desk.mark('thanked', 'Commitment')
  await desk.page.keyboard.press('Control+7')
  await expect(exact).toContainText('0.80')
  await desk.page.keyboard.press('Control+Z')
  await expect(exact).toContainText('1.00')
})

test('the numbers are copied as a table', async ({ launch, folder }) => {
  const desk = new Desk(await launch({ workspace: await makeTeamWorkspace(folder, [HARBOUR, FERRY]) }))
  const { page } = desk
  await openAgreement(desk)
  await desk.button('Copy as table').press('Enter')
  await expect(page.getByText('The numbers are copied')).toBeVisible()
  const copied = await desk.running.app.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied).toMatch(/^Two by two\nAnnotators\tArticles\tExact F1/m)
  expect(copied).toMatch(/^Ana, Bo\t2\t/m)
})

test('says what is missing where there is nothing to compare', async ({ launch, folder }) => {
  const { marks, text } = HARBOUR
  const one = { text, marks: { Ana: marks.Ana ?? [] } }
  const workspace = await makeTeamWorkspace(folder, [one])
  const desk = new Desk(await launch({ workspace }))
  const { page } = desk
  await openAgreement(desk)
  await expect(page.getByText('There is one annotator to look at, “Ana”')).toBeVisible()
  expect(await axeFaults(desk)).toEqual([])
  await desk.button('Go to Team').press('Enter')
  await expect(page.getByRole('tab', { name: 'Team', selected: true })).toBeVisible()
  expect(await readdir(path.join(workspace, 'annotators'))).toEqual(['Ana'])
})

for (const theme of ['Light', 'Dark'] as const)
  test(`axe finds nothing wrong with agreement in the ${theme.toLowerCase()} theme`, async ({
    launch,
    folder,
  }) => {
    const workspace = await makeTeamWorkspace(folder, [HARBOUR, FERRY])
    const desk = new Desk(await launch({ workspace }))
    await expect(desk.text).toBeVisible()
    await desk.menu('View', `${theme} theme`)
    await expect.poll(() => desk.isDark()).toBe(theme === 'Dark')
    await openAgreement(desk)
    await expect(words(desk.page)).toBeVisible()
    expect(await axeFaults(desk)).toEqual([])
    await desk.page.getByRole('button', { name: 'Ana and Bo' }).press('Enter')
    await expect(words(desk.page)).toContainText('2 annotators')
    expect(await axeFaults(desk)).toEqual([])
  })
