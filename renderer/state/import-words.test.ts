import { expect, it } from 'vitest'
import type { ImportedFile } from '#shared/ipc/importing.ts'
import { outcomeWords } from './import-words.ts'

const words = (name: string, more: Partial<ImportedFile> = {}) =>
  outcomeWords({ name, outcome: 'imported', encoding: 'utf-8', certainty: 100, ...more })

it('says which encoding a text was read as, and how sure that is', () => {
  expect(words('a.txt')).toBe('read as utf-8')
  expect(words('a.txt', { certainty: 50 })).toBe('read as utf-8, with a certainty of 50 %')
  expect(words('a.txt', { certainty: 49 })).toBe('unsure: read as utf-8, with a certainty of 49 %')
})

it.each([
  ['Report.PDF', 'pdf'],
  ['papers.zip › a.docx', 'docx'],
  ['rows.xlsx › row 2', 'xlsx'],
  ['pdf.txt', 'utf-8'],
  ['rows.csv › row 2', 'utf-8'],
])('of “%s” it says “read as %s”', (name, format) => expect(words(name)).toBe(`read as ${format}`))
