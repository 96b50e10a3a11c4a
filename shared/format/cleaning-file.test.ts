import { expect, it } from 'vitest'
import type { CleaningRule } from '../domain/cleaning-rule.ts'
import { cleaningToFile, readCleaningFile } from './cleaning-file.ts'

const rule = (id: string, words: string): CleaningRule => ({
  ...{ id, source: 'Strait Post', words, kind: null, created: '2026-01-05T09:00:00Z' },
  as: 'line',
})
const cleaning = { rules: new Map([rule('b', 'Share'), rule('a', '[]')].map((one) => [one.id, one])) }
const file = cleaningToFile(cleaning, 'Ana')

it('is read as it was written, and written with one rule a line, by id', () => {
  expect(readCleaningFile(file, 'cleaning.json')).toEqual({ kind: 'current', value: cleaning })
  const empty = { rules: new Map() }
  expect(readCleaningFile(cleaningToFile(empty, 'Ana'), 'x')).toEqual({ kind: 'current', value: empty })
  expect(file.split('\n').filter((line) => line.includes('"id"'))).toHaveLength(2)
  expect(file.indexOf('"id":"a"')).toBeLessThan(file.indexOf('"id":"b"'))
})

it.each([
  ['two rules of one id', (json: string) => json.replace('"id":"a"', '"id":"b"')],
  ['words over two lines', (json: string) => json.replace('"Share"', '"Share\\nthis"')],
  ['half a character', (json: string) => json.replace('"Share"', '"Share \\ud83d"')],
  ['half a character in a source', (json: string) => json.replace('"Strait Post"', '"\\ude00 Post"')],
  ['no words', (json: string) => json.replace('"Share"', '""')],
  ['an unknown scope', (json: string) => json.replace('"line"', '"page"')],
])('is damaged where it holds %s', (_, damage) => {
  expect(readCleaningFile(damage(file), 'cleaning.json').kind).toBe('damaged')
})

it('is read, and not written, where a newer version wrote it', () => {
  const newer = file.replace('"version": 1', '"version": 2')
  expect(readCleaningFile(newer, 'cleaning.json')).toMatchObject({ kind: 'newer', value: cleaning })
})
