import path from 'node:path'
import { expect } from '@playwright/test'
import { actor, choose, FIRST, mentions, open, openActors, register, SECOND, test } from './actor-desk.ts'
import { hashesIn } from './workspace.ts'

test('C and Enter make a new actor of a mention, and the same name is linked by itself from then on', async ({
  openDesk,
}) => {
  const { desk } = await openDesk()
  const { keyboard } = desk.page
  await desk.mark('Norland', 'Actor')
  await expect(desk.card).toContainText('Not linked yet')
  await keyboard.press('c')
  await expect(desk.card.getByRole('combobox', { name: 'Actor of this mention' })).toBeFocused()
  await expect(desk.card.getByRole('option').first()).toHaveAccessibleName('New actor “Norland”')
  await keyboard.press('Enter')
  await expect(desk.card).not.toContainText('Not linked yet')
  await expect(desk.text).toBeFocused()
  await open(desk, SECOND)
  await desk.mark('Norland', 'Actor')
  await expect(desk.card).not.toContainText('Not linked yet')
  await expect(desk.card.getByRole('combobox', { name: 'Type of Norland' })).toBeVisible()
  await keyboard.press('Control+Z')
  await expect(desk.annotations.getByRole('option')).toHaveCount(0)
  await keyboard.press('Control+Z')
  await expect(desk.page).toHaveTitle(`${FIRST} — Glosswright`)
  await expect(desk.card).toContainText('Not linked yet')
  await openActors(desk)
  await expect(actor(desk, 'Norland')).toHaveCount(0)
})

test('a mention by another name is linked to a known actor by its digit, teaches it, and is unlinked', async ({
  openDesk,
}) => {
  const { desk } = await openDesk()
  const { keyboard } = desk.page
  await register(desk, 'Coastal League')
  await desk.select('League thanked')
  await keyboard.press('Shift+E')
  await keyboard.press('1')
  await expect(desk.card).toContainText('Not linked yet')
  await keyboard.press('c')
  await keyboard.press('2')
  await expect(desk.card).not.toContainText('Not linked yet')
  await openActors(desk)
  await choose(desk, 'Coastal League')
  await expect(desk.page.getByRole('region', { name: 'Aliases' })).toContainText('League')
  await expect(mentions(desk)).toHaveCount(2)
  await keyboard.press('Escape')
  await desk.card.getByRole('button', { name: 'Unlink' }).press('Enter')
  await expect(desk.card).toContainText('Not linked yet')
})

test('actors are merged, shown by the surviving name, and set apart again', async ({ openDesk }) => {
  const { desk } = await openDesk()
  const { keyboard } = desk.page
  await register(desk, 'Norland')
  await register(desk, 'Coastal League')
  await openActors(desk)
  await choose(desk, 'Norland')
  await expect(mentions(desk)).toHaveCount(1)
  await keyboard.press('m')
  await keyboard.type('coast')
  await keyboard.press('Enter')
  await expect(desk.page.getByRole('region', { name: 'Merge' })).toContainText(
    '“Norland” becomes a name of “Coastal League”; its 1 mention will show “Coastal League”.',
  )
  await keyboard.press('Enter')
  await expect(desk.page.getByRole('heading', { name: 'Coastal League', exact: true })).toBeVisible()
  await expect(actor(desk, 'Norland')).toHaveCount(0)
  await expect(mentions(desk)).toHaveCount(2)
  await keyboard.press('Escape')
  await desk.annotation('Actor: Norland').click()
  await expect(desk.card).toContainText('Coastal League')
  await keyboard.press('Control+Z')
  await expect(desk.card).not.toContainText('Coastal League')
  await keyboard.press('Control+Shift+Z')
  await expect(desk.card).toContainText('Coastal League')
  await openActors(desk)
  await choose(desk, 'Coastal League')
  await desk.page.getByRole('button', { name: 'Split off Norland' }).press('Enter')
  await expect(actor(desk, 'Norland')).toBeVisible()
  await expect(mentions(desk)).toHaveCount(1)
})

