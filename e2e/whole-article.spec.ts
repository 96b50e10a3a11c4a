import { expect, type Page } from '@playwright/test'
import { Desk, type LabelTitle } from './desk.ts'
import { test } from './fixture.ts'
import { countPresses, press, selectionIn } from './presses.ts'
import { glosswright, idOf, makeWorkspace, SAMPLES, showArticle } from './workspace.ts'

const FISHERIES = 'Norland, Vesteria sign accord on Skerry Bank cod after two-year standoff'
const LABEL_KEYS = { Actor: '1', Commitment: '2', Accusation: '3' } as const

/** Keys that give a mark its extent once its first word is marked, and what it then covers. */
type Planned = readonly [label: LabelTitle, text: string, keys?: string]

const TO_THE_END = 'Alt+Shift+ArrowRight'
const CLAUSE = 'w'
/** From the middle of the selected mark's text on: the words up to here are cut out of it. */
const CUT = 'cut'

/** All that is to be marked in the article, as an analyst reads it: an act first, then who is in it. */
const PLAN: readonly Planned[] = [
  ['Actor', 'Norland'],
  ['Actor', 'Vesteria'],
  ['Commitment', 'agreeing to cap its cod catch at 40,000 tons a season'],
  ['Commitment', 'open a joint licensing office … on the Tarnholm waterfront by June 1', CUT],
  ['Actor', 'officials'],
  ['Actor', 'Norland Foreign Minister Ana Ruiz'],
  ['Commitment', 'withdraw the two patrol ships it sent to the bank last spring'],
  [
    'Commitment',
    'return to Vesterian owners … the nets and winches that the Norland Coast Guard has seized since the quarrel began',
    CUT,
  ],
  ['Actor', 'Vesterian owners'],
  ['Actor', 'the Norland Coast Guard'],
  ['Commitment', 'no Vesterian boat will cross the line before the ice goes out'],
  ['Actor', 'Ruiz'],
  ['Actor', 'Fisheries Minister Eluard Dace', CLAUSE],
  ['Actor', 'Dace'],
  ['Commitment', 'scrap 14 factory ships within three years'],
  ['Commitment', 'urged Norland to do the same'],
  ['Actor', 'Norland'],
  ['Actor', 'Dace'],
  ['Accusation', 'accused the crew of the patrol ship Halvard of ramming the trawler Santa Brisa'],
  ['Actor', 'the crew of the patrol ship Halvard'],
  ['Actor', 'the Vesterian parliament'],
  ['Accusation', 'condemned Norland for what it called "murder under a flag', TO_THE_END],
  ['Actor', 'Norland'],
  ['Actor', 'Vesteria'],
  [
    'Commitment',
    'threatened to close its ports to Norland tankers unless the captain was handed over',
    TO_THE_END,
  ],
  ['Actor', 'The Norland Coast Guard'],
  ['Accusation', 'denied on Tuesday that the Halvard had struck the trawler', TO_THE_END],
  ['Actor', 'Rear Adm. Lena Oskvold', CLAUSE],
  [
    'Commitment',
    "offered to give the Halvard's log to the Coastal League if Vesteria agrees to release the trawler's radio recordings",
    TO_THE_END,
  ],
  ['Actor', 'the Coastal League'],
  ['Actor', 'Vesteria'],
  ['Actor', 'Corin Abelard', CLAUSE],
  ['Accusation', "alleged that Oskvold's staff had altered the log"],
  ['Actor', "Oskvold's staff"],
  ['Actor', 'The Coastal League', CLAUSE],
  ['Commitment', 'send six observers to the bank in April', TO_THE_END],
  ['Actor', 'Hugo Tamsin', CLAUSE],
  [
    'Commitment',
    'proposed that both governments pay into a fund for widows and orphans of the dispute',
    TO_THE_END,
  ],
  ['Actor', 'both governments'],
  ['Commitment', 'Norland would contribute'],
  ['Commitment', 'promised to halve the catch of young cod by 2029'],
]

