import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Locator } from '@playwright/test'
import { Desk } from './desk.ts'
import { test } from './fixture.ts'
import { makeWorkspace, SAMPLES } from './workspace.ts'

const STRIKE = 'Dockers, terminal owners reach deal to end 19-day port strike'
const FISHERIES = 'Norland, Vesteria sign accord on Skerry Bank cod after two-year standoff'

/** The field of the palette or of “Go to article”, and the option that Enter takes. */
function picker({ page }: Desk, name: string): { readonly field: Locator; readonly chosen: Locator } {
  return {
    field: page.getByRole('combobox', { name }),
    chosen: page.getByRole('dialog').getByRole('option', { selected: true }),
  }
}

/** The keys of a command in the menu. */
const menuKeys = ({ running }: Desk, id: string): Promise<string | null> =>
  running.app.evaluate(({ Menu }, wanted) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(wanted)
    return (item?.accelerator as string | undefined) ?? null
  }, id)

/** Presses a key that no American keyboard has: what it types, and where it lies. */
async function pressForeign({ page }: Desk, key: string, code: string): Promise<void> {
  const input = await page.context().newCDPSession(page)
  await input.send('Input.dispatchKeyEvent', { type: 'keyDown', key, code, text: key })
  await input.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code })
  await input.detach()
}

/** Asks for new keys of a command in the keyboard sheet, by keys alone. */
async function askForKeys({ page }: Desk, command: string): Promise<void> {
  await page.keyboard.press('?')
  await expect(page.getByRole('searchbox', { name: 'Find a command or a key' })).toBeFocused()
  await page.keyboard.type(command)
  const change = page.getByRole('button', { name: `Change the keys of ${command}`, exact: true })
  while (!(await change.evaluate((button) => button === document.activeElement)))
    await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: `New keys of ${command}` })).toBeFocused()
}

