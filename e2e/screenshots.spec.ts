import { chmod } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import { Desk, type LabelTitle } from './desk.ts'
import { test } from './fixture.ts'
import { SCENE } from './mark-scene.ts'
import { makeMarkedWorkspace, signIn } from './marked-workspace.ts'
import { press } from './presses.ts'
import { makeWorkspace, SAMPLES } from './workspace.ts'

const IMAGES = path.join(import.meta.dirname, '..', 'docs', 'images')
const FISHERIES = 'Norland, Vesteria sign accord on Skerry Bank cod after two-year standoff'

/** Acts and the actors in them, in the order of the text. */
const MARKS: readonly (readonly [LabelTitle, string])[] = [
  ['Actor', 'each government'],
  ['Commitment', 'agreeing to cap its cod catch at 40,000 tons a season'],
  ['Commitment', "let the other's inspectors board its trawlers"],
  ['Actor', "the other's inspectors"],
  ['Commitment', 'will open a joint licensing office'],
  ['Actor', 'Norland Foreign Minister Ana Ruiz'],
  ['Commitment', 'would withdraw the two patrol ships it sent to the bank last spring'],
  ['Commitment', 'gave me his word that no Vesterian boat will cross the line before the ice goes out'],
  ['Actor', 'Fisheries Minister Eluard Dace'],
  ['Commitment', 'pledged instead to scrap 14 factory ships within three years'],
  ['Commitment', 'urged Norland to do the same'],
  ['Accusation', 'accused the crew of the patrol ship Halvard of ramming the trawler Santa Brisa'],
  ['Actor', 'the crew of the patrol ship Halvard'],
  ['Actor', 'the Vesterian parliament'],
  ['Accusation', 'condemned Norland for what it called "murder under a flag.'],
  ['Commitment', 'threatened to close its ports to Norland tankers unless the captain was handed over'],
  ['Actor', 'Norland tankers'],
]

/** Who is in which act, by the first letters that a person would type. */
const ROLES: readonly (readonly [act: string, ...keys: readonly string[]])[] = [
  ['Commitment: would withdraw the two patrol ships it sent to the bank last spring', 'rui'],
  ['Commitment: pledged instead to scrap 14 factory ships within three years', 'dac'],
  ['Commitment: urged Norland to do the same', 'dac'],
  ['Accusation: condemned Norland for what it called "murder under a flag.', 'par', 'nor'],
  [
    'Accusation: accused the crew of the patrol ship Halvard of ramming the trawler Santa Brisa',
    'dac',
    'cre',
  ],
]

/** Every mention becomes an actor of its own, and the acts are told whole. */
async function tellActs(desk: Desk): Promise<void> {
  const { page } = desk
  for (const [label, words] of MARKS.filter(([title]) => title === 'Actor')) {
    await desk.annotation(`${label}: ${words}`).click()
    await press(page, 'c')
    await press(page, 'Enter')
    await expect(desk.card).toContainText(words)
    await press(page, 'Escape')
  }
  for (const [act, ...names] of ROLES) {
    await desk.annotation(act).click()
    await press(page, 'c')
    for (const name of names) {
      await page.keyboard.type(name)
      await press(page, 'Enter')
    }
    await press(page, 'Alt+2')
  }
}

/** Takes the window's picture: into the documentation when UPDATE_SCREENSHOTS=1, else into the output of the test. */
async function picture(desk: Desk, name: string): Promise<void> {
  const file = process.env.UPDATE_SCREENSHOTS ? path.join(IMAGES, name) : test.info().outputPath(name)
  await desk.page.evaluate(() => document.fonts.ready)
  expect(await desk.page.evaluate(() => [innerWidth, innerHeight])).toEqual([1440, 900])
  // The minimap is drawn once the analyst comes to rest.
  await desk.page.waitForTimeout(600)
  await desk.page.screenshot({ path: file, animations: 'disabled', caret: 'hide' })
}

async function fullSize(desk: Desk): Promise<void> {
  await desk.running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1440, 900),
  )
  await expect.poll(() => desk.page.evaluate(() => [innerWidth, innerHeight])).toEqual([1440, 900])
}

async function takeName({ page }: Desk): Promise<void> {
  await page.getByRole('textbox', { name: 'Your name' }).fill('Tove Aldmark')
  await page.getByRole('button', { name: 'Use this name' }).click()
  await expect(page.getByRole('textbox', { name: 'Your name' })).toHaveCount(0)
}

/** Empties the find field and leaves it, so that nothing found is painted. */
async function clearFind({ find, page, text }: Desk): Promise<void> {
  await find.fill('')
  await page.keyboard.press('Escape')
  await expect(text).toBeFocused()
}

