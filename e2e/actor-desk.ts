import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Locator } from '@playwright/test'
import { Desk } from './desk.ts'
import { test as base } from './fixture.ts'
import { signIn } from './marked-workspace.ts'
import { makeWorkspace } from './workspace.ts'

const ARTICLES = {
  'Talks open in Port Casse':
    'The Coastal League met on Monday. Norland agreed to talks, and the League thanked Norland.',
  'Talks go on in Ravensund':
    'The Coastal League met again. Norland left early, and Vesteria promised that it would stay.',
} as const
export const [FIRST, SECOND] = Object.keys(ARTICLES) as [string, string]

/** A workspace of two articles that name the same actors. */
type OpenDesk = () => Promise<{ readonly desk: Desk; readonly workspace: string }>

export const test = base.extend<{ readonly openDesk: OpenDesk }>({
  openDesk: async ({ launch, folder, profile }, use) => {
    await use(async () => {
      await signIn(profile)
      const files = await Promise.all(
        Object.entries(ARTICLES).map(async ([title, text], i) => {
          const file = path.join(folder, `${i}.txt`)
          await writeFile(file, `${title}\n\n${text}\n`)
          return file
        }),
      )
      const workspace = makeWorkspace(folder, ...files)
      const desk = new Desk(await launch({ workspace }))
      await open(desk, FIRST)
      return { desk, workspace }
    })
  },
})

/** Opens an article by keys alone. */
export async function open(desk: Desk, title: string): Promise<void> {
  await expect(desk.article(title)).toBeVisible()
  await desk.page.keyboard.press('Control+Shift+K')
  await expect(desk.page.getByRole('combobox', { name: 'Article' })).toBeFocused()
  await desk.page.keyboard.type(title)
  await desk.page.keyboard.press('Enter')
  await expect(desk.page).toHaveTitle(`${title} — Glosswright`)
  await expect(desk.text).toBeFocused()
}

export const actors = (desk: Desk): Locator => desk.page.getByRole('listbox', { name: 'Actors', exact: true })
export const actor = (desk: Desk, name: string): Locator =>
  actors(desk).getByRole('option', { name, exact: true })

export async function openActors(desk: Desk): Promise<void> {
  await desk.page.keyboard.press('Control+2')
  await expect(actors(desk)).toBeFocused()
}

/** Chooses an entry of the list of actors by its filter. */
export async function choose(desk: Desk, name: string): Promise<void> {
  await desk.page.keyboard.press('/')
  await desk.page.getByRole('searchbox', { name: 'Filter actors' }).fill(name)
  await desk.page.keyboard.press('Enter')
  await expect(desk.page.getByRole('heading', { name, exact: true })).toBeVisible()
  await desk.page.keyboard.press('/')
  await desk.page.keyboard.press('Escape')
}

/** Marks words and makes them a new actor. */
export async function register(desk: Desk, words: string): Promise<void> {
  await desk.mark(words, 'Actor')
  await desk.page.keyboard.press('c')
  await desk.page.keyboard.press('Enter')
  await expect(desk.card.getByText(words, { exact: true }).last()).toBeVisible()
  await expect(desk.text).toBeFocused()
}

export const mentions = (desk: Desk): Locator =>
  desk.page.getByRole('listbox', { name: 'Mentions', exact: true }).getByRole('option')
