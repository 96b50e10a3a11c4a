import { setTimeout } from 'node:timers/promises'
import type { Desk } from '../e2e/desk.ts'
import { MainThread } from './main-thread.ts'
import { type Awaited, type Timing, timePainting } from './painting.ts'

const CALM_MS = 120

/** Lets the last thing settle; not a whole number of frames, so that no input falls into step with them. */
export const calm = (): Promise<void> => setTimeout(CALM_MS + Math.random() * 20)

/** Milliseconds from the click on the article in the list to its marks painted. */
export async function timeOpening(desk: Desk, title: string): Promise<number> {
  const box = await desk.article(title).boundingBox()
  if (!box) throw new Error(`“${title}” is not in sight in the list`)
  await calm()
  // Not the locator's own click, whose checks keep the page busy.
  const click = () => desk.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  const { painted } = await timePainting(desk.page, { kind: 'article', title }, { event: 'click' }, click)
  await calm()
  return painted
}

/** An edit by key that leaves another mark selected, or none. */
export async function timeEdit({ page }: Desk, key: string): Promise<Timing & { readonly saved: number }> {
  await calm()
  const input = { event: 'keydown', isEdit: true } as const
  const { painted, saved } = await timePainting(page, { kind: 'mark' }, input, () => page.keyboard.press(key))
  if (saved === null) throw new Error('An edit was timed as if it were none')
  return { painted, saved }
}

/** Presses a key so many times; milliseconds until each was painted. */
export async function timeKeys(
  { page }: Desk,
  key: string,
  times: number,
  kind: Exclude<Awaited['kind'], 'article'>,
): Promise<number[]> {
  const samples: number[] = []
  for (let i = 0; i < times; i++) {
    await calm()
    const { painted } = await timePainting(page, { kind }, { event: 'keydown' }, () =>
      page.keyboard.press(key),
    )
    samples.push(painted)
  }
  return samples
}

/** Milliseconds that the main thread is busy for each of so many edits at the caret, half of them deletions. */
export async function busyPerEdit({ page }: Desk, edits: number): Promise<number> {
  const mainThread = await MainThread.of(page)
  const before = await mainThread.busy()
  for (let i = 0; i < edits; i++) await calm()
  const idle = await mainThread.busy()
  for (let i = 0; i < edits; i++) {
    await page.keyboard.press(i % 2 === 0 ? '1' : 'Delete')
    await calm()
  }
  return ((await mainThread.busy()) - idle - (idle - before)) / edits
}
