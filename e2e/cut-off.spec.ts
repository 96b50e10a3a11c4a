import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import { Desk } from './desk.ts'
import { test } from './fixture.ts'
import { listArticles, makeWorkspace } from './workspace.ts'

const FILES = 1_200

async function manyFiles(folder: string): Promise<string> {
  const files = path.join(folder, 'wire')
  await mkdir(files)
  const write = (_: unknown, n: number) =>
    writeFile(
      path.join(files, `${n}.txt`),
      `Dispatch ${n}\n\nThe harbour of Casse ${n} promised to open its gates.\n`,
    )
  await Promise.all(Array.from({ length: FILES }, write))
  return files
}

test('an import that is killed with the app goes on where it was, with no article twice', async ({
  launch,
  folder,
  problems,
}) => {
  test.slow()
  const workspace = makeWorkspace(folder)
  const files = await manyFiles(folder)
  let desk = new Desk(await launch({ workspace }))
  await expect(desk.reader).toContainText('There are no articles here yet.')
  await desk.answerOpenDialog([files])
  await desk.page.keyboard.press('Control+Shift+I')
  await expect.poll(() => listArticles(workspace).length).toBeGreaterThan(20)
  await desk.running.kill()
  problems.length = 0
  const before = listArticles(workspace).length
  expect(before).toBeLessThan(FILES)

  desk = new Desk(await launch({ workspace }))
  await expect(desk.page.getByText('The import of “wire” was cut off.')).toBeVisible()
  await desk.page.keyboard.press('Control+5')
  const goOn = desk.page.getByRole('button', { name: 'Go on' })
  await goOn.click()
  await expect.poll(() => listArticles(workspace).length, { timeout: 60_000 }).toBe(FILES)
  await expect(goOn).toHaveCount(0)
  await desk.page.keyboard.press('Escape')
  await expect(desk.articles.getByRole('option').first()).toHaveAttribute('aria-setsize', String(FILES))
})
