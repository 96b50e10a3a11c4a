import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import { axeFaults } from './axe-faults.ts'
import { Desk } from './desk.ts'
import { test as base } from './fixture.ts'
import { type MarkSpec, makeMarkedWorkspace, signIn } from './marked-workspace.ts'
import { idOf, listArticles, showArticle } from './workspace.ts'

const TITLE = 'Harbour talks resume'
const TEXT = `${TITLE}
Foreign Minister Ana Ruiz promised on Monday that the strait would be reopened within a month.
The port authority accused the strikers of cutting a cable, and asked the court for an order.
A clerk of the town, who did not give her name, said that nobody had told her of any of this.
`
const NEWER = TEXT.replace(TITLE, `Updated at noon: ${TITLE}`)
  .replace('would be reopened within a month', 'will be reopened within a month')
  .replace('accused the strikers of cutting a cable', 'blamed the strikers for a cable that was cut')

const marks: readonly MarkSpec[] = [
  { label: 'actor', words: 'A clerk of the town' },
  { label: 'commitment', words: 'the strait would be reopened within a month' },
  { label: 'accusation', words: 'accused the strikers of cutting a cable' },
]

type Scene = { readonly desk: Desk; readonly workspace: string; readonly file: string; readonly id: string }

/** An article with three marks, one of them made here, whose text file another program has written anew. */
const test = base.extend<{ readonly scene: Scene }>({
  scene: async ({ launch, folder, profile }, use) => {
    const workspace = await makeMarkedWorkspace(folder, { text: TEXT, marks })
    await signIn(profile)
    const desk = new Desk(await launch({ workspace }))
    await desk.openArticle(TITLE)
    await desk.mark('Ana Ruiz', 'Actor')
    await desk.saved()
    const id = idOf(workspace, TITLE)
    await use({ desk, workspace, file: path.join(workspace, 'articles', `${id}.txt`), id })
  },
})

async function openAnew({ desk, file }: Scene): Promise<void> {
  await writeFile(file, NEWER)
  await desk.page.reload()
  await expect(desk.page.getByRole('main', { name: 'Reader' })).toContainText(
    'was changed outside Glosswright',
  )
}

test('a text that was changed outside is put back by one press, with all that was marked in it', async ({
  scene,
}) => {
  await openAnew(scene)
  await scene.desk.page.getByRole('button', { name: 'Put the old text back' }).click()
  await expect(scene.desk.page.getByRole('listbox', { name: 'Annotations' }).getByRole('option')).toHaveCount(
    4,
  )
  expect(await readFile(scene.file, 'utf8')).toBe(TEXT)
})

test('it is taken as a newer version; what is not sure is settled by keys, and all is undone', async ({
  scene,
}) => {
  const { desk, workspace, file, id } = scene
  const { page } = desk
  await openAnew(scene)
  await page.getByRole('button', { name: 'Take the new text as a newer version' }).click()
  await expect(page).toHaveTitle(/^Updated at noon/)
  const annotations = page.getByRole('listbox', { name: 'Annotations' }).getByRole('option')
  await expect(annotations).toHaveCount(2)
  expect(await readFile(file, 'utf8')).toBe(TEXT)
  await expect(page.getByRole('listbox', { name: 'Articles' }).getByRole('option')).toHaveCount(1)

  await page.getByRole('textbox', { name: 'Article text' }).focus()
  await page.keyboard.press('Shift+Q')
  const waiting = page.getByRole('listbox', { name: 'Waiting' })
  await expect(waiting.getByRole('option')).toHaveCount(2)
  await expect(page.getByRole('region', { name: 'Earlier text' }).last()).toContainText('would be reopened')
  await expect(page.getByRole('region', { name: 'Newer text' })).toContainText('will be reopened')
  expect(await axeFaults(desk)).toEqual([])

  await waiting.focus()
  await page.keyboard.press('Enter')
  await expect(waiting.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Delete')
  await expect(page.getByText('Every annotation of the earlier text has its place here')).toBeFocused()
  await desk.saved()
  const later = listArticles(workspace).find((article) => article.id !== id)
  const texts = () => showArticle(workspace, later?.id ?? '').annotations.map(({ text }) => text)
  expect(texts()).toContain('the strait will be reopened within a month')

  await page.keyboard.press('Control+Z')
  await page.keyboard.press('Control+Z')
  await expect(waiting.getByRole('option')).toHaveCount(2)
  await page.keyboard.press('Control+Z')
  await expect(page.getByText('No article has a newer text.')).toBeVisible()
  await desk.saved()
  expect(texts()).toEqual([])
  expect(showArticle(workspace, id).annotations).toHaveLength(4)
})

test('a mark is placed by hand on the words that are selected', async ({ scene }) => {
  const { desk } = scene
  const { page } = desk
  await openAnew(scene)
  await page.getByRole('button', { name: 'Take the new text as a newer version' }).click()
  const line = page.getByRole('region', { name: 'Earlier text' })
  await expect(line).toContainText('2 annotations of the earlier text wait to be placed')
  await desk.select('the strait will be reopened')
  await page.keyboard.press('Shift+P')
  await expect(line).toContainText('1 annotation of the earlier text waits to be placed')
  await expect(page.getByRole('option', { name: 'Commitment: the strait will be reopened' })).toHaveAttribute(
    'aria-selected',
    'true',
  )
})

test('an article is said to be the newer version of another one, and leads to it', async ({
  scene: { desk, workspace },
  folder,
}) => {
  const { page } = desk
  const file = path.join(folder, 'update.txt')
  await writeFile(file, NEWER)
  await desk.answerOpenDialog([file])
  await page.keyboard.press('Control+I')
  await page.keyboard.press('Escape')
  await expect(page).toHaveTitle(/^Updated at noon/)
  await page.keyboard.press('Control+K')
  await page.getByRole('combobox', { name: 'Command' }).fill('newer version of')
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: 'Article' }).fill(TITLE)
  await expect(page.getByRole('option', { name: TITLE, exact: true }).last()).toBeVisible()
  await page.getByRole('dialog').getByRole('option', { name: TITLE, exact: true }).click()
  await expect(page.getByText('2 wait to be placed: see Collect, Changed.')).toBeVisible()
  await expect(desk.inspector).toContainText(`Newer version of “${TITLE}”`)
  expect(await axeFaults(desk)).toEqual([])
  const articles = page.getByRole('listbox', { name: 'Articles' }).getByRole('option')
  await expect(articles).toHaveCount(1)
  await page.getByRole('combobox', { name: 'Status' }).selectOption('with earlier versions')
  await expect(articles.filter({ hasText: 'earlier version' })).toHaveAccessibleDescription(
    /^earlier version/,
  )
  expect(listArticles(workspace)).toHaveLength(2)
  await page.getByRole('button', { name: 'Open the earlier version' }).press('Enter')
  await expect(page).toHaveTitle(new RegExp(`^${TITLE}`))
})