test('a whole article is annotated without a mouse', async ({ launch, folder }) => {
  test.setTimeout(180_000)
  const workspace = makeWorkspace(folder, SAMPLES)
  const id = idOf(workspace, FISHERIES)
  const { text } = showArticle(workspace, id)
  const desk = new Desk(await launch({ workspace, args: ['--article', id] }))
  await expect(desk.text).toBeVisible()
  const presses = await countPresses(desk.page)
  const analyst = new Analyst(desk.page, text)
  await desk.page.keyboard.press('Alt+2')
  await analyst.to('TARNHOLM, Mar. 3', { isStart: true })
  for (const planned of PLAN) {
    await analyst.mark(planned)
    const [label, quote] = planned
    await expect(desk.annotations.getByRole('option', { selected: true })).toHaveAccessibleName(
      `${label}: ${quote}`,
    )
  }
  await desk.saved()
  expect(await presses()).toBe(0)

  const { annotations } = showArticle(workspace, id)
  const quotesOf = (all: readonly { text: string }[]) => all.map((one) => one.text).join(' … ')
  const shown = annotations.map((one) => [titleOf(one.label), quotesOf(one.fragments ?? [one])])
  expect(shown.sort()).toEqual(PLAN.map(([label, quote]) => [label, quote]).sort())
  expect(annotations.filter(({ fragments }) => fragments)).toHaveLength(2)
  expect(annotations.some((one) => one.text.includes('\n\n'))).toBe(true)
  glosswright('check', workspace)
  const each = (analyst.strokes / PLAN.length).toFixed(1)
  console.log(
    `${analyst.strokes} keystrokes for ${PLAN.length} marks: ${each} each, the way through the article included`,
  )
})

const titleOf = (label: string) => label.replace(/^./, (first) => first.toUpperCase())

/** Somebody who reads on, goes to the next words to mark by the keys that take them there soonest, and counts them. */
class Analyst {
  strokes = 0
  readonly #page: Page
  readonly #text: string

  constructor(page: Page, text: string) {
    this.#page = page
    this.#text = text
  }

  async mark([label, quote, keys]: Planned): Promise<void> {
    const [first = '', second] = quote.split(' … ')
    await this.to(first, { isStart: false })
    await this.#press(LABEL_KEYS[label])
    if (keys === CUT) await this.#extendAndCut(first, second as string)
    else if (keys !== undefined) await this.#press(keys)
    else await this.#press('e', stopsIn(first) - 1)
  }

  /** Marks on to the end of the sentence, over paragraphs too, and cuts out what does not belong. */
  async #extendAndCut(first: string, second: string): Promise<void> {
    const start = this.#text.indexOf(first)
    const between = this.#text.slice(start + first.length, this.#text.indexOf(second, start))
    await this.#press(TO_THE_END, 1 + (between.includes('\n') ? 2 : 0))
    await this.#press('ArrowLeft')
    await this.#press('Control+ArrowRight', wordsIn(first))
    await this.#press('e', stopsIn(between))
    await this.#press('Shift+F')
  }

  /** Takes the caret to the words, the next from where the last mark began: to their start, or behind the first. */
  async to(words: string, { isStart }: { readonly isStart: boolean }): Promise<void> {
    const start = this.#text.indexOf(words, this.#from)
    this.#from = start
    const target = isStart ? start : start + (/^[\p{L}\p{N}]+(?:['’]\p{L}+)?/u.exec(words)?.[0].length ?? 0)
    if ((await this.#caret()) > target) await this.#press('ArrowLeft')
    while (this.#text.slice(await this.#caret(), start).includes('\n')) await this.#press('Control+ArrowDown')
    while (/\w[.?]["”]? [A-Z"]/.test(this.#text.slice(await this.#caret(), start + 1))) {
      await this.#press('Alt+ArrowRight')
    }
    while ((await this.#caret()) < target) await this.#press('Control+ArrowRight')
    while ((await this.#caret()) > target) await this.#press('Control+ArrowLeft')
    if ((await this.#caret()) < target) await this.#press('Control+ArrowRight')
    expect(await this.#caret()).toBe(target)
  }
  #from = 0

  async #caret(): Promise<number> {
    return (await selectionIn(this.#page)).head
  }

  async #press(key: string, times = 1): Promise<void> {
    this.strokes += times
    await press(this.#page, key, times)
  }
}

const wordsIn = (text: string): number =>
  Array.from(new Intl.Segmenter('en', { granularity: 'word' }).segment(text)).filter(
    ({ isWordLike }) => isWordLike,
  ).length

/** Where a mark can end in words: behind each of them, and before a possessive ’s. */
const stopsIn = (text: string): number => wordsIn(text) + (text.match(/\p{L}['’]s\b/gu)?.length ?? 0)
