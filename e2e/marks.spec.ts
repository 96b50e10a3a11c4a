import { AxeBuilder } from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { Desk } from './desk.ts'
import { test as base } from './fixture.ts'
import { SCENE } from './mark-scene.ts'
import { type MarkedArticle, makeMarkedWorkspace, signIn } from './marked-workspace.ts'
import { wordsOnScreen } from './words-on-screen.ts'

/** Opens the desk on an article with marks, the caret at its beginning. */
type OpenDesk = (article?: MarkedArticle) => Promise<Desk>

const test = base.extend<{ readonly openDesk: OpenDesk }>({
  openDesk: async ({ launch, folder, profile }, use) => {
    await use(async (article = SCENE) => {
      await signIn(profile)
      const desk = new Desk(await launch({ workspace: await makeMarkedWorkspace(folder, article) }))
      await expect(desk.annotations.getByRole('option').first()).toBeVisible()
      await desk.page.keyboard.press('Alt+2')
      await expect(desk.text).toBeFocused()
      return desk
    })
  },
})

/** A few pages of text with a mark in its first and its last paragraph. */
const LONG: MarkedArticle = {
  text: [
    'The long log of the harbour office',
    ...Array.from(
      { length: 120 },
      (_, i) => `Entry ${i}: the pilots of berth${i} report calm water and no vow of any kind.`,
    ),
  ].join('\n'),
  marks: [
    { label: 'actor', words: 'berth0 ' },
    { label: 'accusation', words: 'berth119 report', note: 'The last of all.' },
  ],
}

const CREDIT = 'Photo: Odile Marrak / Coastal Wire'

test.describe('boilerplate', () => {
  test('is folded into rows that say why, and one key unfolds it and folds it again', async ({
    openDesk,
  }) => {
    const desk = await openDesk()
    const credit = desk.text.getByText(CREDIT)
    await expect(credit).toBeHidden()
    await expect(desk.text.getByText('Crews mend nets')).toBeHidden()
    expect(await rowsOf(desk)).toEqual([
      'photo credit · 2 lines',
      'share bar · 1 line',
      'links to other articles · 1 line',
    ])
    expect(await desk.blocks()).toBe(SCENE.text)
    await desk.page.keyboard.press('b')
    await expect(credit).toBeVisible()
    await desk.page.keyboard.press('b')
    await expect(credit).toBeHidden()
    await desk.menu('View', 'Fold or unfold boilerplate')
    await expect(credit).toBeVisible()
  })

  test('lets a selection pass over it, which copies every character', async ({ openDesk }) => {
    const desk = await openDesk()
    await desk.page.keyboard.press('Control+A')
    await desk.page.keyboard.press('Control+C')
    await expect.poll(() => desk.clipboard()).toBe(SCENE.text)
    await expect(desk.text.getByText(CREDIT)).toBeHidden()
  })

  test('unfolds for words that are found in it, and for a click on its row', async ({ openDesk }) => {
    const desk = await openDesk()
    const credit = desk.text.getByText('Wire')
    await desk.select('Wire')
    await expect(credit).toBeInViewport()
    await expect.poll(() => desk.selection()).toBe('Wire')
    await desk.page.keyboard.press('b')
    await expect(credit).toBeHidden()
    const title = await desk.text.getByText('Norland and Vesteria trade').boundingBox()
    const { x = 0, y = 0, height = 0 } = title ?? {}
    await desk.page.mouse.click(x + 20, y + height + 14)
    await expect(credit).toBeVisible()
  })
})

/** What is to be read where lines are folded; it is drawn, and not in the text. */
function rowsOf({ text }: Desk): Promise<string[]> {
  return text.evaluate((element) =>
    Array.from(element.querySelectorAll('p'), (line) => getComputedStyle(line, '::before').content)
      .filter((content) => content !== 'none')
      .map((content) => JSON.parse(content)),
  )
}

