import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Locator } from '@playwright/test'
import { Desk } from './desk.ts'
import { test as base } from './fixture.ts'
import { idOf, makeWorkspace, SAMPLES, showArticle } from './workspace.ts'

const STRIKE = 'Dockers, terminal owners reach deal to end 19-day port strike'
const RIVER = 'Drevania offers winter water as Sarn River talks resume'

type Scene = {
  readonly desk: Desk
  readonly workspace: string
  readonly queue: Locator
  readonly tab: (name: RegExp) => Locator
}

/** Two articles with three unsure marks in them, and a few that the checks have something to say of. */
const test = base.extend<{ readonly scene: Scene }>({
  scene: async ({ launch, folder }, use) => {
    const files = ['port-strike-deal.txt', 'river-water-talks.txt'].map((name) => path.join(SAMPLES, name))
    const workspace = makeWorkspace(folder, ...files)
    const desk = new Desk(await launch({ workspace }))
    const { keyboard } = desk.page
    await desk.openArticle(STRIKE)
    await desk.mark('Dockers United', 'Actor')
    await keyboard.press('U')
    await keyboard.press('N')
    await keyboard.type('Which branch?')
    await keyboard.press('Escape')
    await desk.mark('denied that anyone', 'Accusation')
    await keyboard.press('U')
    await desk.mark('and not from cocoa.', 'Accusation')
    await desk.openArticle(RIVER)
    await desk.mark('Drevania', 'Actor')
    await keyboard.press('U')
    await desk.saved()
    const view = desk.page.getByRole('region', { name: 'Queue' })
    await use({
      desk,
      workspace,
      queue: view.getByRole('listbox', { name: 'Queue' }),
      tab: (name) => view.getByRole('tab', { name }),
    })
  },
})

const namesIn = (list: Locator): Promise<string[]> =>
  list
    .getByRole('option')
    .evaluateAll((options) => options.map((option) => option.getAttribute('aria-label') ?? ''))

const UNSURE = ['Actor: Dockers United', 'Accusation: denied that anyone', 'Actor: Drevania']

const chosen = (list: Locator): Locator => list.getByRole('option', { selected: true })

test('what is unsure in all articles is walked, settled and opened by keys alone', async ({ scene }) => {
  const { desk, workspace, queue, tab } = scene
  const { page } = desk
  await page.keyboard.press('Control+3')
  await expect(tab(/^Unsure · 3$/)).toHaveAttribute('aria-selected', 'true')
  await expect(queue).toBeFocused()
  expect(await namesIn(queue)).toEqual(UNSURE)
  await expect(chosen(queue)).toHaveAccessibleDescription(`Which branch?, ${STRIKE}`)

  await test.step('one key says that it is sure, and the next is chosen', async () => {
    await page.keyboard.press('J')
    await expect(chosen(queue)).toHaveAccessibleName('Accusation: denied that anyone')
    await page.keyboard.press('U')
    await expect(queue.getByRole('option')).toHaveCount(2)
    await expect(chosen(queue)).toHaveAccessibleName('Actor: Drevania')
    await expect(tab(/^Unsure · 2$/)).toBeVisible()
    await desk.saved()
    const [strike] = [showArticle(workspace, idOf(workspace, STRIKE))]
    expect(strike.annotations.find(({ text }) => text === 'denied that anyone')?.certainty).toBe('sure')
  })

  await test.step('undo brings it back', async () => {
    await page.keyboard.press('Control+Z')
    await expect(queue.getByRole('option')).toHaveCount(3)
    expect(await namesIn(queue)).toEqual(UNSURE)
  })

  await test.step('keys pressed in a hurry are each for the one chosen then', async () => {
    await page.keyboard.press('Home')
    await page.keyboard.press('U')
    await page.keyboard.press('U')
    await expect(queue.getByRole('option')).toHaveCount(1)
    expect(await namesIn(queue)).toEqual(['Actor: Drevania'])
    await expect(tab(/^Unsure · 1$/)).toBeVisible()
  })

  await test.step('Enter opens the article at the mark', async () => {
    await page.keyboard.press('Enter')
    await expect(page).toHaveTitle(`${RIVER} — Glosswright`)
    await expect(desk.text).toBeFocused()
    await expect(desk.card).toContainText('Drevania')
  })
})

