import { AxeBuilder } from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { card, cityDesk } from './city-desk.ts'
import type { Desk } from './desk.ts'
import { test } from './fixture.ts'

test('a mention that is deleted leaves the roles it filled, and comes back with them', async ({
  launch,
  folder,
}) => {
  const desk = await cityDesk(launch, folder)
  const { page } = desk
  await desk.mark('pledged to reopen the tram line before winter', 'Commitment')
  const chip = card(desk).getByRole('button', { name: 'Take Mayor Elin Brask out of Committer' })
  await page.keyboard.press('Shift+Digit1')
  await expect(chip).toBeVisible()
  await desk.annotation('Actor: Mayor Elin Brask').click()
  await page.keyboard.press('Delete')
  await expect(desk.annotation('Actor: Mayor Elin Brask')).toHaveCount(0)
  await desk.annotation('Commitment: pledged to reopen the tram line before winter').click()
  await expect(chip).toHaveCount(0)
  await page.keyboard.press('Control+Z')
  await expect(desk.annotation('Actor: Mayor Elin Brask')).toBeVisible()
  await desk.annotation('Commitment: pledged to reopen the tram line before winter').click()
  await expect(chip).toBeVisible()
})

test('a press on a mention fills the slot in use, and so does a mention that is dragged there', async ({
  launch,
  folder,
}) => {
  const desk = await cityDesk(launch, folder)
  await desk.mark('charged Marrow Foods with poisoning the mussel farmers', 'Accusation')
  await desk.page.keyboard.press('c')
  await desk.text.getByText('Inspector Odd Lien').click()
  await expect(card(desk).getByRole('group', { name: 'Accuser' })).toContainText('Inspector Odd Lien')
  await expect(card(desk).getByRole('combobox', { name: 'Accused' })).toBeFocused()
  // Its list would lie over the slot below.
  await desk.page.keyboard.press('Escape')
  await expect(desk.text).toBeFocused()
  const victim = card(desk).getByRole('group', { name: 'Victim' })
  const mention = desk.annotation('Actor: the mussel farmers').getByText('the mussel farmers')
  // On a busy machine it was now and then not taken, and why was not found; a slot that would take it is framed.
  await expect(async () => {
    await desk.page.mouse.up()
    await mention.hover()
    await desk.page.mouse.down()
    await victim.hover()
    await victim.hover()
    await expect(victim).toHaveCSS('outline-style', 'dashed', { timeout: 1_000 })
  }).toPass()
  await desk.page.mouse.up()
  await expect(victim).toContainText('the mussel farmers')
  await expect(desk.text).toBeFocused()
  await desk.card.getByRole('textbox', { name: 'Note' }).click()
  await expect(desk.card.getByRole('textbox', { name: 'Note' })).toBeFocused()
  await victim.getByRole('button', { name: 'Take the mussel farmers out of Victim' }).click()
  await expect(victim).not.toContainText('the mussel farmers')
})

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

async function overlappingCards({ page }: Desk): Promise<number> {
  const cards = await page
    .getByRole('region', { name: 'Acts beside the text' })
    .locator('> *')
    .evaluateAll((all) =>
      all.map((one) => {
        const { x, y, width, height } = one.getBoundingClientRect()
        return { x, y, width, height }
      }),
    )
  return cards.filter((one, i) => cards.some((other, j) => j > i && overlap(one, other))).length
}

for (const [width, height] of [
  [1280, 800],
  [1600, 1000],
] as const) {
  test(`cards stand beside their lines and never overlap at ${width} × ${height}`, async ({
    launch,
    folder,
  }) => {
    test.slow()
    const desk = await cityDesk(launch, folder)
    const { page } = desk
    const { app } = desk.running
    await app.evaluate(
      ({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h),
      [width, height] as const,
    )
    for (const words of [
      'pledged to reopen',
      'agreed to share',
      'offered to fund',
      'lowers the toll',
      'urged the city',
    ])
      await desk.mark(words, 'Commitment')
    await desk.mark('charged Marrow Foods', 'Accusation')
    await desk.annotation('Commitment: offered to fund').click()
    for (const size of [18, 12, 32]) {
      await page.keyboard.press('Control+0')
      const key = size < 18 ? 'Control+-' : 'Control+='
      for (let i = 0; i < Math.abs(size - 18) && size !== 18; i++) await page.keyboard.press(key)
      await expect(card(desk)).toBeVisible()
      await expect.poll(() => overlappingCards(desk)).toBe(0)
      const isBeside = await page.getByRole('region', { name: 'Acts beside the text' }).isVisible()
      if (isBeside) await expect.poll(() => distanceToLine(desk, 'offered to fund')).toBeLessThan(12)
      else await expect(desk.card.getByRole('region', { name: 'Selected act' })).toBeVisible()
    }
    await test.step('the card goes to the inspector where there is no room, and back', async () => {
      const resize = (to: number) =>
        app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size), [
          to,
          height,
        ] as const)
      await page.keyboard.press('Control+0')
      await resize(900)
      const inside = desk.card.getByRole('region', { name: 'Selected act' })
      await expect(inside).toBeVisible()
      await resize(width)
      await expect(inside).toHaveCount(0)
      await expect(card(desk)).toBeVisible()
    })
  })
}

