import type { Page } from '@playwright/test'

type Pass = { readonly from: number; readonly step: number; readonly frames: number }

/** Four clicks of a wheel in every frame. */
const STEP = 400
const FRAMES = 180

/**
 * Scrolls through the article from a share of its height on, `STEP` pixels in every frame and back again at its end;
 * answers with the longest time between two frames in milliseconds.
 */
export const longestFrame = (page: Page, from: number): Promise<number> =>
  page.evaluate(scrollThrough, { from, step: STEP, frames: FRAMES })

/** Runs in the page. */
async function scrollThrough({ from, step, frames }: Pass): Promise<number> {
  const text = document.querySelector('[aria-label="Article text"]')
  let scroller = text?.parentElement as HTMLElement
  while (getComputedStyle(scroller).overflowY !== 'auto') scroller = scroller.parentElement as HTMLElement
  const frame = () =>
    new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.now())))
  scroller.scrollTop = from * scroller.scrollHeight
  for (let i = 0; i < 10; i++) await frame()
  let [longest, direction, last] = [0, 1, await frame()]
  for (let i = 0; i < frames; i++) {
    const before = scroller.scrollTop
    scroller.scrollTop = before + direction * step
    if (scroller.scrollTop === before) direction = -direction
    const now = await frame()
    longest = Math.max(longest, now - last)
    last = now
  }
  return longest
}
