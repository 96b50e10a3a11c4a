import { expect } from '@playwright/test'
import { Desk } from './desk.ts'
import { test } from './fixture.ts'
import { makeWorkspace, SAMPLES } from './workspace.ts'

const FISHERIES = 'Norland, Vesteria sign accord on Skerry Bank cod after two-year standoff'

test('an analyst comes back to where she was, in another article, after a restart, in a smaller window', async ({
  launch,
  folder,
}) => {
  const workspace = makeWorkspace(folder, SAMPLES)
  let desk = new Desk(await launch({ workspace }))
  await desk.openArticle(FISHERIES)
  await desk.mark('alleged', 'Accusation')
  const words = desk.text.getByText('alleged', { exact: true })
  await expect(words).toBeInViewport()
  await desk.page.keyboard.press('Alt+ArrowDown')
  await expect(desk.page).not.toHaveTitle(`${FISHERIES} — Glosswright`)
  await desk.page.keyboard.press('Alt+ArrowUp')
  await expect(words).toBeInViewport()
  await expect(desk.annotation('Accusation: alleged')).toHaveAttribute('aria-selected', 'true')
  await desk.running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(800, 560))
  await expect(words).toBeInViewport()
  // The caret's place is kept once it has come to rest.
  await desk.page.waitForTimeout(1_500)
  await desk.close()
  desk = new Desk(await launch({ workspace }))
  await expect(desk.text.getByText('alleged', { exact: true })).toBeInViewport()
})
