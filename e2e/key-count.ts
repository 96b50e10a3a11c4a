import type { Page } from '@playwright/test'

/** Presses keys, and counts them: a chord is one, and each character that is typed. */
export class KeyCount {
  count = 0
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async press(key: string, times = 1): Promise<void> {
    for (let i = 0; i < times; i++) await this.#page.keyboard.press(key)
    this.count += times
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text)
    this.count += text.length
  }
}
