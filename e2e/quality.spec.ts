import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import { axeFaults } from './axe-faults.ts'
import { copyMarks } from './copied-marks.ts'
import { Desk } from './desk.ts'
import { test } from './fixture.ts'
import { MARKER, type MarkedArticle, makeMarkedWorkspace, signIn } from './marked-workspace.ts'
import { glosswright, makeWorkspace } from './workspace.ts'

const FERRY: MarkedArticle = {
  text: 'The ferry is late\n\nThe mayor of Port Casse promised to pay the ferry crew. Residents accused the mayor 👋 of delay.\n',
  marks: [
    { label: 'actor', words: 'The mayor of Port Casse' },
    { label: 'commitment', words: 'promised to pay the ferry crew', note: 'Is it a vow?' },
    { label: 'actor', words: 'the ferry crew' },
    { label: 'accusation', words: 'accused the mayor 👋 of delay', unsure: true },
  ],
}

async function showQuality({ page, text }: Desk): Promise<void> {
  await expect(text.or(page.getByText('There are no articles here yet.'))).toBeVisible()
  await page.keyboard.press('Control+7')
  await page.getByRole('tab', { name: 'Quality' }).click()
}

test.beforeEach(({ profile }) => signIn(profile))

test('says what the marks of all and of each are like, and writes that as Markdown', async ({
  launch,
  folder,
}) => {
  const workspace = await makeMarkedWorkspace(folder, FERRY)
  await copyMarks(workspace, MARKER, 'Bo', (marks) => marks.slice(0, 1))
  await copyMarks(workspace, MARKER, 'gold')
  const desk = new Desk(await launch({ workspace }))
  const { page } = desk
  await showQuality(desk)
  await expect(page.getByText('5 annotations on 1 article by 2 annotators, and the gold')).toBeVisible()
  const rows = page.getByRole('region', { name: 'All annotations' }).getByRole('row')
  await expect(rows.filter({ hasText: MARKER })).toContainText(/1\s*25 %/)
  await expect(rows.getByRole('rowheader')).toHaveText(['All', 'Bo', MARKER, 'gold'])
  const pledges = page.getByRole('region', { name: 'Commitment, by annotator' })
  await expect(pledges.getByRole('columnheader', { name: 'Committer' })).toBeVisible()
  await expect(pledges.getByRole('row').filter({ hasText: MARKER })).toContainText('30 (30–30)')
  expect(await axeFaults(desk)).toEqual([])
  const file = path.join(folder, 'quality.md')
  await desk.answerSaveDialog(file)
  await page.getByRole('button', { name: 'Save as Markdown…' }).click()
  await expect(page.getByText(`Saved as “${file}”.`)).toBeVisible()
  const markdown = await readFile(file, 'utf8')
  expect(markdown).toContain('# Quality of Coastal desk')
  expect(markdown).toContain(`|  | All | Bo | ${MARKER} | gold |`)
  expect(markdown).toContain('| Unsure | 1 (20 %) | 0 (0 %) | 1 (25 %) | 1 (25 %) |')
})

test('a workspace in which nothing is marked yet says what will be here', async ({ launch, folder }) => {
  const desk = new Desk(await launch({ workspace: makeWorkspace(folder) }))
  await showQuality(desk)
  await expect(desk.page.getByText(/^Nobody has marked anything yet\./)).toBeVisible()
  expect(await axeFaults(desk)).toEqual([])
})

test('the card of an exported dataset says the same of what was exported', async ({ folder }) => {
  const workspace = await makeMarkedWorkspace(folder, FERRY)
  await copyMarks(workspace, MARKER, 'Bo', (marks) => marks.slice(0, 1))
  const out = path.join(folder, 'dataset')
  glosswright('export', workspace, '--format', 'huggingface', '--annotator', 'Bo', '--out', out)
  const card = await readFile(path.join(out, 'README.md'), 'utf8')
  const section = card.slice(card.indexOf('## Quality'), card.indexOf('## Scheme'))
  expect(section).toContain('|  | Bo |')
  expect(section).toContain('| Annotations | 1 |')
  expect(section).not.toContain(MARKER)
})
