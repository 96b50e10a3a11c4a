import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Locator } from '@playwright/test'
import { axeFaults } from './axe-faults.ts'
import { Desk } from './desk.ts'
import { test } from './fixture.ts'
import { MARKER, makeMarkedWorkspace, signIn } from './marked-workspace.ts'
import { idOf } from './workspace.ts'

const TITLE = 'Ferries to sail again'
const TEXT = [
  TITLE,
  '',
  '⛴️ Norland will pay for two new ferries by June, the transport minister said.',
  'Vesteria accused Norland of holding back the timetable.',
  'The Coastal League asked both sides to meet.',
].join('\n')

const MARKS = [
  { label: 'actor', words: 'Norland' },
  { label: 'commitment', words: 'will pay for two new' },
  { label: 'accusation', words: 'holding back the timetable' },
  { label: 'actor', words: 'Coastal League' },
  { label: 'commitment', words: 'asked both sides to meet' },
] as const

type FiledMark = { readonly id: string; readonly text: string; readonly label: string }
type ReviewFile = {
  readonly offsets: object
  readonly judgements: readonly {
    readonly outcome: string
    readonly by: string
    readonly reason?: string
    readonly about: readonly { readonly annotator: string; readonly id: string; readonly as: FiledMark }[]
    readonly proposal?: FiledMark
  }[]
  readonly comments: readonly { readonly text: string; readonly kind: string; readonly about: object }[]
}

async function reviewOf(workspace: string, annotator: string): Promise<ReviewFile> {
  const folder = path.join(workspace, 'annotators', annotator, 'reviews')
  const [file] = (await readdir(folder)).filter((name) => name.endsWith('.json'))
  return JSON.parse(await readFile(path.join(folder, file as string), 'utf8'))
}

async function marksOf(workspace: string, annotator: string): Promise<readonly FiledMark[]> {
  const folder = path.join(workspace, 'annotators', annotator)
  const [file] = (await readdir(folder)).filter((name) => name.endsWith('.json') && name !== 'actors.json')
  return JSON.parse(await readFile(path.join(folder, file as string), 'utf8')).annotations
}

const cardOf = (desk: Desk): Locator =>
  desk.page.getByRole('complementary', { name: 'What is to be said here' })

async function openWork(desk: Desk): Promise<void> {
  await expect(desk.article(TITLE)).toBeVisible()
  await desk.page.keyboard.press('Control+7')
  await desk.page.getByRole('tab', { name: 'One annotator’s work' }).click()
  await expect(desk.page.getByRole('combobox', { name: 'Work of' })).toHaveValue(MARKER)
  await desk.page.getByRole('listbox', { name: 'Articles to review' }).press('Enter')
  await expect(desk.page.getByRole('region', { name: 'Article under review' })).toBeVisible()
}

test('a reviewer judges each mark by keyboard, and its annotator answers', async ({ launch, folder }) => {
  test.slow()
  const workspace = await makeMarkedWorkspace(folder, { text: TEXT, marks: MARKS })
  const [bos, toves] = [path.join(folder, 'bo'), path.join(folder, 'tove')]
  await signIn(bos, 'Bo')
  await signIn(toves)

  const bo = new Desk(await launch({ workspace, userData: bos }))
  const { keyboard } = bo.page
  await openWork(bo)
  const card = cardOf(bo)
  await expect(card).toContainText('Norland')
  await keyboard.press('A')
  await expect(card).toContainText('will pay for two new')
  await keyboard.press('C')
  await keyboard.press('E')
  await expect(card).toContainText('will pay for two new ferries')
  await keyboard.press('Enter')
  await expect(card).toContainText('holding back the timetable')
  await keyboard.press('X')
  await keyboard.type('This is reported, not said.')
  await keyboard.press('Enter')
  await expect(card).toContainText('Coastal League')
  await keyboard.press('N')
  await keyboard.type('Is the league an actor here?')
  await keyboard.press('Enter')
  await expect(card).toContainText('Is the league an actor here?')
  expect(await axeFaults(bo)).toEqual([])
  await keyboard.press('J')
  await expect(card).toContainText('asked both sides to meet')
  await keyboard.press('A')
  await bo.saved()
  await keyboard.press('Control+Z')
  await expect(bo.page.getByText(/^Undone: Accept/)).toBeVisible()
  await keyboard.press('Escape')
  await expect(bo.page.getByRole('listbox', { name: 'Articles to review' })).toContainText(
    '3 of 5 marks judged',
  )

  const said = await reviewOf(workspace, 'Bo')
  expect(said.judgements.map(({ outcome, by }) => [outcome, by]).sort()).toEqual([
    ['accepted', 'Bo'],
    ['changed', 'Bo'],
    ['rejected', 'Bo'],
  ])
  const changed = said.judgements.find(({ outcome }) => outcome === 'changed')
  expect(changed?.about[0]).toMatchObject({ annotator: MARKER, as: { text: 'will pay for two new' } })
  expect(changed?.proposal?.text).toBe('will pay for two new ferries')
  expect(said.judgements.find(({ outcome }) => outcome === 'rejected')?.reason).toBe(
    'This is reported, not said.',
  )

  const summary = path.join(folder, 'summary.md')
  await bo.answerSaveDialog(summary)
  await bo.button(`Write a summary for ${MARKER}…`).click()
  await expect(bo.page.getByText('The summary lies in')).toBeVisible()
  expect(await readFile(summary, 'utf8')).toContain('Bo would end it at “will pay for two new ferries”')
  await bo.close()

  const tove = new Desk(await launch({ workspace, userData: toves }))
  await tove.openArticle(TITLE)
  await expect(tove.button('3 remarks to answer')).toBeVisible()
  await tove.text.focus()
  await tove.page.keyboard.press('Shift+S')
  const review = tove.card.getByRole('region', { name: 'Review' })
  await expect(review).toContainText('Bo would end it at “will pay for two new ferries”')
  await review.getByRole('button', { name: 'Take' }).click()
  await expect(tove.annotation('Commitment: will pay for two new ferries')).toBeVisible()
  await expect(tove.button('2 remarks to answer')).toBeVisible()
  await tove.text.focus()
  await tove.page.keyboard.press('Shift+S')
  await expect(review).toContainText('Bo rejects it. “This is reported, not said.”')
  await review.getByRole('button', { name: 'Decline' }).click()
  await expect(tove.button('1 remark to answer')).toBeVisible()
  await tove.text.focus()
  await tove.page.keyboard.press('Shift+S')
  await review.getByRole('textbox', { name: 'Answer to the reviewer' }).fill('Yes, it speaks for all ports.')
  await tove.page.keyboard.press('Enter')
  await expect(review).toContainText('Yes, it speaks for all ports.')
  await review.getByRole('button', { name: 'Resolve' }).click()
  await expect(review).toContainText('resolved')
  expect(await axeFaults(tove)).toEqual([])
  await tove.saved()

  expect((await marksOf(workspace, MARKER)).map(({ text }) => text)).toContain('will pay for two new ferries')
  const answered = await reviewOf(workspace, MARKER)
  expect(answered.comments.map(({ kind, text }) => [kind, text]).sort()).toEqual([
    ['resolved', ''],
    ['resolved', ''],
    ['said', 'Yes, it speaks for all ports.'],
  ])
  await tove.text.focus()
  for (const name of ['Resolve', 'Reply', 'Decline', 'Change as Bo proposes']) {
    await tove.page.keyboard.press('Control+Z')
    await expect(tove.page.getByText(`Undone: ${name}`)).toBeVisible()
  }
  await expect(tove.annotation('Commitment: will pay for two new')).toBeVisible()
  await tove.saved()
  await expect.poll(() => readdir(path.join(workspace, 'annotators', MARKER))).not.toContain('reviews')
})

