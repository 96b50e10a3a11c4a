import { chmod, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import { Desk } from './desk.ts'
import { test } from './fixture.ts'
import { press } from './presses.ts'
import { marksIn, schemeOn, tabTo } from './scheme-view.ts'
import { glosswright, hashesIn, idOf, makeWorkspace, SAMPLES } from './workspace.ts'

const STRIKE_FILE = path.join(SAMPLES, 'port-strike-deal.txt')
const STRIKE = 'Dockers, terminal owners reach deal to end 19-day port strike'
const FISHERIES = 'Norland, Vesteria sign accord on Skerry Bank cod after two-year standoff'

const canLock = process.platform !== 'win32' && process.getuid?.() !== 0

const menuOfAnnotate = (desk: Desk): Promise<string[]> =>
  desk.running.app.evaluate(({ Menu }) => {
    const menu = Menu.getApplicationMenu()?.items.find(({ label }) => label === 'Annotate')
    return (menu?.submenu?.items ?? []).map(({ label }) => label)
  })

test('a label is made, used, renamed, recoloured and merged away by keyboard alone, and one undo brings it back', async ({
  launch,
  folder,
}) => {
  test.slow()
  const workspace = makeWorkspace(folder, SAMPLES)
  const desk = new Desk(await launch({ workspace, args: ['--article', idOf(workspace, STRIKE)] }))
  const { page } = desk
  const scheme = schemeOn(page)
  await expect(desk.text).toBeVisible()

  await test.step('a label “Denial” is added; its key is the next digit', async () => {
    await press(page, 'Control+4')
    await expect(scheme.view.getByRole('listbox', { name: 'Labels' })).toBeFocused()
    await tabTo(page, scheme.field('New label'))
    await page.keyboard.type('Denial')
    await press(page, 'Enter')
    await expect(scheme.field('Title')).toHaveValue('Denial')
    await expect(scheme.field('Key')).toHaveValue('4')
    await desk.saved()
    expect(await menuOfAnnotate(desk)).toContain('Denial')
  })

  await test.step('words are marked with it in two articles', async () => {
    await press(page, 'Control+1')
    await desk.select('Harbor Terminals')
    await press(page, '4')
    await expect(desk.annotation('Denial: Harbor Terminals')).toBeVisible()
    await desk.openArticle(FISHERIES)
    await desk.select('the quarrel')
    await press(page, '4')
    await expect(desk.annotation('Denial: the quarrel')).toBeVisible()
    await desk.saved()
  })

  await test.step('another title and another hue are in force at once, and the id stays', async () => {
    await press(page, 'Control+4')
    await press(page, 'End')
    await tabTo(page, scheme.field('Title'))
    await press(page, 'Control+a')
    await page.keyboard.type('Rejection')
    await tabTo(page, scheme.view.getByRole('slider', { name: 'Hue' }))
    await press(page, 'Home')
    await press(page, 'Control+1')
    await expect(desk.annotation('Rejection: the quarrel')).toBeVisible()
    await expect(desk.labels.getByRole('button', { name: 'Rejection' })).toBeVisible()
    await desk.saved()
    expect(marksIn(workspace, FISHERIES)).toEqual(['denial: the quarrel'])
    const out = path.join(folder, 'dataset.json')
    glosswright('export', workspace, '--format', 'glosswright', '--out', out)
    const { labels } = JSON.parse(await readFile(out, 'utf8')).scheme
    expect(labels[3]).toMatchObject({ id: 'denial', title: 'Rejection', hue: 0, key: '4' })
  })

  const before = await hashesIn(path.join(workspace, 'annotators'))
  const manifest = await readFile(path.join(workspace, 'glosswright.json'), 'utf8')

  await test.step('what cannot be is refused beside its field, with what was typed still there', async () => {
    await press(page, 'Control+4')
    await press(page, 'End')
    await tabTo(page, scheme.field('Title'))
    await press(page, 'Control+a')
    await page.keyboard.type('Actor')
    await expect(scheme.view.getByText('There is a label “Actor” already.')).toBeVisible()
    await expect(scheme.field('Title')).toHaveValue('Actor')
    await press(page, 'Control+a')
    await page.keyboard.type('Rejection')
    await tabTo(page, scheme.field('Key'))
    await press(page, 'Control+a')
    await page.keyboard.type('w')
    await expect(scheme.view.getByText(/^W is the key of the command “Widen/)).toBeVisible()
    await press(page, 'Control+a')
    await page.keyboard.type('2')
    await expect(scheme.view.getByText('2 is the key of “Commitment”.')).toBeVisible()
    await press(page, 'Control+a')
    await page.keyboard.type('4')
    await expect(scheme.view.getByText('2 is the key of “Commitment”.')).toHaveCount(0)
    await desk.saved()
    expect(await readFile(path.join(workspace, 'glosswright.json'), 'utf8')).toBe(manifest)
  })

  await test.step('it is merged into Accusation, with what that changes shown first', async () => {
    await tabTo(page, scheme.button('Merge into another…'))
    await press(page, 'Enter')
    await expect(scheme.sheet.getByRole('combobox', { name: 'Into' })).toBeFocused()
    await page.keyboard.type('Accusation')
    await expect(scheme.sheet).toContainText('2 of your annotations in 2 articles change.')
    await expect(scheme.sheet.getByRole('listitem')).toContainText(['the quarrel', 'Harbor Terminals'].sort())
    await tabTo(page, scheme.sheet.getByRole('button', { name: 'Merge' }))
    await press(page, 'Enter')
    await expect(scheme.sheet).toHaveCount(0)
    await expect(page.getByText('2 annotations in 2 articles changed with it.')).toBeVisible()
    await expect(scheme.item('Rejection')).toHaveCount(0)
    await expect(scheme.view.getByRole('listbox', { name: 'Labels' })).toBeFocused()
    expect(marksIn(workspace, FISHERIES)).toEqual(['accusation: the quarrel'])
    expect(marksIn(workspace, STRIKE)).toEqual(['accusation: Harbor Terminals'])
    expect(await menuOfAnnotate(desk)).not.toContain('Rejection')
  })

  await test.step('a value nobody uses goes by keyboard alone', async () => {
    await page.keyboard.press('Shift+Tab')
    await expect(scheme.tab('Labels')).toBeFocused()
    await press(page, 'ArrowDown', 2)
    await expect(scheme.tab('Attributes')).toBeFocused()
    await tabTo(page, scheme.button('Remove threatened'))
    await press(page, 'Enter')
    await expect(scheme.sheet).toContainText('None of your annotations change.')
    await press(page, 'Enter')
    await expect(scheme.sheet).toHaveCount(0)
    await expect(scheme.button('Remove threatened')).toHaveCount(0)
    await press(page, 'Control+z')
    await expect(scheme.button('Remove threatened')).toBeVisible()
  })

  await test.step('one undo brings all of it back, to the byte', async () => {
    await press(page, 'Control+1')
    await expect(desk.annotation('Accusation: the quarrel')).toBeVisible()
    await press(page, 'Control+z')
    await expect(desk.annotation('Rejection: the quarrel')).toBeVisible()
    await desk.saved()
    expect(await hashesIn(path.join(workspace, 'annotators'))).toEqual(before)
    expect(await readFile(path.join(workspace, 'glosswright.json'), 'utf8')).toBe(manifest)
    expect(await menuOfAnnotate(desk)).toContain('Rejection')
  })
})

test('a guideline is edited beside the text, and is there after a restart', async ({ launch, folder }) => {
  const workspace = makeWorkspace(folder, STRIKE_FILE)
  let desk = new Desk(await launch({ workspace }))
  let panel = desk.page.getByRole('region', { name: 'Guideline', exact: true })
  await desk.mark('Emeric Faulds', 'Accusation')
  await press(desk.page, 'Shift+G')
  await expect(panel).toContainText('Someone holds an actor responsible for a wrong.')
  await panel.getByRole('button', { name: 'Edit Guideline of Accusation' }).click()
  await panel.getByRole('textbox').fill('Somebody is **blamed**.')
  await press(desk.page, 'Escape')
  await expect(panel).toContainText('Somebody is blamed.')
  await desk.saved()
  await desk.close()

  desk = new Desk(await launch({ workspace }))
  panel = desk.page.getByRole('region', { name: 'Guideline', exact: true })
  await expect(panel).toBeVisible()
  await desk.annotation('Accusation: Emeric Faulds').click()
  await expect(panel).toContainText('Somebody is blamed.')
  await press(desk.page, 'Control+z')
  await expect(panel).toContainText('Someone holds an actor responsible for a wrong.')
  await press(desk.page, 'g')
  const page = desk.page.getByRole('dialog', { name: 'Guidelines' })
  await expect(page.getByRole('region', { name: 'Guideline of Commitment' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Guidelines on the whole' })).toContainText(
    'Mark what the text says',
  )
})

test('a scheme that can only be read says why', async ({ launch, folder }) => {
  test.skip(!canLock, 'this user may write everywhere')
  const workspace = makeWorkspace(folder, STRIKE_FILE)
  await chmod(workspace, 0o555)
  const desk = new Desk(await launch({ workspace }))
  await expect(desk.text).toBeVisible()
  await press(desk.page, 'Control+4')
  const scheme = schemeOn(desk.page)
  await expect(scheme.view).toContainText('can be read but not changed')
  await expect(scheme.field('Title')).toBeDisabled()
  await expect(scheme.field('New label')).toBeDisabled()
  await chmod(workspace, 0o755)
})
