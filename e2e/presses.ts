import type { Page } from '@playwright/test'

/** Counts every press of a mouse, pen or finger from now on. */
export async function countPresses(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    Reflect.set(globalThis, 'presses', 0)
    addEventListener(
      'pointerdown',
      () => Reflect.set(globalThis, 'presses', Reflect.get(globalThis, 'presses') + 1),
      true,
    )
  })
  return () => page.evaluate(() => Reflect.get(globalThis, 'presses'))
}

export async function press(page: Page, key: string, times = 1): Promise<void> {
  for (let i = 0; i < times; i++) await page.keyboard.press(key)
}

/** What is selected in the article, in UTF-16 offsets into its canonical text, `head` being where the caret is. */
export const selectionIn = (page: Page): Promise<{ readonly anchor: number; readonly head: number }> =>
  page.evaluate(() => {
    const lines = [...document.querySelectorAll('[aria-label="Article text"] p')]
    const offsetOf = (node: Node | null, offset: number) => {
      const line = (node instanceof Element ? node : node?.parentElement)?.closest('p') ?? null
      const before = lines.slice(0, lines.indexOf(line as Element))
      const range = document.createRange()
      range.setStart(line ?? document, 0)
      range.setEnd(node as Node, offset)
      return before.reduce((sum, { textContent }) => sum + textContent.length + 1, range.toString().length)
    }
    const { anchorNode, anchorOffset, focusNode, focusOffset } = getSelection() as Selection
    return { anchor: offsetOf(anchorNode, anchorOffset), head: offsetOf(focusNode, focusOffset) }
  })
