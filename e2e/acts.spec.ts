import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { card, cityDesk, offered } from './city-desk.ts'
import type { Desk } from './desk.ts'
import { test } from './fixture.ts'
import { glosswright } from './workspace.ts'

type Filler = { readonly mention?: string; readonly actor?: string; readonly constant?: string }
type Exported = {
  readonly id: string
  readonly label: string
  readonly text: string
  readonly fragments?: readonly { readonly text: string }[]
  readonly roles: Readonly<Record<string, readonly Filler[]>>
  readonly attributes: Readonly<Record<string, string>>
  readonly links?: readonly { readonly kind: string; readonly to: string }[]
}
type Dataset = {
  readonly actors: readonly { readonly id: string; readonly name: string }[]
  readonly articles: readonly { readonly annotations: readonly Exported[] }[]
}

/** Somebody who has read on to the place, and whose keystrokes from there on are counted. */
class Analyst {
  strokes = 0
  readonly #desk: Desk
  readonly #page: Page

  constructor(desk: Desk) {
    this.#desk = desk
    this.#page = desk.page
  }

  /** Puts the caret before these words. */
  async readTo(words: string): Promise<void> {
    await this.#desk.select(words)
    await this.#page.keyboard.press('ArrowLeft')
    this.strokes = 0
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.#page.keyboard.press(key)
      this.strokes += 1
    }
  }

  async type(words: string): Promise<void> {
    await this.#page.keyboard.type(words)
    this.strokes += words.length
  }
}

async function exported(desk: Desk, folder: string): Promise<Dataset> {
  const out = path.join(folder, 'out.json')
  await desk.saved()
  await desk.answerSaveDialog(out)
  await desk.page.keyboard.press('Control+E')
  await expect(desk.page.getByText(/are exported/)).toBeVisible()
  glosswright('validate', out)
  return JSON.parse(await readFile(out, 'utf8'))
}

/** What the dataset says of the act over these words, with the words of whoever is in it. */
function actIn({ articles, actors }: Dataset, words: string) {
  const all = articles.flatMap(({ annotations }) => annotations)
  const act = all.find(({ label, text }) => label !== 'actor' && text.startsWith(words))
  if (!act) throw new Error(`No act begins with “${words}”`)
  const nameOf = ({ mention, actor, constant }: Filler) =>
    all.find(({ id }) => id === mention)?.text ?? actors.find(({ id }) => id === actor)?.name ?? constant
  const roles = Object.entries(act.roles).map(([role, fillers]) => [role, fillers.map(nameOf)])
  const textOf = (id: string) => all.find((one) => one.id === id)?.text
  return {
    text: (act.fragments ?? [act]).map(({ text }) => text).join(' … '),
    ...Object.fromEntries(roles),
    ...act.attributes,
    ...(act.links ? { links: act.links.map(({ kind, to }) => `${kind} ${textOf(to)}`) } : {}),
  }
}

