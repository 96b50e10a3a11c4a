import { expect } from '@playwright/test'
import { Desk } from './desk.ts'
import { test } from './fixture.ts'
import { press } from './presses.ts'
import { wordsOnScreen } from './words-on-screen.ts'
import { idOf, makeWorkspace, SAMPLES } from './workspace.ts'

const FISHERIES = 'Norland, Vesteria sign accord on Skerry Bank cod after two-year standoff'

test('what is selected, words or a mark, is given its extent by the same keys', async ({
  launch,
  folder,
}) => {
  const workspace = makeWorkspace(folder, SAMPLES)
  const desk = new Desk(await launch({ workspace, args: ['--article', idOf(workspace, FISHERIES)] }))
  const { page } = desk
  const selected = desk.annotations.getByRole('option', { selected: true })

  await test.step('words: from the caret on, from both ends, wider and narrower', async () => {
    await desk.select('patrol ship')
    await press(page, 'ArrowLeft')
    await press(page, 'e', 3)
    await expect.poll(() => desk.selection()).toBe('patrol ships it')
    await press(page, 'Shift+E')
    await press(page, 'a', 2)
    await expect.poll(() => desk.selection()).toBe('the two patrol ships')
    await press(page, 'Shift+ArrowRight', 4)
    await expect.poll(() => desk.selection()).toBe('two patrol ships')
    await press(page, 'x')
    await press(page, 'Shift+ArrowLeft')
    await expect.poll(() => desk.selection()).toBe('two patrol ship')
    await press(page, 'Shift+ArrowRight')
    await press(page, 'w')
    await expect
      .poll(() => desk.selection())
      .toMatch(
        /^Norland Foreign Minister .* since the quarrel began$|^Norland Foreign Minister .*Vesterian owners$/s,
      )
    await press(page, 'Shift+W')
    await expect.poll(() => desk.selection()).toBe('two patrol ships')
  })

  await test.step('a mark: the same, without being deleted and made again', async () => {
    await press(page, '2')
    await expect(selected).toHaveAccessibleName('Commitment: two patrol ships')
    const id = await selected.getAttribute('data-annotation-id')
    await press(page, 'a')
    await press(page, 'x')
    await press(page, 'Control+Shift+ArrowRight', 2)
    await expect(selected).toHaveAccessibleName('Commitment: the two patrol ships it sent')
    await press(page, 'x')
    await press(page, 'Shift+ArrowRight', 4)
    await expect(selected).toHaveAccessibleName('Commitment: two patrol ships it sent')
    await press(page, 'Shift+A')
    await press(page, 'Shift+E')
    await expect(selected).toHaveAccessibleName('Commitment: patrol ships it')
    expect(await selected.getAttribute('data-annotation-id')).toBe(id)
    await press(page, 'Shift+E', 3)
    await expect(page.getByText('would end before it starts')).toBeVisible()
    await expect(selected).toHaveAccessibleName('Commitment: patrol')
  })

  await test.step('what went one way is undone in one go', async () => {
    await press(page, 'Control+Z')
    await expect(selected).toHaveAccessibleName('Commitment: patrol ships it sent')
    await press(page, 'Control+Z', 3)
    await expect(selected).toHaveAccessibleName('Commitment: two patrol ships')
  })

  await test.step('acts, and sentences without a mark, have keys of their own', async () => {
    await desk.mark('Dace', 'Actor')
    await desk.mark('The two sides will open', 'Accusation')
    await press(page, 'Shift+J')
    await expect(selected).toHaveAccessibleName('Commitment: two patrol ships')
    await press(page, 'Shift+K')
    await expect(selected).toHaveAccessibleName('Accusation: The two sides will open')
    await press(page, 'm')
    await press(page, 'Control+Shift+ArrowRight')
    await expect.poll(() => desk.selection()).toBe('Skippers')
  })
})

test('a triple click takes a sentence, and the handles of a mark are dragged', async ({ launch, folder }) => {
  const workspace = makeWorkspace(folder, SAMPLES)
  const desk = new Desk(await launch({ workspace, args: ['--article', idOf(workspace, FISHERIES)] }))
  const { page } = desk
  const selected = desk.annotations.getByRole('option', { selected: true })
  const sentence = 'The accord came close to failing last month'
  const inSentence = (await wordsOnScreen(desk.text, 'close to failing')).start
  await page.mouse.click(inSentence.x, inSentence.y, { clickCount: 3 })
  await expect.poll(() => desk.selection()).toBe(sentence)
  await page.keyboard.down('Alt')
  await page.mouse.click(inSentence.x, inSentence.y, { clickCount: 3 })
  await page.keyboard.up('Alt')
  await expect.poll(() => desk.selection()).toBe(`${sentence}.`)

  await desk.mark('close to failing', 'Commitment')
  const drag = async (from: { x: number; y: number }, to: { x: number; y: number }) => {
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move((from.x + to.x) / 2, to.y)
    await page.mouse.move(to.x, to.y)
    await page.mouse.up()
  }
  const mark = await wordsOnScreen(desk.text, 'close to failing')
  await drag(mark.end, (await wordsOnScreen(desk.text, 'last mo')).end)
  await expect(selected).toHaveAccessibleName('Commitment: close to failing last month')
  await drag(mark.start, (await wordsOnScreen(desk.text, 'ccord came')).start)
  await expect(selected).toHaveAccessibleName('Commitment: accord came close to failing last month')
  await page.keyboard.down('Alt')
  const wider = await wordsOnScreen(desk.text, 'accord came close to failing last month')
  await drag(wider.end, (await wordsOnScreen(desk.text, 'last mo')).end)
  await page.keyboard.up('Alt')
  await expect(selected).toHaveAccessibleName('Commitment: accord came close to failing last mo')
  await press(page, 'Control+Z', 3)
  await expect(selected).toHaveAccessibleName('Commitment: close to failing')
})
