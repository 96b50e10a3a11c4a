import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import { PIECES } from '#shared/testing/prose.ts'
import { Desk } from './desk.ts'
import { test } from './fixture.ts'
import { press, selectionIn } from './presses.ts'
import { glosswright, listArticles, makeWorkspace, recordFile, showArticle } from './workspace.ts'

/** GLOSSWRIGHT_SEED asks for another text and other keys, GLOSSWRIGHT_KEYS for more of them. */
const SEED = Number(process.env.GLOSSWRIGHT_SEED ?? 7)
const KEYS = Number(process.env.GLOSSWRIGHT_KEYS ?? 250)

const ARROWS = ['Left', 'Right', 'Up', 'Down'].map((side) => `Arrow${side}`)
const MOVES = [...ARROWS, 'Home', 'End', 'PageDown', ...ARROWS.map((arrow) => `Control+${arrow}`)]
const SENTENCES = ['Alt+ArrowLeft', 'Alt+ArrowRight']
const ENDS = ['Control+Home', 'Control+End']
const withShift = (keys: string) => keys.replace(/([^+]+)$/, 'Shift+$1')
const MARKS =
  '1 2 3 e Shift+E a Shift+A w Shift+W x f Shift+F j k Shift+J m Tab u Delete Escape Control+Z Control+Y'
const POOL = [
  ...MOVES,
  ...SENTENCES,
  ...ENDS,
  ...[...MOVES, ...SENTENCES].map(withShift),
  ...MARKS.split(' '),
]

/** The same numbers for the same seed (a linear congruential generator, the constants of Numerical Recipes). */
function randomFrom(seed: number): <T>(choices: readonly T[]) => T {
  let state = seed
  return (choices) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return choices[Math.floor((state / 2 ** 32) * choices.length)] as (typeof choices)[number]
  }
}

function edgesOf(text: string): ReadonlySet<number> {
  const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)
  return new Set([...Array.from(graphemes, ({ index }) => index), text.length])
}

test('whatever keys are pressed in whatever text, no character is cut and all can be undone', async ({
  launch,
  folder,
}) => {
  test.setTimeout(60_000 + KEYS * 200)
  const pick = randomFrom(SEED)
  const words = Array.from({ length: 400 }, () => pick(PIECES))
  const file = path.join(folder, 'odd.txt')
  await writeFile(file, `Odd words\n\n${words.join('')} end.\nThe last line.`)
  const workspace = makeWorkspace(folder, file)
  const { id = '' } = listArticles(workspace)[0] ?? {}
  const { text } = showArticle(workspace, id)
  const desk = new Desk(await launch({ workspace }))
  await desk.mark('Odd', 'Actor')
  await press(desk.page, 'Control+Z')
  await expect(desk.annotations.getByRole('option')).toHaveCount(0)
  await desk.saved()
  const before = await readFile(await recordFile(workspace, id), 'utf8')

  const edges = edgesOf(text)
  const pressed: string[] = []
  for (let i = 0; i < KEYS; i++) {
    pressed.push(pick(POOL))
    await press(desk.page, pressed.at(-1) as string)
    // Where there is nothing to cycle through, Tab leaves the text.
    if (pressed.at(-1) === 'Tab') await press(desk.page, 'Alt+2')
    const { anchor, head } = await selectionIn(desk.page)
    expect(
      [anchor, head].filter((edge) => !edges.has(edge)),
      `cut by ${pressed.slice(-5).join(', ')} in ${JSON.stringify(text.slice(Math.max(0, head - 20), head + 20))}`,
    ).toEqual([])
  }
  expect(await desk.blocks()).toBe(text)
  await desk.saved()
  glosswright('check', workspace)
  for (const { start, end } of showArticle(workspace, id).annotations) {
    const [from, to] = [start, end].map((offset) => Array.from(text).slice(0, offset).join('').length)
    expect([from, to].every((edge) => edges.has(edge as number))).toBe(true)
  }

  const nothingMore = desk.page.getByText('There is nothing to undo.')
  while (!(await nothingMore.isVisible())) await press(desk.page, 'Control+Z', 10)
  await desk.saved()
  expect(await readFile(await recordFile(workspace, id), 'utf8')).toBe(before)
})
