import { chmod } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import { Desk } from './desk.ts'
import { test } from './fixture.ts'
import { idOf, makeWorkspace, recordFile, SAMPLES, showArticle } from './workspace.ts'

const STRIKE_FILE = path.join(SAMPLES, 'port-strike-deal.txt')
const STRIKE = 'Dockers, terminal owners reach deal to end 19-day port strike'

const canLock = process.platform !== 'win32' && process.getuid?.() !== 0

test('a folder that can only be read opens to read, and says why', async ({ launch, folder }) => {
  test.skip(!canLock, 'this user may write everywhere')
  const workspace = makeWorkspace(folder, STRIKE_FILE)
  await chmod(workspace, 0o555)
  const desk = new Desk(await launch({ workspace }))
  await expect(desk.alert).toContainText('can be read but not changed')
  await expect(desk.label('Actor')).toBeDisabled()
  await chmod(workspace, 0o755)
  await desk.button('Try again').click()
  await expect(desk.label('Actor')).toBeEnabled()
  await expect(desk.alert).toHaveCount(0)
})

test('an edit that cannot be saved is kept and said, and is saved by itself once it can be; closing meanwhile asks', async ({
  launch,
  folder,
}) => {
  test.skip(!canLock, 'this user may write everywhere')
  const workspace = makeWorkspace(folder, STRIKE_FILE)
  const desk = new Desk(await launch({ workspace }))
  const { app } = desk.running
  await desk.mark('Rosalind Achterby', 'Actor')
  await desk.saved()
  const id = idOf(workspace, STRIKE)
  const annotator = path.dirname(await recordFile(workspace, id))
  await chmod(annotator, 0o555)
  await desk.mark('Emeric Faulds', 'Actor')
  await expect(desk.status).toContainText('could not be saved: access is denied')
  expect(showArticle(workspace, id).annotations).toHaveLength(1)

  // Closing asks; the first answer is to keep the app open.
  await app.evaluate(({ dialog }) => {
    Reflect.set(globalThis, 'asked', 0)
    dialog.showMessageBox = (async () => {
      Reflect.set(globalThis, 'asked', Reflect.get(globalThis, 'asked') + 1)
      return { response: 0, checkboxChecked: false }
    }) as typeof dialog.showMessageBox
  })
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'asked'))).toBe(1)
  await expect(desk.annotation('Actor: Emeric Faulds')).toBeVisible()
  await expect(desk.status).not.toHaveText('All changes saved')

  await chmod(annotator, 0o755)
  await desk.saved()
  expect(showArticle(workspace, id).annotations).toHaveLength(2)
})

test('an analyst who chooses to quit without saving can', async ({ launch, folder }) => {
  test.skip(!canLock, 'this user may write everywhere')
  const workspace = makeWorkspace(folder, STRIKE_FILE)
  const desk = new Desk(await launch({ workspace }))
  await expect(desk.text).toBeVisible()
  await chmod(workspace, 0o555)
  await desk.mark('Emeric Faulds', 'Actor')
  await expect(desk.status).toContainText('could not be saved')
  const { app } = desk.running
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBox = (async () => ({
      response: 1,
      checkboxChecked: false,
    })) as typeof dialog.showMessageBox
  })
  const closed = app.waitForEvent('close')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await closed
  await chmod(workspace, 0o755)
})