/** How far the selected card's top is from the top of these words. */
async function distanceToLine(desk: Desk, words: string): Promise<number> {
  const top = await desk.text.getByText(words, { exact: false }).last().boundingBox()
  const box = await card(desk).boundingBox()
  const line = await desk.text.evaluate((element, wanted) => {
    const range = document.createRange()
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at < 0) continue
      range.setStart(node, at)
      range.setEnd(node, at + 1)
      return range.getBoundingClientRect().top
    }
    return Number.NaN
  }, words.split(' ')[0] as string)
  return top && box ? Math.abs(box.y - line) : Number.NaN
}

test('a denial is told as one, and a card with all said of it fits into half a window', async ({
  launch,
  folder,
}) => {
  const desk = await cityDesk(launch, folder)
  const { page } = desk
  const { app } = desk.running
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1360, 860))
  await desk.mark('denied poisoning anyone', 'Accusation')
  await page.keyboard.press('t')
  await expect(card(desk).getByPlaceholder('No other act here')).toBeFocused()
  for (const key of ['Escape', 'Shift+Digit1', 'Shift+Digit1', 'p', '2']) await page.keyboard.press(key)
  await expect(desk.text).toBeFocused()
  const box = await card(desk).boundingBox()
  expect(box?.height).toBeLessThanOrEqual(300)
  for (const choice of await card(desk).getByRole('radio').all())
    expect((await choice.boundingBox())?.height).toBeGreaterThanOrEqual(24)
  await desk.annotation('Actor: Mayor Elin Brask').click()
  const beside = page.getByRole('region', { name: 'Acts beside the text' })
  await expect(
    beside.getByRole('button', { name: /^denied .+ accuses .+ of “denied poisoning/ }),
  ).toBeVisible()
})

test('in a narrow window the label and the words of an act are shown once, and the guideline stays in sight', async ({
  launch,
  folder,
}) => {
  const desk = await cityDesk(launch, folder)
  const { app } = desk.running
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 700))
  await desk.mark('pledged to reopen the tram line', 'Commitment')
  await expect(desk.card.getByRole('region', { name: 'Selected act' })).toBeVisible()
  await expect(desk.card.getByText('pledged to reopen the tram line')).toHaveCount(1)
  await expect(desk.card.getByRole('heading')).toHaveText(['Commitment'])
  await desk.page.keyboard.press('Shift+G')
  await expect(desk.inspector.getByRole('region', { name: 'Guideline', exact: true })).toBeInViewport({
    ratio: 1,
  })
})

test('axe finds nothing wrong in an open card, light or dark', async ({ launch, folder }) => {
  test.slow()
  const desk = await cityDesk(launch, folder)
  const { page } = desk
  await desk.mark('pledged to reopen the tram line before winter', 'Commitment')
  await desk.mark('charged Marrow Foods with poisoning the mussel farmers', 'Accusation')
  await page.keyboard.press('Shift+Digit3')
  for (const theme of ['Light', 'Dark'] as const) {
    await desk.menu('View', `${theme} theme`)
    await expect.poll(() => desk.isDark()).toBe(theme === 'Dark')
    const faults = async () => {
      const { violations } = await new AxeBuilder({ page })
        .setLegacyMode(true)
        .include('main')
        .include('aside')
        .analyze()
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
    }
    expect((await faults()).filter((one) => !one.includes('role="option"'))).toEqual([])
    await page.keyboard.press('c')
    await expect(card(desk).getByRole('combobox', { name: 'Accused' })).toBeFocused()
    expect((await faults()).filter((one) => !one.includes('role="option"'))).toEqual([])
    await page.keyboard.press('Escape')
  }
})