test('pictures of the desk at work, light and dark', async ({ launch, folder }) => {
  test.slow()
  const desk = new Desk(await launch({ workspace: makeWorkspace(folder, SAMPLES) }))
  const { page } = desk
  await fullSize(desk)
  await takeName(desk)
  await desk.menu('View', 'Light theme')
  await desk.openArticle('Dockers, terminal owners reach deal to end 19-day port strike')
  await desk.mark('Dockers United', 'Actor')
  await page.getByRole('radio', { name: 'done' }).check()
  await desk.openArticle(FISHERIES)
  for (const [label, words] of MARKS) await desk.mark(words, label)
  await clearFind(desk)
  await tellActs(desk)
  await desk.annotation('Commitment: urged Norland to do the same').click()
  await page.keyboard.press('u')
  await desk
    .annotation('Accusation: accused the crew of the patrol ship Halvard of ramming the trawler Santa Brisa')
    .click()
  await page.keyboard.press('n')
  await page.keyboard.type('Denied by the Norland Coast Guard two paragraphs on.')
  await page.keyboard.press('Escape')
  await expect(desk.annotations.getByRole('option', { selected: true })).toHaveAccessibleDescription(
    /^with a note/,
  )
  await desk.saved()
  await expect(page.getByRole('heading', { name: `Annotations · ${MARKS.length}` })).toBeVisible()
  await expect(desk.text.getByText('Santa Brisa', { exact: false }).first()).toBeInViewport()
  await expect(desk.card.getByRole('heading')).toHaveText('Accusation')
  await picture(desk, 'annotate.png')
  await desk.menu('View', 'Dark theme')
  await expect.poll(() => desk.isDark()).toBe(true)
  await picture(desk, 'annotate-dark.png')
  await desk.menu('View', 'Light theme')
  await press(page, 'Control+2')
  await page.getByRole('option', { name: 'Fisheries Minister Eluard Dace', exact: true }).click()
  await expect(page.getByText('accused the crew').first()).toBeVisible()
  await picture(desk, 'actors.png')
  await press(page, 'Control+4')
  await expect(page.getByRole('textbox', { name: 'Title of the scheme' })).toBeVisible()
  await picture(desk, 'scheme.png')
  await press(page, 'Control+6')
  await page.getByRole('radio', { name: /^CoNLL/ }).check()
  await expect(page.getByRole('region', { name: 'A piece of the file' })).toBeVisible()
  await picture(desk, 'exchange.png')
})

test('a picture of marks that lie in every way they can', async ({ launch, folder, profile }) => {
  await signIn(profile)
  const desk = new Desk(await launch({ workspace: await makeMarkedWorkspace(folder, SCENE) }))
  await fullSize(desk)
  await desk.menu('View', 'Light theme')
  await expect.poll(() => desk.isDark()).toBe(false)
  await desk.annotation('Commitment: withdraw the two patrol ships').click()
  await expect(desk.card.getByRole('heading')).toHaveText('Commitment')
  await picture(desk, 'marks.png')
})

test('a picture of the first start', async ({ launch }) => {
  const desk = new Desk(await launch())
  await fullSize(desk)
  await desk.page.getByRole('textbox', { name: 'Your name' }).fill('Tove Aldmark')
  await expect(desk.articles.getByRole('option')).toHaveCount(8)
  await expect(desk.text).toBeVisible()
  await desk.menu('View', 'Light theme')
  await expect.poll(() => desk.isDark()).toBe(false)
  await desk.page.keyboard.press('Alt+2')
  // The name that whoever takes the picture has on this machine belongs in none.
  await desk.page
    .getByRole('contentinfo')
    .locator('> span')
    .last()
    .evaluate((name) => {
      name.textContent = 'Tove Aldmark'
    })
  await picture(desk, 'first-start.png')
})

test('a picture of trouble', async ({ launch, folder }) => {
  test.skip(process.getuid?.() === 0 || process.platform === 'win32', 'root may write everywhere')
  const workspace = makeWorkspace(folder, SAMPLES)
  const desk = new Desk(await launch({ workspace }))
  await fullSize(desk)
  await takeName(desk)
  await desk.openArticle(FISHERIES)
  await desk.mark('each government', 'Actor')
  await desk.saved()
  const annotators = path.join(workspace, 'annotators', 'Tove Aldmark')
  await chmod(annotators, 0o555)
  await desk.mark('agreeing to cap its cod catch at 40,000 tons a season', 'Commitment')
  await expect(desk.status).toContainText(
    'could not be saved: access is denied; please check the permissions',
  )
  await expect(desk.annotation('Actor: each government')).toBeVisible()
  await desk.menu('View', 'Light theme')
  await expect.poll(() => desk.isDark()).toBe(false)
  await clearFind(desk)
  await picture(desk, 'trouble.png')
  await chmod(annotators, 0o755)
  await desk.saved()
})