test('the strip at the foot shows what lies under the caret, or under the mouse, and selects it', async ({
  openDesk,
}) => {
  const desk = await openDesk()
  const strip = desk.reader.getByRole('group', { name: 'Marks here' })
  const chips = strip.getByRole('button')
  await expect(chips).toHaveCount(0)
  await desk.select('the captain')
  await expect(chips).toHaveText([
    /^Actor“the captain”/,
    /^Accusation“accused the captain/,
    /^Accusation“Vesteria said/,
  ])
  await chips.nth(1).click()
  await expect(desk.card.getByRole('heading')).toHaveText('Accusation')
  await expect(chips.nth(0)).toHaveAttribute('aria-pressed', 'true')
  await expect(desk.text).toBeFocused()
  const { start: place } = await wordsOnScreen(desk.text, 'a senior aide')
  await desk.page.mouse.move(place.x + 5, place.y)
  await expect(chips).toHaveText([/^Actor“a senior aide”/])
  // Between the fragments of the pledge lies no mark but what lies there itself.
  const gap = await wordsOnScreen(desk.text, 'said late')
  await desk.page.mouse.move(gap.start.x + 5, gap.start.y)
  await expect(chips).toHaveText([/^Accusation“accused the captain/, /^Accusation“Vesteria said/])
  expect((await strip.boundingBox())?.height).toBeLessThan(40)
})

test('a screen reader hears what was selected, and nothing while the caret moves', async ({ openDesk }) => {
  const desk = await openDesk()
  // What a check has to say follows.
  const heard = (sentence: string) => desk.reader.getByText(new RegExp(`^${sentence}(, hint: .+)?$`))
  await desk.annotation('Actor: the captain').click()
  await expect(heard('Actor, 2 words, inside Accusation, inside Accusation')).toHaveCount(1)
  await desk.page.keyboard.press('Alt+2')
  await desk.page.keyboard.press('Tab')
  await expect(
    heard('Accusation, 20 words, contains Actor the captain and 6 more, inside Accusation'),
  ).toHaveCount(1)
  await desk.page.keyboard.press('ArrowRight')
  await expect(desk.card).toHaveCount(0)
  await expect(desk.reader.getByText(/^(Actor|Accusation), \d/)).toHaveCount(0)
  await desk.annotation('Commitment: agreed to talks').click()
  await expect(heard('Commitment, 3 words, unsure')).toHaveCount(1)
})

test('a click in the minimap goes there, and marks far away are reached by it', async ({ openDesk }) => {
  const desk = await openDesk(LONG)
  const { x = 0, y = 0, width = 0, height = 0 } = (await desk.reader.boundingBox()) ?? {}
  const last = desk.text.getByText('berth119')
  const first = desk.text.getByText('berth0 ')
  await expect(first).toBeInViewport()
  const bar = await desk.text.evaluate((text) => {
    const scroller = text.parentElement?.parentElement as HTMLElement
    return scroller.offsetWidth - scroller.clientWidth
  })
  const gutter = x + width - bar - 8
  await desk.page.mouse.click(gutter, y + height - 45)
  await expect(last).toBeInViewport()
  await expect(first).not.toBeInViewport()
  await expect(desk.text).toBeFocused()
  await desk.page.mouse.move(gutter, y + height / 2)
  await desk.page.mouse.down()
  await desk.page.mouse.move(gutter, y + 5, { steps: 4 })
  await desk.page.mouse.up()
  await expect(first).toBeInViewport()
})

