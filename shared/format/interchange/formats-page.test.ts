import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FORMATS } from './adapters.ts'
import { EVERYTHING } from './format.ts'
import { formatsPage } from './formats-page.ts'

test('the docs list every format with what it carries', () => {
  const file = join(import.meta.dirname, '../../../docs/formats.md')
  if (process.env.UPDATE_DOCS) writeFileSync(file, formatsPage(FORMATS))
  expect(readFileSync(file, 'utf8')).toBe(formatsPage(FORMATS))
})

test('a format’s row, files, unit, options and source are told', () => {
  const page = formatsPage([
    {
      id: 'shelf',
      title: 'A shelf',
      summary: 'for tests',
      shape: 'folder',
      ending: 'tsv',
      offsets: 'utf16',
      reads: false,
      carries: { ...EVERYTHING, roles: 'mentions', links: false },
      options: [
        {
          id: 'case',
          title: 'Case',
          values: [
            { id: 'low', title: 'small letters' },
            { id: 'high', title: 'capitals' },
          ],
        },
        { id: 'licence', title: 'Licence', values: [] },
      ],
      source: 'https://example.org/shelf',
    },
  ])
  expect(page).toContain('| [`shelf`](#shelf) | yes | yes | yes | yes | mentions | – | yes |')
  expect(page).toContain(
    '- a folder, known by its files `.tsv`\n- offsets in UTF-16 code units\n- written only\n',
  )
  expect(page).toContain('- defined at <https://example.org/shelf>\n')
  expect(page).toContain('- option `case`, Case: `low` (small letters), the default; `high` (capitals)\n')
  expect(page).toContain('- option `licence`, Licence: any text\n')
})