test('an actor is renamed as it is typed, and texts still call it by the name before', async ({
  openDesk,
}) => {
  const { desk } = await openDesk()
  const { keyboard } = desk.page
  await register(desk, 'Norland')
  await openActors(desk)
  await choose(desk, 'Norland')
  await keyboard.press('Enter')
  const name = desk.page.getByRole('textbox', { name: 'Name' })
  await expect(name).toBeFocused()
  await keyboard.press('Control+A')
  await keyboard.type('Kingdom of Norland')
  await keyboard.press('Enter')
  await expect(actor(desk, 'Kingdom of Norland')).toBeVisible()
  await expect(desk.page.getByRole('region', { name: 'Aliases' }).getByRole('listitem')).toHaveText([
    /^Norland/,
    '',
  ])
  await keyboard.press('Control+Z')
  await expect(actor(desk, 'Norland')).toBeVisible()
  await expect(desk.page.getByRole('region', { name: 'Aliases' }).getByRole('listitem')).toHaveCount(1)
})

test('chosen mentions are split off as an actor of their own, and undo joins them again', async ({
  openDesk,
}) => {
  const { desk } = await openDesk()
  const { keyboard } = desk.page
  await register(desk, 'Norland')
  await open(desk, SECOND)
  await desk.mark('Norland', 'Actor')
  await openActors(desk)
  await choose(desk, 'Norland')
  await expect(mentions(desk)).toHaveCount(2)
  await desk.page.getByRole('listbox', { name: 'Mentions', exact: true }).focus()
  await keyboard.press('Space')
  await desk.page.getByRole('combobox', { name: 'Actor of the chosen mentions' }).focus()
  await keyboard.type('Norland United')
  await keyboard.press('Enter')
  await expect(desk.page.getByRole('heading', { name: 'Norland United', exact: true })).toBeVisible()
  await expect(mentions(desk)).toHaveCount(1)
  await keyboard.press('Control+Z')
  await expect(actor(desk, 'Norland United')).toHaveCount(0)
  await choose(desk, 'Norland')
  await expect(mentions(desk)).toHaveCount(2)
})

test('mentions that are not linked yet are linked in one go over all articles, and undone in one', async ({
  openDesk,
}) => {
  const { desk } = await openDesk()
  const { keyboard } = desk.page
  await desk.mark('Norland', 'Actor')
  await open(desk, SECOND)
  await desk.mark('Norland', 'Actor')
  await desk.mark('Vesteria', 'Actor')
  await openActors(desk)
  await keyboard.press('Home')
  await expect(actor(desk, 'Not linked yet (3)')).toHaveAttribute('aria-selected', 'true')
  const groups = desk.page.getByRole('listbox', { name: 'Mentions not linked yet' })
  await expect(groups).toBeVisible()
  await keyboard.press('Enter')
  await expect(groups).toBeFocused()
  await expect(groups.getByRole('option')).toHaveCount(2)
  await expect(groups.getByRole('option', { name: 'Norland' })).toHaveAccessibleDescription('2 mentions')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await expect(actor(desk, 'Not linked yet (1)')).toBeVisible()
  await expect(groups).toBeFocused()
  await choose(desk, 'Norland')
  await expect(mentions(desk)).toHaveCount(2)
  await keyboard.press('Control+Z')
  await expect(actor(desk, 'Not linked yet (3)')).toBeVisible()
  await expect(actor(desk, 'Norland')).toHaveCount(0)
})