test('acts of every kind are told whole by keys alone', async ({ launch, folder }, testInfo) => {
  test.setTimeout(180_000)
  const desk = await cityDesk(launch, folder)
  const analyst = new Analyst(desk)
  const counts: Record<string, number> = {}
  const TO_THE_END = 'Alt+Shift+ArrowRight'
  const tell = async (kind: string, words: string, how: () => Promise<void>) => {
    await analyst.readTo(words)
    await how()
    await expect(desk.text).toBeFocused()
    counts[kind] = analyst.strokes
  }

  await tell('a pledge', 'pledged to reopen', async () => {
    await analyst.press('2', TO_THE_END)
    await expect(offered(desk, 'committer', 'Mayor Elin Brask')).toBeVisible()
    await analyst.press('Shift+Digit1')
    await expect(card(desk).getByRole('group', { name: 'Committer' })).toContainText('Mayor Elin Brask')
  })
  await tell('an agreement of two', 'agreed to share', async () => {
    await analyst.press('2', TO_THE_END)
    await analyst.press('c')
    await expect(card(desk).getByRole('combobox', { name: 'Committer' })).toBeFocused()
    await analyst.type('ha,qu')
    await analyst.press('Enter', '2')
  })
  await tell('a conditional offer', 'offered to fund', async () => {
    await analyst.press('2', TO_THE_END, 'c', '1', '3')
  })
  // Who urges is the likeliest subject; who is urged comes behind.
  await tell('an urged call', 'urged the city', async () => {
    await analyst.press('2', TO_THE_END, 'Shift+Digit2', 'd', '5')
  })
  await tell('a threat', 'threatened to close', async () => {
    await analyst.press('2', TO_THE_END, 'c')
    await analyst.type('st')
    await analyst.press('Enter', '6', 'c', 'Tab', 'Tab', '1', 'Escape')
  })
  await tell('an accusation, formal', 'charged Marrow', async () => {
    await analyst.press('3', 'r', 'c')
    await analyst.type('in')
    await analyst.press('Enter', '1', '2')
  })
  expect(counts['an accusation, formal']).toBeLessThanOrEqual(12)
  await tell('its victim and source', 'charged Marrow', async () => {
    await analyst.press('Tab', 'c', 'Tab', 'Tab')
    await analyst.type('mu')
    await analyst.press('Enter', 'Escape', 'c', 'Tab', 'Tab', 'Tab')
    await analyst.type('co')
    await analyst.press('Enter', 'Escape')
  })
  await tell('a denial of it', 'denied poisoning', async () => {
    await analyst.press('3', 'r', 'p', '2', 't')
    await expect(card(desk).getByRole('combobox', { name: 'Responds to' })).toBeFocused()
    await analyst.type('odd')
    await analyst.press('Enter')
  })
  await tell('an act cut in two', 'will, officials', async () => {
    await analyst.press('2', TO_THE_END, 'ArrowLeft', 'Control+ArrowRight', 'Control+Shift+ArrowRight')
    await analyst.press('Control+Shift+ArrowRight', 'Shift+F', 'c')
    await analyst.type('br')
    await analyst.press('Enter', 'Escape')
  })
  await tell('the same again', 'the tram line will', async () => {
    await analyst.press('2', TO_THE_END, 'y')
    await analyst.type('pledged')
    await analyst.press('Enter')
  })
  await tell('one whom the text never names', 'is to be audited', async () => {
    await analyst.press('2', TO_THE_END, 'c')
    await analyst.type('Tidewater Board')
    await analyst.press('Enter', 'Escape')
  })

  const dataset = await exported(desk, folder)
  expect(actIn(dataset, 'pledged')).toEqual({
    text: 'pledged to reopen the tram line before winter',
    committer: ['Mayor Elin Brask'],
  })
  expect(actIn(dataset, 'agreed')).toMatchObject({
    committer: ['Harbor Union', 'Quay Lines'],
    'commitment-force': 'agreed',
  })
  expect(actIn(dataset, 'offered')).toMatchObject({
    committer: ['Governor Sall'],
    'commitment-force': 'offered',
  })
  expect(actIn(dataset, 'urged')).toMatchObject({
    committer: ['the city council'],
    'commitment-force': 'urged',
  })
  expect(actIn(dataset, 'threatened')).toMatchObject({
    committer: ['Stave Shipping'],
    target: ['the dockers'],
    'commitment-force': 'threatened',
  })
  expect(actIn(dataset, 'charged')).toEqual({
    text: 'charged Marrow Foods with poisoning the mussel farmers',
    accuser: ['Inspector Odd Lien'],
    accused: ['Marrow Foods'],
    victim: ['the mussel farmers'],
    source: ['court papers'],
    'accusation-force': 'charged',
  })
  expect(actIn(dataset, 'denied')).toEqual({
    text: 'denied poisoning anyone',
    polarity: 'denied',
    links: ['responds-to charged Marrow Foods with poisoning the mussel farmers'],
  })
  expect(actIn(dataset, 'will')).toEqual({
    text: 'will … repair the old quay by June',
    committer: ['Mayor Elin Brask'],
  })
  expect(actIn(dataset, 'the tram line')).toMatchObject({
    links: ['same-as pledged to reopen the tram line before winter'],
  })
  expect(actIn(dataset, 'is to be audited')).toMatchObject({ committer: ['Tidewater Board'] })
  expect(dataset.actors.map(({ name }) => name)).toContain('Tidewater Board')

  const lines = Object.entries(counts).map(([kind, strokes]) => `${strokes} keystrokes: ${kind}`)
  console.log(lines.join('\n'))
  await testInfo.attach('keystrokes', { body: lines.join('\n') })
})
