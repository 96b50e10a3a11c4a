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
  summary: 'Lists the formats that can be read and written.',
  options: {},
  arguments: [0, 0],
  run: async () => ({ json: { formats: FORMATS }, lines: FORMATS.map(({ id, title }) => `${id}  ${title}`) }),
}