test('what the checks find is mended by one key, or shown where a person must choose', async ({ scene }) => {
  const { desk, queue, tab } = scene
  const { page } = desk
  await page.keyboard.press('Control+3')
  await page.keyboard.press('ArrowRight')
  await expect(tab(/^Hints/)).toHaveAttribute('aria-selected', 'true')
  const loose = queue.getByRole('option', { name: 'Accusation: and not from cocoa.' }).first()
  await expect(loose).toHaveAccessibleDescription(
    `This begins or ends with punctuation or a space., ${STRIKE}`,
  )

  await test.step('a full stop is trimmed', async () => {
    while ((await loose.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('J')
    await page.keyboard.press('H')
    await expect(loose).toHaveCount(0)
    await expect(queue.getByRole('option', { name: 'Accusation: and not from cocoa' })).toHaveCount(2)
    await expect(queue).toBeFocused()
  })

  await test.step('one kind can be looked at alone', async () => {
    await page.getByRole('combobox', { name: 'Kind of hint' }).selectOption('not linked to an actor · 2')
    expect(await namesIn(queue)).toEqual(['Actor: Dockers United', 'Actor: Drevania'])
  })

  await test.step('who is meant, a person says in the article', async () => {
    await queue.focus()
    await page.keyboard.press('H')
    await expect(page).toHaveTitle(`${STRIKE} — Glosswright`)
    await expect(desk.card).toContainText('Hint: this is not linked to an actor yet.')
    await expect(page.getByRole('combobox', { name: 'Actor of this mention' })).toBeFocused()
  })
})

test('Q goes through what is unsure, from article to article', async ({ scene }) => {
  const { desk, workspace } = scene
  const { page } = desk
  await page.keyboard.press('Q')
  await expect(page).toHaveTitle(`${STRIKE} — Glosswright`)
  await expect(desk.card).toContainText('Dockers United')
  await page.keyboard.press('Q')
  await expect(desk.card).toContainText('denied that anyone')
  await page.keyboard.press('U')
  await page.keyboard.press('Q')
  await expect(page).toHaveTitle(`${RIVER} — Glosswright`)
  await expect(desk.card).toContainText('Drevania')
  await page.keyboard.press('U')
  await page.keyboard.press('Q')
  await expect(desk.card).toContainText('Dockers United')
  await page.keyboard.press('U')
  await page.keyboard.press('Q')
  await expect(
    desk.status.or(page.getByText('Nothing in this workspace is marked unsure.')).last(),
  ).toBeVisible()
  await expect(page.getByText('Nothing in this workspace is marked unsure.')).toBeVisible()
  await desk.saved()
  expect(showArticle(workspace, idOf(workspace, RIVER)).annotations[0]?.certainty).toBe('sure')
})

test('a selected mark tells its hint, one key mends it, and the list shows those with hints', async ({
  scene,
}) => {
  const { desk } = scene
  const { page } = desk
  await desk.openArticle(STRIKE)
  await desk.annotation('Accusation: and not from cocoa.').click()
  await expect(desk.card).toContainText('Hint: this begins or ends with punctuation or a space.')
  await desk.text.focus()
  await page.keyboard.press('H')
  await expect(desk.annotation('Accusation: and not from cocoa')).toBeVisible()
  await expect(desk.card).toContainText('Hint: nobody is named as accuser.')
  await page.keyboard.press('Control+Z')
  await expect(desk.annotation('Accusation: and not from cocoa.')).toBeVisible()
  await desk.button('3 with hints').click()
  await expect(desk.inspector.getByText('Annotations · 3 of 3')).toBeVisible()
})

for (const theme of ['Light', 'Dark'] as const)
  test(`axe finds nothing wrong in the queue in the ${theme.toLowerCase()} theme`, async ({ scene }) => {
    const { desk, queue, tab } = scene
    await desk.menu('View', `${theme} theme`)
    await expect.poll(() => desk.isDark()).toBe(theme === 'Dark')
    for (const list of [/^Unsure/, /^Hints/]) {
      await desk.page.keyboard.press('Control+3')
      await tab(list).click()
      await expect(queue.getByRole('option').first()).toBeVisible()
      const { violations } = await new AxeBuilder({ page: desk.page }).setLegacyMode(true).analyze()
      const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
      // A row is named by its mark alone, and what else it shows is its description.
      expect(found.filter((one) => !/^label-content-name-mismatch: .*role="option"/.test(one))).toEqual([])
    }
  })
