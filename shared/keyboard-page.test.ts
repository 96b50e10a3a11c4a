import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { commandsFor } from './commands.ts'
import { ACA_1 } from './domain/aca-1.ts'
import { keyboardPage } from './keyboard-page.ts'

it('has a row for each command', () => {
  const titles = Array.from(keyboardPage().matchAll(/^\| ([^|]+) \|/gm), ([, title]) => title)
  expect(titles.filter((title) => title !== 'Command').toSorted()).toEqual(
    commandsFor(ACA_1)
      .map(({ title }) => title)
      .toSorted(),
  )
})

it('is what the docs have', () => {
  const file = join(import.meta.dirname, '../docs/keyboard.md')
  if (process.env.UPDATE_DOCS) writeFileSync(file, keyboardPage())
  expect(readFileSync(file, 'utf8')).toBe(keyboardPage())
})
