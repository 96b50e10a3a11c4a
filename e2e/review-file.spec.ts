import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { axeFaults } from './axe-faults.ts'
import { Desk } from './desk.ts'
import { dropFiles } from './drop.ts'
import { test } from './fixture.ts'
import { MARKER, makeMarkedWorkspace, signIn } from './marked-workspace.ts'
import { idOf } from './workspace.ts'

const TEXT = 'Ferry pledge\n\nNorland will pay for ships.\n'

/** The one judgement of a reviewer's file of answers: the first mark is rejected. */
async function answersFile(folder: string, workspace: string): Promise<string> {
  const id = idOf(workspace, 'Ferry pledge')
  const manifest = JSON.parse(await readFile(path.join(workspace, 'glosswright.json'), 'utf8'))
  const record = JSON.parse(await readFile(path.join(workspace, 'annotators', MARKER, `${id}.json`), 'utf8'))
  const [mark] = record.annotations
  const judgement = {
    ...{ id: 'file-1', outcome: 'rejected', reason: 'Too vague.', by: 'Rita' },
    about: [{ annotator: MARKER, id: mark.id, as: mark }],
    created: '2026-03-01T00:00:00.000Z',
  }
  const answers = {
    ...{ format: 'glosswright/review-answers', version: 1 },
    offsets: { unit: 'codepoint', end: 'exclusive' },
    ...{ workspace: { id: manifest.id, name: 'x' }, data: 'ab'.repeat(32), reviewer: 'Rita' },
    saved: '2026-03-02T00:00:00.000Z',
    articles: [
      { id, title: 'Ferry pledge', sha256: record.article.sha256, judgements: [judgement], comments: [] },
    ],
  }
  const file = path.join(folder, 'answers.json')
  await mkdir(folder, { recursive: true })
  await writeFile(file, JSON.stringify(answers))
  return file
}

const answers = (page: Page) => page.getByRole('region', { name: 'Take answers' })
const maker = (page: Page) => page.getByRole('region', { name: 'Make a review file' })

async function command(page: Page, typed: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await page.keyboard.type(typed)
  await page.keyboard.press('Enter')
}

test.beforeEach(({ profile }) => signIn(profile))

test('a review file is made, and dropped answers are looked at, taken and taken back', async ({
  launch,
  folder,
}) => {
  const workspace = await makeMarkedWorkspace(folder, {
    text: TEXT,
    marks: [{ label: 'actor', words: 'Norland' }],
  })
  const desk = new Desk(await launch({ workspace }))
  const { page } = desk
  await expect(desk.text).toBeVisible()
  await command(page, 'make a review file')
  await expect(maker(page).getByRole('checkbox', { name: MARKER })).toBeFocused()
  const file = path.join(folder, 'review.html')
  await maker(page).getByRole('checkbox', { name: MARKER }).check()
  await desk.answerSaveDialog(file)
  await maker(page).getByRole('button', { name: 'Make a review file…' }).click()
  await expect(maker(page).getByRole('status')).toContainText('1 mark in 1 article')
  expect(await readFile(file, 'utf8')).toContain("default-src 'none'")
  await dropFiles(page, [await answersFile(folder, workspace)])
  await expect(answers(page)).toContainText('1 mark rejected')
  expect(await axeFaults(desk)).toEqual([])
  await answers(page).getByRole('button', { name: 'Take these answers' }).click()
  await expect(answers(page).getByRole('status')).toContainText('Taken from Rita: 1 decision')
  const reviews = path.join(
    workspace,
    'annotators',
    'Rita',
    'reviews',
    `${idOf(workspace, 'Ferry pledge')}.json`,
  )
  expect(JSON.parse(await readFile(reviews, 'utf8')).judgements).toHaveLength(1)
  await page.keyboard.press('Control+z')
  await expect.poll(() => readdir(path.join(workspace, 'annotators'))).toEqual([MARKER])
  await expect(page.getByText(/^Undone: /)).toBeVisible()
})

test('commands lead to where a file is made and answers are taken, from an open article too', async ({
  launch,
  folder,
}) => {
  test.slow()
  const workspace = await makeMarkedWorkspace(folder, {
    text: TEXT,
    marks: [{ label: 'actor', words: 'Norland' }],
  })
  await signIn(path.join(folder, 'rita'), 'Rita')
  const desk = new Desk(await launch({ workspace, userData: path.join(folder, 'rita') }))
  const { page } = desk
  await expect(desk.text).toBeVisible()
  const takes = answers(page).getByRole('button', { name: 'Take answers…' })
  await command(page, 'take answers')
  const list = page.getByRole('listbox', { name: 'Articles to review' })
  await expect(list).toBeVisible()
  await expect(takes).toBeFocused()
  await list.press('Enter')
  await expect(page.getByRole('region', { name: 'Article under review' })).toBeVisible()
  await command(page, 'take answers')
  await expect(takes).toBeFocused()
  await expect(list).toBeVisible()
  await command(page, 'make a review file')
  await expect(maker(page).getByRole('checkbox', { name: MARKER })).toBeFocused()

  const merges = page.getByRole('button', { name: 'Choose a folder…' })
  await command(page, 'merge a colleague')
  await expect(merges).toBeFocused()
  const name = page.getByRole('combobox', { name: 'Annotate as' })
  await command(page, 'annotate as somebody')
  await expect(name).toBeFocused()
  await command(page, 'take answers')
  await expect(takes).toBeFocused()
  await page.getByRole('tab', { name: 'Team' }).click()
  await expect(name).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Team' })).toBeFocused()
})
