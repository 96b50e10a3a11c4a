import { READABLE } from '#electron/import/formats.ts'
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

export const formats: Command = {
  name: 'formats',
  usage: '[--json]',
  summary: 'Lists the formats that can be written, and the kinds of files that articles are imported from.',
  options: {},
  arguments: [0, 0],
  run: async () => ({
    json: { formats: FORMATS, imports: READABLE },
    lines: [
      ...FORMATS.map(({ id, title }) => `${id}  ${title}`),
      ...READABLE.map(({ endings, title }) => `${endings.map((ending) => `.${ending}`).join(' ')}  ${title}`),
    ],
  }),
}
