import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { actor, choose, openActors, register, test } from './actor-desk.ts'
import { Desk } from './desk.ts'
import { MARKER } from './marked-workspace.ts'

test('what annotators say differently is shown and settled, and all is still there after a restart', async ({
  openDesk,
  launch,
}) => {
  const { desk, workspace } = await openDesk()
  await register(desk, 'Norland')
  await desk.card.getByRole('combobox', { name: 'Type of Norland' }).selectOption('state')
  await desk.saved()
  await theySay(workspace, { type: 'business', aliases: ['NL'] })
  await openActors(desk)
  await expect(actor(desk, 'Contradictions (1)')).toBeVisible()
  await desk.page.keyboard.press('Home')
  await desk.page.keyboard.press('ArrowDown')
  const question = desk.page.getByRole('group', { name: 'Type: said differently' })
  await expect(question).toContainText('business Ben')
  await question.getByRole('button').first().press('2')
  await expect(actor(desk, 'Contradictions (0)')).toBeVisible()
  await expect(desk.page.getByRole('listbox', { name: 'Actors', exact: true })).toBeFocused()
  await desk.saved()
  await desk.close()
  const again = new Desk(await launch({ workspace }))
  await expect(again.text).toBeVisible()
  await openActors(again)
  await choose(again, 'Norland')
  await expect(again.page.getByRole('combobox', { name: 'Type', exact: true })).toHaveValue('state')
  await expect(again.page.getByRole('region', { name: 'Aliases' })).toContainText('NL')
  await expect(actor(again, 'Contradictions (0)')).toBeVisible()
})

const registryOf = (workspace: string, annotator: string) =>
  path.join(workspace, 'annotators', annotator, 'actors.json')

/** Another annotator says something of our Norland, as their file has it once it has been synced. */
async function theySay(workspace: string, said: Readonly<Record<string, unknown>>): Promise<void> {
  const ours = JSON.parse(await readFile(registryOf(workspace, MARKER), 'utf8'))
  const theirs = {
    ...ours,
    annotator: 'Ben',
    actors: ours.actors.map((one: { id: string }) => (one.id === 'norland' ? { ...one, ...said } : one)),
  }
  await mkdir(path.join(workspace, 'annotators', 'Ben'), { recursive: true })
  await writeFile(registryOf(workspace, 'Ben'), JSON.stringify(theirs))
}

test('a damaged registry is said so where actors are, and gone on from its last good version', async ({
  openDesk,
  launch,
}) => {
  const { desk, workspace } = await openDesk()
  await register(desk, 'Norland')
  await desk.saved()
  await register(desk, 'Coastal League')
  await desk.saved()
  await desk.close()
  await writeFile(registryOf(workspace, MARKER), '{"format":')
  const again = new Desk(await launch({ workspace }))
  await expect(again.text).toBeVisible()
  await again.mark('Monday', 'Actor')
  await openActors(again)
  await expect(again.alert).toContainText('the last good version can be restored')
  await again.page.getByRole('button', { name: /^Go back to the 1 actors? of/ }).press('Enter')
  await expect(actor(again, 'Norland')).toBeVisible()
  await expect(again.alert).toHaveCount(0)
})

for (const theme of ['Light', 'Dark'] as const)
  test(`axe finds nothing wrong with the actors in the ${theme.toLowerCase()} theme`, async ({
    openDesk,
  }) => {
    test.slow()
    const { desk, workspace } = await openDesk()
    await desk.menu('View', `${theme} theme`)
    await register(desk, 'Norland')
    await register(desk, 'Coastal League')
    await desk.mark('Monday', 'Actor')
    expect(await faults(desk)).toEqual([])
    await desk.page.keyboard.press('c')
    await expect(desk.card.getByRole('option').first()).toBeVisible()
    expect(await faults(desk)).toEqual([])
    await desk.page.keyboard.press('Escape')
    await desk.saved()
    await theySay(workspace, { type: 'business', name: 'Northland' })
    await openActors(desk)
    for (const name of ['Not linked yet (1)', 'Contradictions (1)', 'Northland']) {
      await actor(desk, name).click()
      await expect(desk.page.getByRole('article')).toBeVisible()
      expect(await faults(desk)).toEqual([])
    }
  })

async function faults({ page }: Desk): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
    .filter((fault) => !BY_DESIGN.some((known) => known.test(fault)))
}
/** See accessible.spec.ts. */
const BY_DESIGN = [/^region: .*role="separator"/, /^label-content-name-mismatch: .*role="option"/]

test('a part of another’s that cannot be read is told of, and everything else works', async ({
  openDesk,
  launch,
}) => {
  const { desk, workspace } = await openDesk()
  await register(desk, 'Norland')
  await desk.saved()
  await desk.close()
  await mkdir(path.dirname(registryOf(workspace, 'Ben')), { recursive: true })
  await writeFile(registryOf(workspace, 'Ben'), '{"trunc')
  const again = new Desk(await launch({ workspace }))
  await expect(
    again.page.getByText(/Some actors of others are missing. .*annotators\/Ben\/actors.json/),
  ).toBeVisible()
  await openActors(again)
  await expect(actor(again, 'Norland')).toBeVisible()
})