test.describe('copy with marks', () => {
  /** What a program gets that pastes styled text. */
  async function pastedHtml({ page, text }: Desk): Promise<string> {
    const pasted = await page.evaluateHandle(() => ({
      html: new Promise<string>((resolve) => {
        const take = (event: ClipboardEvent) => {
          event.stopImmediatePropagation()
          resolve(event.clipboardData?.getData('text/html') ?? '')
        }
        window.addEventListener('paste', take, { capture: true, once: true })
      }),
    }))
    await text.press('Control+V')
    return pasted.evaluate(({ html }) => html)
  }

  test('takes the selected words with the marks in them, as text and drawn', async ({ openDesk }) => {
    const desk = await openDesk()
    await desk.select('Guard before spring, and')
    await desk.page.keyboard.press('Control+Shift+C')
    await expect
      .poll(() => desk.clipboard())
      .toBe(
        '[Accusation: [Accusation: [Commitment: [Commitment: [Commitment: [Actor: Guard]]][Commitment, continued:  before] spring]], and]',
      )
    await expect(desk.page.getByText('Copied with 6 marks.')).toBeVisible()
    const html = await pastedHtml(desk)
    expect(html).toMatch(/<span style="background-color: #[0-9a-f]{6}">Guard<\/span><sup [^>]+>Actor<\/sup>/)
    expect(html).toMatch(/text-decoration: underline wavy #[0-9a-f]{6}/)
  })

  test('takes the selected mark where no words are selected, by the menu too, and else the whole article', async ({
    openDesk,
  }) => {
    const desk = await openDesk()
    await desk.annotation('Actor: a senior aide').click()
    await desk.menu('Edit', 'Copy with marks')
    await expect.poll(() => desk.clipboard()).toBe('[Actor: a senior aide]')
    await desk.page.keyboard.press('Alt+2')
    await desk.page.keyboard.press('ArrowRight')
    await desk.page.keyboard.press('Control+Shift+C')
    await expect.poll(() => desk.clipboard()).toContain('\n[Actor: Foreign Minister')
    expect(await desk.clipboard()).toContain(CREDIT)
    // The next ordinary copy is an ordinary one.
    await desk.select('spring')
    await desk.page.keyboard.press('Control+C')
    await expect.poll(() => desk.clipboard()).toBe('spring')
  })
})

test('on paper there is the whole text with all its marks, the labels, and the annotations with their notes', async ({
  openDesk,
}) => {
  const desk = await openDesk(LONG)
  const { page } = desk
  await desk.menu('View', 'Dark theme')
  await expect.poll(() => desk.isDark()).toBe(true)
  await page.emulateMedia({ media: 'print' })
  const paper = page.getByRole('article')
  await expect(paper.getByRole('heading', { level: 1 })).toHaveText('The long log of the harbour office')
  await expect(paper.getByText('Entry 119:')).toBeVisible()
  await expect(paper.getByText('berth119 report').first()).toBeVisible()
  for (const heading of ['Labels', 'Annotations · 2'])
    await expect(paper.getByRole('heading', { name: heading })).toBeVisible()
  await expect(paper.getByRole('listitem')).toHaveText([
    /^Actor/,
    /^Commitment/,
    /^Accusation/,
    /^Actor berth0/,
    /^Accusation berth119 reportThe last of all\.$/,
  ])
  for (const part of [desk.reader, desk.inspector, desk.labels, desk.articles])
    await expect(part).toBeHidden()
  const ink = await paper.evaluate((element) => getComputedStyle(element).color)
  expect(lightnessOf(ink)).toBeLessThan(0.5)
  await page.emulateMedia({ media: null })
  await expect(paper).toHaveCount(0)
  await expect(desk.text).toBeVisible()
})

const lightnessOf = (colour: string): number => Number(/oklch\(([\d.]+)/.exec(colour)?.[1])

test('a long article fills several pages of paper', async ({ openDesk }) => {
  const desk = await openDesk(LONG)
  const pages = await desk.running.app.evaluate(async ({ BrowserWindow }) => {
    const pdf = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({})
    return pdf?.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
  })
  expect(pages).toBeGreaterThan(3)
})

test('lines that are written from right to left begin at the right, and the others at the left', async ({
  openDesk,
}) => {
  const desk = await openDesk()
  const directionOf = (words: string) =>
    desk.text
      .locator('p')
      .filter({ hasText: words })
      .evaluate((line) => getComputedStyle(line).direction)
  expect(await directionOf('התחייבה')).toBe('rtl')
  expect(await directionOf('تعهدت')).toBe('rtl')
  expect(await directionOf('He vowed')).toBe('ltr')
})

for (const theme of ['Light', 'Dark'] as const) {
  test(`axe finds nothing wrong with marks of every kind in the ${theme.toLowerCase()} theme`, async ({
    openDesk,
  }) => {
    const desk = await openDesk()
    await desk.menu('View', `${theme} theme`)
    await expect.poll(() => desk.isDark()).toBe(theme === 'Dark')
    const faults = async () => {
      const { violations } = await new AxeBuilder({ page: desk.page })
        .setLegacyMode(true)
        .include('main')
        .analyze()
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
    }
    await desk.annotation('Actor: the captain').click()
    expect(await faults()).toEqual([])
    await desk.page.keyboard.press('Alt+2')
    await desk.page.keyboard.press('b')
    await expect(desk.text.getByText(CREDIT)).toBeVisible()
    expect(await faults()).toEqual([])
  })
}