test('all names that are not linked yet become actors in one go, and one undo takes all of it back', async ({
  openDesk,
}) => {
  const { desk, workspace } = await openDesk()
  const { keyboard } = desk.page
  await open(desk, SECOND)
  await desk.mark('Norland', 'Actor')
  await desk.mark('Vesteria', 'Actor')
  await open(desk, FIRST)
  await register(desk, 'Norland')
  await desk.mark('Coastal League', 'Actor')
  await desk.mark('talks', 'Actor')
  await desk.saved()
  const before = await hashesIn(path.join(workspace, 'annotators'))
  await openActors(desk)
  await keyboard.press('Home')
  await expect(actor(desk, 'Not linked yet (4)')).toHaveAttribute('aria-selected', 'true')
  const groups = desk.page.getByRole('listbox', { name: 'Mentions not linked yet' })
  await expect(groups).toBeVisible()
  await keyboard.press('Enter')
  await expect(groups).toBeFocused()
  await expect(groups.getByRole('option', { name: 'Vesteria' })).toBeChecked()
  await expect(groups.getByRole('option', { name: 'talks' })).not.toBeChecked()
  const says = (sentence: string) => expect(desk.page.getByText(sentence)).toBeVisible()
  await says('2 new actors, 1 known one; 3 mentions in 2 articles.')
  const selected = groups.getByRole('option', { selected: true })
  while ((await selected.getAttribute('aria-label')) !== 'Vesteria') await keyboard.press('ArrowDown')
  await keyboard.press('Space')
  await says('1 new actor, 1 known one; 2 mentions in 2 articles.')
  await keyboard.press('Space')
  await keyboard.press('n')
  const button = desk.button('New actor for each')
  await expect(button).toBeFocused()
  await expect(button).toHaveAccessibleDescription('2 new actors, 1 known one; 3 mentions in 2 articles.')
  await keyboard.press('Enter')
  await says('Link 3 mentions to 2 new actors, 1 known one: done in 2 articles.')
  await expect(actor(desk, 'Not linked yet (1)')).toBeVisible()
  await expect(groups).toBeFocused()
  await choose(desk, 'Norland')
  await expect(mentions(desk)).toHaveCount(2)
  await choose(desk, 'Coastal League')
  await expect(mentions(desk)).toHaveCount(1)
  await keyboard.press('Control+Z')
  await says('Undone: Link 3 mentions to 2 new actors, 1 known one, in 2 articles.')
  await expect(actor(desk, 'Not linked yet (4)')).toBeVisible()
  await expect(actor(desk, 'Vesteria')).toHaveCount(0)
  expect(await hashesIn(path.join(workspace, 'annotators'))).toEqual(before)
})

test('Enter on a mention shows it in its article', async ({ openDesk }) => {
  const { desk } = await openDesk()
  await register(desk, 'Norland')
  await open(desk, SECOND)
  await openActors(desk)
  await choose(desk, 'Norland')
  await expect(mentions(desk)).toHaveCount(1)
  await desk.page.getByRole('listbox', { name: 'Mentions', exact: true }).press('Enter')
  await expect(desk.page).toHaveTitle(`${FIRST} — Glosswright`)
  await expect(desk.annotation('Actor: Norland')).toHaveAttribute('aria-selected', 'true')
  await expect(desk.text).toBeFocused()
})

test('what is known of an actor is written down, and an id of the wrong form is not', async ({
  openDesk,
}) => {
  const { desk } = await openDesk()
  const { page } = desk
  const { keyboard } = page
  await register(desk, 'Norland')
  await register(desk, 'Coastal League')
  await openActors(desk)
  await choose(desk, 'Coastal League')
  await page.getByRole('combobox', { name: 'New member' }).focus()
  await keyboard.type('norl')
  await keyboard.press('Enter')
  await expect(
    page.getByRole('region', { name: 'Members' }).getByRole('button', { name: 'Norland', exact: true }),
  ).toBeVisible()
  await page.getByRole('textbox', { name: 'New alias' }).focus()
  await keyboard.type('CL')
  await keyboard.press('Enter')
  const aliases = page.getByRole('region', { name: 'Aliases' })
  await expect(aliases).toContainText('CL')
  await aliases.getByRole('button', { name: 'Remove CL' }).press('Enter')
  await expect(aliases).not.toContainText('CL')
  await expect(page.getByRole('listbox', { name: 'Actors', exact: true })).toBeFocused()
  const wikidata = page.getByRole('textbox', { name: 'Wikidata id' })
  await wikidata.focus()
  await keyboard.type('Q')
  await expect(page.getByText('A Wikidata id is Q and a number')).toBeVisible()
  await keyboard.type('12')
  await expect(page.getByText('A Wikidata id is Q and a number')).toHaveCount(0)
  await keyboard.press('Escape')
  await expect(wikidata).toHaveValue('Q12')
  await desk.saved()
  await keyboard.press('Control+Z')
  await expect(wikidata).toHaveValue('')
})
