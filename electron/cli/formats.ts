import { ARCHIVE, READERS } from '#electron/import/readers.ts'
import type { Command } from './command.ts'

export type Format = {
  readonly id: string
  readonly title: string
  readonly reads: boolean
  readonly writes: boolean
}

export const FORMATS: readonly Format[] = [
  { id: 'glosswright', title: 'Glosswright dataset (JSON)', reads: false, writes: true },
]

/** Kinds of files, by the endings of their names. */
const IMPORTS = [...READERS, ARCHIVE].map(({ title, endings }) => ({ title, endings }))

export const formats: Command = {
  name: 'formats',
  usage: '[--json]',
  summary: 'Lists the formats that can be written, and the kinds of files that articles are imported from.',
  options: {},
  arguments: [0, 0],
  run: async () => ({
    json: { formats: FORMATS, imports: IMPORTS },
    lines: [
      ...FORMATS.map(({ id, title }) => `${id}  ${title}`),
      ...IMPORTS.map(({ endings, title }) => `${endings.map((ending) => `.${ending}`).join(' ')}  ${title}`),
    ],
  }),
}
