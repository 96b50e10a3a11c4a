import { join } from 'node:path'
import { expect, it } from 'vitest'
import { must } from '#electron/library/testing/temp-workspace.ts'
import { FORMATS } from '#shared/format/interchange/adapters.ts'
import { guessedFormats } from './guessed-formats.ts'
import { sourceFiles } from './source-files.ts'
import { folderWith } from './testing/brought-desk.ts'

const manifest = (format: string): string =>
  `{\n  "format": "glosswright/export",\n  "version": 1,\n  "settings": {"annotators":[],"format":"${format}","options":{}},\n  "loss": [],\n  "files": []\n}\n`

const guessed = async (path: string) => guessedFormats(must(await sourceFiles(path)), FORMATS)

it('what the manifest of an export says is believed first', async () => {
  const csv = await folderWith({
    'annotations.csv': 'id,label\n',
    'glosswright-export.json': manifest('csv'),
  })
  expect((await guessed(csv))[0]).toBe('csv')
  const files = { 'a.jsonl': '{"text":"a","ents":[]}\n', 'a.jsonl.export.json': manifest('prodigy') }
  expect((await guessed(join(await folderWith(files), 'a.jsonl')))[0]).toBe('prodigy')
})

it('a format that finds no files is never offered', async () => {
  const folder = await folderWith({ 'a.ann': 'T1\tORG 0 1\ta\n', 'a.txt': 'a' })
  expect(await guessed(folder)).toContain('brat')
  expect(await guessed(folder)).not.toContain('uima-xmi')
})
