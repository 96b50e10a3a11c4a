import type { Page } from '@playwright/test'

/** Drops files and folders on the middle of the window, as the system does when a person drags them there. */
export async function dropFiles(page: Page, files: readonly string[]): Promise<void> {
  const input = await page.context().newCDPSession(page)
  const { x, y } = await page.evaluate(() => ({ x: innerWidth / 2, y: innerHeight / 2 }))
  const data = { items: [], files: [...files], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await input.send('Input.dispatchDragEvent', { type, x, y, data })
  await input.detach()
}
