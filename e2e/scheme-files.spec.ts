import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import { Desk } from './desk.ts'
import { test } from './fixture.ts'
import { MARKER, signIn } from './marked-workspace.ts'
import { press } from './presses.ts'
import { marksIn, schemeOn } from './scheme-view.ts'
import { glosswright, hashesIn, idOf, makeWorkspace, SAMPLES } from './workspace.ts'

const STRIKE_FILE = path.join(SAMPLES, 'port-strike-deal.txt')
const STRIKE = 'Dockers, terminal owners reach deal to end 19-day port strike'

const label = (id: string, title: string, key: string, shape: string) => ({
  id,
  title,
  key,
  shape,
  hue: 100,
  description: '',
  guideline: `What **${title}** means.`,
  isMention: false,
  lead: '',
})

const CLAIMS = {
  id: 'claims',
  title: 'Claims and evidence',
  labels: [label('claim', 'Claim', '1', 'tint'), label('evidence', 'Evidence', '7', 'wave')],
  roles: [],
  attributes: [],
  links: [{ id: 'supports', title: 'Supports', on: ['evidence'], key: '', expectedWith: null }],
  actorTypes: [],
  guidelines: '',
}

test('a scheme of other labels is imported, and everything follows it', async ({ launch, folder }) => {
  const workspace = makeWorkspace(folder, STRIKE_FILE)
  const desk = new Desk(await launch({ workspace }))
  const { page } = desk
  const scheme = schemeOn(page)
  await desk.mark('Emeric Faulds', 'Actor')

  const exported = path.join(folder, 'ACA-1.json')
  await desk.answerSaveDialog(exported)
  await press(page, 'Control+4')
  await scheme.button('Export this scheme…').click()
  await expect(page.getByText('The scheme is written to')).toBeVisible()

  const file = path.join(folder, 'claims.json')
  await writeFile(file, '{"format": "glosswright/scheme", "version": 1}')
  await desk.answerOpenDialog([file])
  await scheme.button('Import a scheme…').click()
  await expect(page.getByText('“claims.json” is damaged')).toBeVisible()

  await writeFile(file, JSON.stringify({ format: 'glosswright/scheme', version: 1, scheme: CLAIMS }))
  await scheme.button('Import a scheme…').click()
  await expect(scheme.sheet.getByRole('region', { name: 'Goes' })).toContainText('Actor label, 1 annotation')
  await expect(scheme.sheet.getByRole('region', { name: 'Comes' })).toContainText('Evidence')
  await press(page, 'Enter')
  await expect(scheme.sheet).toHaveCount(0)

  await test.step('the scheme view offers to migrate what the new scheme does not know', async () => {
    const unknown = scheme.view.getByRole('region', { name: 'Not in the scheme' })
    await expect(unknown).toContainText('1 of your annotations has a label that the scheme does not know.')
    await unknown.getByRole('button', { name: 'Merge actor into another' }).click()
    await expect(scheme.sheet).toContainText('1 of your annotations in 1 article changes.')
    await scheme.sheet.getByRole('button', { name: 'Merge' }).click()
    await expect(unknown).toHaveCount(0)
  })

  await test.step('bar, keys, list, palette and guideline are those of the new labels', async () => {
    await press(page, 'Control+1')
    await expect(desk.annotation('Claim: Emeric Faulds')).toBeVisible()
    await expect(desk.labels.getByRole('button')).toHaveText([/Claim/, /Evidence/])
    await desk.select('Rosalind Achterby')
    await press(page, '7')
    await expect(desk.annotation('Evidence: Rosalind Achterby')).toBeVisible()
    await press(page, 'Shift+G')
    await expect(page.getByRole('region', { name: 'Guideline' })).toContainText('What Evidence means.')
    await press(page, 'Control+k')
    await page.keyboard.type('evidence')
    await expect(page.getByRole('option', { name: /Evidence/ }).first()).toBeVisible()
    await press(page, 'Escape')
    await desk.saved()
    expect(marksIn(workspace, STRIKE).toSorted()).toEqual([
      'claim: Emeric Faulds',
      'evidence: Rosalind Achterby',
    ])
  })

  await test.step('ACA-1 comes back from its own file as it went', async () => {
    await press(page, 'Control+4')
    await desk.answerOpenDialog([exported])
    await scheme.button('Import a scheme…').click()
    await scheme.sheet.getByRole('button', { name: 'Take this scheme' }).click()
    const again = path.join(folder, 'again.json')
    await desk.answerSaveDialog(again)
    await scheme.button('Export this scheme…').click()
    await expect(page.getByText(/again.json/)).toBeVisible()
    expect(await readFile(again, 'utf8')).toBe(await readFile(exported, 'utf8'))
  })
})

test('others’ annotations keep an id that is changed, and the preview says so', async ({
  launch,
  folder,
}) => {
  const workspace = makeWorkspace(folder, STRIKE_FILE)
  const desk = new Desk(await launch({ workspace }))
  const { page } = desk
  await desk.mark('Emeric Faulds', 'Actor')
  await desk.saved()
  const id = idOf(workspace, STRIKE)
  const home = path.join(workspace, 'annotators')
  const [mine = ''] = Object.keys(await hashesIn(home))
  const record = await readFile(path.join(home, mine), 'utf8')
  const theirs = path.join(home, MARKER, `${id}.json`)
  await mkdir(path.dirname(theirs), { recursive: true })
  await writeFile(
    theirs,
    record
      .replaceAll(`"annotator": "${path.dirname(mine)}"`, `"annotator": "${MARKER}"`)
      .replaceAll(`"annotator":"${path.dirname(mine)}"`, `"annotator":"${MARKER}"`),
  )
  const scheme = schemeOn(page)
  await press(page, 'Control+4')
  await scheme.button('Change the id…').click()
  const field = scheme.sheet.getByRole('textbox', { name: 'New id' })
  await field.fill('two words')
  await expect(scheme.sheet.getByRole('alert')).toHaveText(
    'An id is letters and digits, with hyphens between them.',
  )
  await expect(scheme.sheet.getByRole('button', { name: 'Change' })).toBeDisabled()
  await field.fill('agent')
  await expect(scheme.sheet).toContainText('1 of your annotations in 1 article changes.')
  await expect(scheme.sheet).toContainText(`1 annotation of ${MARKER} keeps “actor”`)
  await press(page, 'Enter')
  await expect(scheme.view).toContainText('Id in files: agent')
  await desk.saved()
  expect(await readFile(theirs, 'utf8')).toContain('"label":"actor"')
  expect(await readFile(path.join(home, mine), 'utf8')).toContain('"label":"agent"')
  await desk.close()

  await test.step('the old label stays for them, until they have done the same', async () => {
    const profile = path.join(folder, 'their profile')
    await signIn(profile)
    const other = new Desk(await launch({ workspace, userData: profile }))
    await expect(other.text).toBeVisible()
    await expect(other.annotation('Actor (old): Emeric Faulds')).toBeVisible()
    // Throws where something is wrong.
    glosswright('check', workspace)
    await press(other.page, 'Control+4')
    const theirScheme = schemeOn(other.page)
    await theirScheme.view.getByRole('option', { name: /^Actor \(old\)/ }).click()
    await theirScheme.button('Merge into another…').click()
    await expect(theirScheme.sheet).toContainText('1 of your annotations in 1 article changes.')
    await press(other.page, 'Tab', 1)
    await press(other.page, 'Enter')
    await expect(theirScheme.view.getByRole('option', { name: /^Actor \(old\)/ })).toHaveCount(0)
    expect(await readFile(theirs, 'utf8')).toContain('"label":"agent"')
  })
})
