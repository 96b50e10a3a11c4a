import { expect, type Locator, type Page } from '@playwright/test'
import { idOf, showArticle } from './workspace.ts'

/** The Scheme view by its names. */
export function schemeOn(page: Page) {
  const view = page.getByRole('region', { name: 'Scheme', exact: true })
  return {
    view,
    tab: (name: string) => view.getByRole('tab', { name }),
    item: (name: string) => view.getByRole('option', { name, exact: true }),
    field: (name: string) => view.getByRole('textbox', { name, exact: true }),
    button: (name: string) => view.getByRole('button', { name, exact: true }),
    sheet: page.getByRole('dialog'),
  }
}

/** Goes on with Tab until what is wanted has the focus. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(wanted).toBeFocused()
}

/** What is marked in an article: each annotation’s label and words. */
export const marksIn = (workspace: string, title: string): readonly string[] =>
  showArticle(workspace, idOf(workspace, title)).annotations.map(({ label, text }) => `${label}: ${text}`)
