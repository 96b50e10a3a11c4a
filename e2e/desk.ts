import { expect, type Locator, type Page } from '@playwright/test'
import type { RunningApp } from './running-app.ts'

const KEYS = { Actor: '1', Commitment: '2', Accusation: '3' } as const
export type LabelTitle = keyof typeof KEYS

/** The desk by the names that a person and a screen reader meet. */
export class Desk {
  readonly running: RunningApp
  readonly page: Page
  readonly articles: Locator
  readonly reader: Locator
  readonly text: Locator
  readonly labels: Locator
  readonly inspector: Locator
  readonly annotations: Locator
  readonly card: Locator
  readonly find: Locator
  readonly filter: Locator
  readonly status: Locator
  /** What is wrong with the workspace or the article, if anything is. */
  readonly alert: Locator

  constructor(running: RunningApp) {
    const { page } = running
    this.running = running
    this.page = page
    this.articles = page.getByRole('listbox', { name: 'Articles', exact: true })
    this.reader = page.getByRole('main', { name: 'Reader' })
    this.text = this.reader.getByRole('textbox', { name: 'Article text' })
    this.labels = page.getByRole('toolbar', { name: 'Labels' })
    this.inspector = page.getByRole('complementary', { name: 'Inspector' })
    this.annotations = this.inspector.getByRole('listbox', { name: 'Annotations' })
    this.card = this.inspector.getByRole('region', { name: 'Selected annotation' })
    this.find = page.getByRole('searchbox', { name: 'Find in article' })
    this.filter = this.inspector.getByRole('searchbox', { name: 'Filter annotations' })
    this.status = page.getByRole('status')
    this.alert = page.getByRole('alert').filter({ hasText: /\S/ })
  }

  article(title: string): Locator {
    return this.articles.getByRole('option', { name: title, exact: true })
  }

  annotation(name: string): Locator {
    return this.annotations.getByRole('option', { name, exact: true })
  }

  label(title: LabelTitle): Locator {
    return this.labels.getByRole('button', { name: title, exact: true })
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name })
  }

  /** The names of all annotations, in the order of the list. */
  annotationNames(): Promise<string[]> {
    return this.annotations
      .getByRole('option')
      .evaluateAll((options) => options.map((option) => option.getAttribute('aria-label') ?? ''))
  }

  async openArticle(title: string): Promise<void> {
    await this.article(title).click()
    await expect(this.page).toHaveTitle(`${title} — Glosswright`)
  }

  /** The blocks of the text, joined as the canonical text is. */
  blocks(): Promise<string> {
    return this.text.evaluate((text) =>
      Array.from(text.querySelectorAll('p'), ({ textContent }) => textContent).join('\n'),
    )
  }

  /** Selects the first `words` at or behind the caret with the find field, and goes back to the text. */
  async select(words: string): Promise<void> {
    await expect(this.text).toBeVisible()
    await this.page.keyboard.press('Control+F')
    await this.find.fill(words)
    await this.page.keyboard.press('Escape')
    await expect(this.text).toBeFocused()
  }

  /** Marks the first `words` at or behind the caret, or else from the start, with the label's key. */
  async mark(words: string, label: LabelTitle): Promise<void> {
    await this.select(words)
    await this.page.keyboard.press(KEYS[label])
    await expect(this.annotation(`${label}: ${words}`)).toBeVisible()
  }

  saved(): Promise<void> {
    return expect(this.status).toHaveText('All changes saved')
  }

  /** What the browser has selected in the text. */
  selection(): Promise<string> {
    return this.page.evaluate(() => String(getSelection()))
  }

  isDark(): Promise<boolean> {
    return this.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  }

  /** Chooses an item of the application menu. */
  menu(...labels: readonly string[]): Promise<void> {
    return this.running.app.evaluate(({ Menu }, path) => {
      let menu = Menu.getApplicationMenu()
      for (const label of path.slice(0, -1))
        menu = menu?.items.find((item) => item.label === label)?.submenu ?? null
      const item = menu?.items.find(({ label }) => label === path.at(-1))
      if (!item) throw new Error(`There is no menu item ${path.join(' → ')}`)
      item.click()
    }, labels)
  }

  /** Answers every dialog that asks for files or folders from now on. */
  answerOpenDialog(paths: readonly string[]): Promise<void> {
    return this.running.app.evaluate(
      ({ dialog }, filePaths) => {
        dialog.showOpenDialog = async () => ({ canceled: filePaths.length === 0, filePaths })
      },
      [...paths],
    )
  }

  /** Answers every dialog that asks where to save from now on. */
  answerSaveDialog(filePath: string): Promise<void> {
    return this.running.app.evaluate(({ dialog }, file) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: file })
    }, filePath)
  }

  clipboard(): Promise<string> {
    return this.running.app.evaluate(({ clipboard }) => clipboard.readText())
  }

  copyToClipboard(text: string): Promise<void> {
    return this.running.app.evaluate(({ clipboard }, words) => clipboard.writeText(words), text)
  }

  close(): Promise<void> {
    return this.running.close()
  }
}
