import { mkdir, readFile, rename, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { expect, type Page } from '@playwright/test'
import { zipFile } from '#shared/testing/zip-file.ts'
import { axeFaults } from './axe-faults.ts'
import { Desk } from './desk.ts'
import { dropFiles } from './drop.ts'
import { test } from './fixture.ts'
import { MARKER, type MarkedArticle, makeMarkedWorkspace, signIn } from './marked-workspace.ts'
import { glosswright, hashesIn, idOf, listArticles } from './workspace.ts'

const TEXT =
  'The ferry is late\n\nThe mayor of Port Casse promised to pay the ferry crew. Residents accused the mayor 👋 of delay.\n'
const MINE: MarkedArticle = { text: TEXT, marks: [{ label: 'actor', words: 'The mayor of Port Casse' }] }
const THEIRS: MarkedArticle = {
  text: TEXT,
  marks: [
    { label: 'actor', words: 'The mayor of Port Casse' },
    { label: 'accusation', words: 'accused the mayor 👋 of delay' },
  ],
}
const TIDE = 'The tide turns early\n\nThe harbour office agreed to open the lock at dawn.\n'

/** The workspace of Bo, who has marked the same article and has another one besides. */
async function bosWorkspace(folder: string): Promise<string> {
  const home = path.join(folder, 'from Bo')
  await mkdir(home)
  const workspace = await makeMarkedWorkspace(home, THEIRS)
  const tide = path.join(home, 'tide.txt')
  await writeFile(tide, TIDE)
  glosswright('import', workspace, tide)
  const at = (name: string) => path.join(workspace, 'annotators', name)
  await rename(at(MARKER), at('Bo'))
  const record = path.join(at('Bo'), `${idOf(workspace, 'The ferry is late')}.json`)
  const said = (await readFile(record, 'utf8')).replaceAll(MARKER, 'Bo')
  // Each mark has an id of its own, whoever makes it.
  await writeFile(record, said.replaceAll('"mark-', '"bo-'))
  return workspace
}

/** An archive of a folder, as its owner would make it: with the folder in it. */
async function zipped(folder: string): Promise<Uint8Array> {
  const files = Object.keys(await hashesIn(folder))
  const members = files.map(async (name) => ({
    name: Buffer.from(`Bo/${name}`),
    content: await readFile(path.join(folder, name)),
  }))
  return zipFile(await Promise.all(members), { deflate: deflateRawSync, crc32 })
}

const found = (page: Page) => page.getByRole('region', { name: 'Coastal desk' })
const merge = (page: Page) => page.getByRole('button', { name: 'Merge', exact: true })
const marksOf = (workspace: string) => hashesIn(path.join(workspace, 'annotators'))

test.beforeEach(async ({ profile }) => {
  // Two workspaces are made on the command line.
  test.slow()
  await signIn(profile)
})

test('a colleague’s folder is merged by keys alone, undone byte for byte, and done again', async ({
  launch,
  folder,
}) => {
  const theirs = await bosWorkspace(folder)
  const ours = await makeMarkedWorkspace(folder, MINE)
  const desk = new Desk(await launch({ workspace: ours }))
  const { page } = desk
  await expect(desk.text).toBeVisible()
  const before = await marksOf(ours)
  await desk.answerOpenDialog([theirs])
  await desk.menu('File', 'Merge a colleague’s work…')
  await expect(page.getByRole('button', { name: 'Choose a folder…' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Coastal desk', level: 3 })).toBeFocused()
  await expect(found(page)).toContainText('1 article is new. 1 article is here already, by its text.')
  await expect(page.getByRole('row', { name: /^Bo/ }).getByRole('cell')).toHaveText([
    'is new here',
    '1',
    '2',
    '0',
    '0',
    '0',
  ])
  expect(await axeFaults(desk)).toEqual([])
  await merge(page).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('2 annotations are merged, in 1 article. 1 article is new.')).toBeVisible()
  const after = await marksOf(ours)
  expect(Object.keys(after)).toHaveLength(Object.keys(before).length + 1)
  expect(after).toMatchObject(before)
  await expect(desk.articles.getByRole('option')).toHaveCount(2)
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Undone: 2 annotations are taken back. The new articles stay.')).toBeVisible()
  expect(await marksOf(ours)).toEqual(before)
  await page.keyboard.press('Control+y')
  await expect(page.getByText('2 annotations are merged, in 1 article.')).toBeVisible()
  expect(await marksOf(ours)).toEqual(after)
})

test('a folder, and a zip of it, is dropped, looked at, and merged once', async ({ launch, folder }) => {
  const theirs = await bosWorkspace(folder)
  const zip = path.join(folder, 'bo.zip')
  await writeFile(zip, await zipped(theirs))
  const ours = await makeMarkedWorkspace(folder, MINE)
  const desk = new Desk(await launch({ workspace: ours }))
  const { page } = desk
  await expect(desk.text).toBeVisible()
  await dropFiles(page, [theirs])
  await expect(page.getByRole('heading', { name: 'Coastal desk', level: 3 })).toBeFocused()
  expect(listArticles(ours)).toHaveLength(1)
  await page.getByRole('textbox', { name: 'Name of Bo here' }).fill('Bo Harbour')
  await merge(page).click()
  await expect(page.getByText('2 annotations are merged, in 1 article.')).toBeVisible()
  await dropFiles(page, [zip])
  await expect(page.getByRole('heading', { name: 'bo.zip' })).toBeFocused()
  // Who holds Bo’s marks is found by them.
  await expect(page.getByRole('textbox', { name: 'Name of Bo here' })).toHaveValue('Bo Harbour')
  await expect(page.getByText('Everything is here already: there is nothing to merge.')).toBeVisible()
  await expect(merge(page)).toBeDisabled()
  await dropFiles(page, [ours])
  await expect(page.getByRole('alert')).toHaveText(/This is the workspace that is open here/)
})

test('what was made to harm is left out with its reason, and the rest is merged', async ({
  launch,
  folder,
}) => {
  const theirs = await bosWorkspace(folder)
  const secret = path.join(folder, 'secret.json')
  await writeFile(secret, '{"secret": true}')
  const at = (name: string) => path.join(theirs, 'annotators', name)
  await mkdir(at('Cy'))
  await symlink(secret, path.join(at('Cy'), `${idOf(theirs, 'The ferry is late')}.json`))
  await writeFile(path.join(at('Bo'), 'actors.json'), '{"format": "glosswright/actors", "version": 99}')
  await writeFile(path.join(at('Bo'), 'the-ferry (conflicted copy).json'), '{}')
  const ours = await makeMarkedWorkspace(folder, MINE)
  const desk = new Desk(await launch({ workspace: ours }))
  const { page } = desk
  await expect(desk.text).toBeVisible()
  await dropFiles(page, [theirs])
  const refused = page.getByRole('list', { name: 'Files left out' })
  await expect(refused.getByRole('listitem')).toHaveText([
    /Bo\/actors\.json.*newer Glosswright/,
    /conflicted copy.*sync tool’s copy/,
    /Cy\/.*It is a link/,
  ])
  expect(await axeFaults(desk)).toEqual([])
  await merge(page).click()
  await expect(page.getByText('2 annotations are merged, in 1 article.')).toBeVisible()
})
