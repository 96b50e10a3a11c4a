import { expect, type Locator } from '@playwright/test'
import type { Desk } from './desk.ts'
import { press } from './presses.ts'

/** The preview before all occurrences are marked, by the names that a person meets. */
export class OccurrencesSheet {
  readonly desk: Desk
  readonly dialog: Locator
  readonly list: Locator
  readonly rows: Locator

  constructor(desk: Desk) {
    this.desk = desk
    this.dialog = desk.page.getByRole('dialog', { name: 'Mark all occurrences' })
    this.list = this.dialog.getByRole('listbox', { name: 'Occurrences' })
    this.rows = this.list.getByRole('option')
  }

  /** Opens it for the selected mark, with the list ready for keys. */
  async open(): Promise<void> {
    await press(this.desk.page, 'i')
    await expect(this.list).toBeFocused()
  }

  async lookEverywhere(): Promise<void> {
    const everywhere = this.dialog.getByRole('radio', { name: 'The whole workspace' })
    if (!(await everywhere.isChecked())) await press(this.desk.page, 'w')
    await expect(everywhere).toBeChecked()
  }

  said(sentence: string | RegExp): Promise<void> {
    return expect(this.dialog.getByText(sentence)).toBeVisible()
  }

  /** A group’s head: “Norland” Safe 3 of 3 chosen. */
  group(name: string): Locator {
    return this.list.getByRole('option', { name, exact: true })
  }

  /** Of the rows that are ticked, their names. */
  ticked(): Promise<string[]> {
    return this.rows.evaluateAll((rows) =>
      rows
        .filter((row) => row.getAttribute('aria-checked') === 'true')
        .map((row) => row.getAttribute('aria-label') ?? ''),
    )
  }
}
