import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import { BAD_WORDS, makeBadFiles } from './bad-files.ts'
import { Desk } from './desk.ts'
import { test } from './fixture.ts'
import { makeWorkspace, SAMPLES } from './workspace.ts'

test('a folder of files that were made to harm is one sentence each, and the open article goes on', async ({
  launch,
  folder,
}) => {
  const workspace = makeWorkspace(folder, path.join(SAMPLES, 'fisheries-accord.txt'))
  const desk = new Desk(await launch({ workspace }))
  const bad = path.join(folder, 'bad')
  await makeBadFiles(bad)
  const before = await readdir(path.join(workspace, 'articles'))
  await desk.mark('Norland', 'Actor')

  await desk.answerOpenDialog([bad])
  await desk.menu('File', 'Import a folder…')
  for (const words of BAD_WORDS) await expect(desk.page.getByText(words).first()).toBeVisible()
  await desk.page.keyboard.press('Escape')

  await desk.mark('Vesteria', 'Actor')
  await desk.saved()
  expect(await readdir(path.join(workspace, 'articles'))).toEqual(before)
  expect(await readdir(workspace)).not.toContain('sources')
})