test('the whole article and a mark that is gone are talked of by both sides', async ({ launch, folder }) => {
  test.slow()
  const workspace = await makeMarkedWorkspace(folder, { text: TEXT, marks: MARKS })
  const [bos, toves] = [path.join(folder, 'bo'), path.join(folder, 'tove')]
  await signIn(bos, 'Bo')
  await signIn(toves)
  const id = idOf(workspace, TITLE)
  const { sha256 } = JSON.parse(await readFile(path.join(workspace, 'articles', `${id}.json`), 'utf8'))
  const said = { by: 'Bo', created: '2026-01-03T08:00:00.000Z', kind: 'said', text: 'Why was this deleted?' }
  const home = path.join(workspace, 'annotators', 'Bo', 'reviews')
  await mkdir(home, { recursive: true })
  await writeFile(
    path.join(home, `${id}.json`),
    JSON.stringify({
      format: 'glosswright/reviews',
      version: 1,
      annotator: 'Bo',
      article: { id, sha256 },
      offsets: { unit: 'codepoint', end: 'exclusive' },
      judgements: [],
      comments: [{ id: 'c1', about: { annotator: MARKER, id: 'gone' }, ...said }],
    }),
  )

  const bo = new Desk(await launch({ workspace, userData: bos }))
  await openWork(bo)
  const card = cardOf(bo)
  await bo.page.keyboard.press('Shift+N')
  await bo.page.keyboard.type('Well done, but mind the verbs.')
  await bo.page.keyboard.press('Enter')
  await expect(card).toContainText('Well done, but mind the verbs.')
  expect(await axeFaults(bo)).toEqual([])
  await bo.page.keyboard.press('K')
  await expect(card).toContainText('A mark that is gone')
  await expect(card).toContainText('Why was this deleted?')
  await bo.page.keyboard.press('V')
  await expect(card).toContainText('resolved')
  await bo.saved()
  await bo.close()

  const tove = new Desk(await launch({ workspace, userData: toves }))
  await tove.openArticle(TITLE)
  await expect(tove.button('1 remark to answer')).toBeVisible()
  await tove.text.focus()
  await tove.page.keyboard.press('Shift+S')
  const review = tove.page.getByRole('region', { name: 'Review of this article' })
  await expect(review.getByText('On a mark that is gone')).toBeVisible()
  await expect(review.getByText('Why was this deleted?')).toBeHidden()
  await expect(review).toContainText('Well done, but mind the verbs.')
  await tove.page.keyboard.type('I will.')
  await tove.page.keyboard.press('Enter')
  await expect(review).toContainText('I will.')
  await expect(tove.button('1 remark to answer')).toBeHidden()
  expect(await axeFaults(tove)).toEqual([])
  await tove.saved()
  const answered = await reviewOf(workspace, MARKER)
  expect(answered.comments).toMatchObject([{ text: 'I will.', about: { annotator: MARKER, id: null } }])
})