test('the palette runs a command on what is selected, as its key would', async ({ launch, folder }) => {
  const desk = new Desk(await launch({ workspace: makeWorkspace(folder, SAMPLES) }))
  const { page } = desk
  const { field, chosen } = picker(desk, 'Command')
  await desk.select('Dockers United')

  await test.step('Escape leaves everything as it was', async () => {
    await page.keyboard.press('Control+K')
    await expect(field).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(desk.text).toBeFocused()
    await expect.poll(() => desk.selection()).toBe('Dockers United')
  })

  await test.step('a few letters find it, Enter runs it', async () => {
    await page.keyboard.press('Control+K')
    await page.keyboard.type('annot actr')
    await expect(chosen).toHaveAccessibleName('Actor')
    await expect(chosen).toHaveAccessibleDescription('Annotate, 1')
    await page.keyboard.press('Enter')
    await expect(desk.annotation('Actor: Dockers United')).toBeVisible()
    await expect(desk.text).toBeFocused()
  })

  await test.step('what was used last comes first, and undo says what it undoes', async () => {
    await page.keyboard.press('Control+K')
    await expect(chosen).toHaveAccessibleName('Actor')
    await page.keyboard.press('ArrowDown')
    await expect(chosen).toHaveAccessibleName('New workspace…')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await expect(chosen).toHaveAccessibleName('About Glosswright')
    await page.keyboard.type('undo')
    await expect(chosen).toHaveAccessibleName('Undo: Mark as Actor')
    await page.keyboard.press('Enter')
    await expect(desk.annotation('Actor: Dockers United')).toHaveCount(0)
  })

  await test.step('a command that opens a sheet opens it, and says how many commands there are', async () => {
    await page.keyboard.press('Control+K')
    await page.keyboard.type('zzzz')
    await expect(page.getByText('No command fits.')).toBeVisible()
    await page.keyboard.press('Enter')
    await field.fill('guidel')
    await expect(page.getByText('2 commands', { exact: true })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: 'Guidelines' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(desk.text).toBeFocused()
  })
})

test('go to article finds by a few letters, and leads into the text', async ({ launch, folder }) => {
  const desk = new Desk(await launch({ workspace: makeWorkspace(folder, SAMPLES) }))
  const { page } = desk
  const { field, chosen } = picker(desk, 'Article')
  await expect(desk.text).toBeVisible()
  await page.keyboard.press('Control+Shift+K')
  await expect(field).toBeFocused()
  await expect(page.getByText('8 articles', { exact: true })).toBeVisible()
  await page.keyboard.type('sker bnk')
  await expect(chosen).toHaveAccessibleName(FISHERIES)
  await page.keyboard.press('Enter')
  await expect(page).toHaveTitle(`${FISHERIES} — Glosswright`)
  await expect(desk.text).toBeFocused()

  // From the list of articles too, and without waiting for what is found.
  await page.keyboard.press('Alt+1')
  await expect(desk.articles).toBeFocused()
  await page.keyboard.press('Control+Shift+K')
  await page.keyboard.type('dockers')
  await page.keyboard.press('Enter')
  await expect(page).toHaveTitle(`${STRIKE} — Glosswright`)
  await expect(desk.text).toBeFocused()
})

test('keys are bound anew by keys, at once and everywhere, and are kept', async ({ launch, folder }) => {
  test.slow()
  const workspace = makeWorkspace(folder, SAMPLES)
  const desk = new Desk(await launch({ workspace }))
  const { page } = desk
  await desk.mark('Dockers United', 'Actor')

  await test.step('Escape leaves a command its keys', async () => {
    await askForKeys(desk, 'Unsure')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Change the keys of Unsure' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(desk.text).toBeFocused()
  })

  await test.step('a key finds its command, which stays in sight when it has other keys', async () => {
    await page.keyboard.press('?')
    await page.keyboard.type('b')
    await expect(page.getByRole('listitem')).toHaveText([/^Fold or unfold boilerplate/])
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.press('q')
    await expect(page.getByRole('listitem')).toHaveText([/^Fold or unfold boilerplateQ/])
    await expect(page.getByRole('button', { name: 'Change the keys of Fold' })).toBeFocused()
    await page.keyboard.press('Escape')
  })

  await test.step('what cannot be bound is refused with a sentence', async () => {
    await askForKeys(desk, 'Unsure')
    await page.keyboard.press('Control+C')
    await expect(page.getByText('Ctrl+C belongs to the system, in every program.')).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByText('Enter presses buttons')).toBeVisible()
  })

  await test.step('a key that another command has is taken from it, and that is said', async () => {
    await page.keyboard.press('m')
    await expect(
      page.getByText('M was “Next sentence without a mark”; it is “Unsure” now, and'),
    ).toBeVisible()
    await expect(page.getByRole('button', { name: 'Change the keys of Unsure' })).toBeFocused()
    await expect(page.getByRole('listitem').filter({ hasText: /^Unsure/ })).toContainText('M')
    await page.keyboard.press('Escape')
  })

  const isBound = async (there: Desk) => {
    await there.mark('midnight', 'Actor')
    await there.page.keyboard.press('u')
    await there.page.keyboard.press('m')
    await expect(there.annotation('Actor: midnight')).toHaveAccessibleDescription(/^unsure/)
    await expect(there.card).toContainText('Unsure M')
    expect([await menuKeys(there, 'annotation.unsure'), await menuKeys(there, 'go.next-unmarked')]).toEqual([
      'M',
      null,
    ])
    await there.page.keyboard.press('Control+K')
    await there.page.keyboard.type('unsure')
    await expect(picker(there, 'Command').chosen).toHaveAccessibleDescription('Annotate, M')
    await there.page.keyboard.press('Escape')
  }

  await test.step('the key works at once: in the text, on the screen, in the menu and in the palette', async () => {
    await isBound(desk)
    await page.keyboard.press('Control+Z')
    await page.keyboard.press('Control+Z')
    await expect(desk.annotation('Actor: midnight')).toHaveCount(0)
    await desk.saved()
  })

  await test.step('a letter that the menu cannot show, and a label’s key', async () => {
    await askForKeys(desk, 'Commitment')
    await pressForeign(desk, 'ö', 'Semicolon')
    await expect(page.getByText('“Commitment” has Ö now.')).toBeVisible()
    await page.keyboard.press('Escape')
    expect(await menuKeys(desk, 'mark.commitment')).toBeNull()
    await expect(desk.label('Commitment')).toContainText('Ö')
    await desk.select('said')
    await pressForeign(desk, 'ö', 'Semicolon')
    await expect(desk.annotation('Commitment: said')).toBeVisible()
    await desk.saved()
  })

  await test.step('a Cyrillic keyboard has the letter of a command where an American one has it', async () => {
    await page.keyboard.press('j')
    await expect(desk.card).toContainText('Actor')
    await pressForeign(desk, 'о', 'KeyJ')
    await expect(desk.card).toContainText('Commitment')
  })

  await desk.close()
  const again = new Desk(await launch({ workspace }))
  await test.step('and after a restart', () => isBound(again))

  await test.step('one command is reset, then all', async () => {
    await askForKeys(again, 'Unsure')
    await again.page.keyboard.press('Tab')
    await again.page.keyboard.press('Tab')
    await expect(again.button('Reset').and(again.page.locator(':focus'))).toHaveText('Reset')
    await again.page.keyboard.press('Enter')
    await expect(again.page.getByText('“Unsure” has U now.')).toBeVisible()
    await again.button('Reset all keys').focus()
    await again.page.keyboard.press('Enter')
    await expect(again.page.getByText('All commands have the keys they came with.')).toBeVisible()
    await again.page.keyboard.press('Escape')
    expect(await menuKeys(again, 'go.next-unmarked')).toBe('M')
    expect(await menuKeys(again, 'mark.commitment')).toBe('2')
  })
})

test('keys in the preferences that are none are left out, and the rest of them is kept', async ({
  launch,
  folder,
  profile,
}) => {
  const workspace = makeWorkspace(folder, SAMPLES)
  await writeFile(
    path.join(profile, 'preferences.json'),
    JSON.stringify({ annotator: 'Ana Ruiz', keys: { 'select.widen': ['Hyper+ß+'] } }),
  )
  const desk = new Desk(await launch({ workspace }))
  await expect(desk.page.getByText('The keys in your preferences could not be read')).toBeVisible()
  await expect(desk.page.getByText('Ana Ruiz')).toBeVisible()
  expect(await menuKeys(desk, 'select.widen')).toBe('W')
})
