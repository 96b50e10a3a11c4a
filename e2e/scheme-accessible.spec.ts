import path from 'node:path'
import { expect } from '@playwright/test'
import { axeFaults } from './axe-faults.ts'
import { Desk } from './desk.ts'
import { test } from './fixture.ts'
import { press } from './presses.ts'
import { schemeOn } from './scheme-view.ts'
import { makeWorkspace, SAMPLES } from './workspace.ts'

const STRIKE_FILE = path.join(SAMPLES, 'port-strike-deal.txt')
const PARTS = ['Labels', 'Roles', 'Attributes', 'Links', 'Actor types', 'Guidelines']

for (const theme of ['Light', 'Dark'] as const) {
  test(`axe finds nothing wrong in the scheme and the guidelines, ${theme.toLowerCase()}`, async ({
    launch,
    folder,
  }) => {
    test.slow()
    const desk = new Desk(await launch({ workspace: makeWorkspace(folder, STRIKE_FILE) }))
    const { page } = desk
    const scheme = schemeOn(page)
    await desk.mark('Emeric Faulds', 'Actor')
    await desk.menu('View', `${theme} theme`)
    await expect.poll(() => desk.isDark()).toBe(theme === 'Dark')
    await press(page, 'Shift+G')
    await expect(page.getByRole('region', { name: 'Guideline', exact: true })).toBeVisible()
    if (theme === 'Light') expect(await axeFaults(desk)).toEqual([])
    await press(page, 'g')
    await expect(page.getByRole('dialog', { name: 'Guidelines' })).toBeVisible()
    expect(await axeFaults(desk)).toEqual([])
    await press(page, 'Escape')
    await press(page, 'Control+4')
    for (const part of theme === 'Light' ? PARTS : ['Attributes']) {
      await scheme.tab(part).click()
      expect(await axeFaults(desk), part).toEqual([])
    }
    await scheme.tab('Labels').click()
    await scheme.field('Title').fill('Commitment')
    await expect(scheme.view.getByText('There is a label “Commitment” already.')).toBeVisible()
    await scheme.button('Edit Guideline of Actor').click()
    expect(await axeFaults(desk)).toEqual([])
    await scheme.button('Remove…').click()
    await expect(scheme.sheet).toContainText('1 of your annotations in 1 article goes')
    expect(await axeFaults(desk)).toEqual([])
  })
}

test('at twice the size the scheme has no field out of reach', async ({ launch, folder }) => {
  const desk = new Desk(await launch({ workspace: makeWorkspace(folder, STRIKE_FILE) }))
  const { app, page } = desk.running
  const scheme = schemeOn(page)
  await expect(desk.text).toBeVisible()
  await press(page, 'Control+4')
  const wide = await page.evaluate(() => innerWidth)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2))
  await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThan(wide * 0.6)
  for (const part of PARTS) {
    await scheme.tab(part).click()
    expect(
      await scheme.view.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
      part,
    ).toBe(0)
  }
  await scheme.tab('Attributes').click()
  await scheme.button('Change the id…').click()
  await expect(scheme.sheet.getByRole('textbox', { name: 'New id' })).toBeInViewport()
})
