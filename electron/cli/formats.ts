import { READABLE } from '#electron/import/formats.ts'
import { FORMATS } from '#shared/format/interchange/adapters.ts'
import type { Format, FormatOption } from '#shared/format/interchange/format.ts'
import type { Command } from './command.ts'

export const formats: Command = {
  name: 'formats',
  usage: '[--json]',
  summary:
    'Lists the formats of annotations, what each can hold and its options, and the kinds of files that articles are imported from.',
  options: {},
  arguments: [0, 0],
  run: async () => ({
    json: { formats: FORMATS.map((format) => ({ ...format, writes: true })), imports: READABLE },
    lines: [
      ...FORMATS.flatMap((format) => [lineOf(format), ...format.options.map(optionLine)]),
      ...READABLE.map(({ endings, title }) => `${endings.map((ending) => `.${ending}`).join(' ')}  ${title}`),
    ],
  }),
}

function lineOf({ id, title, reads, carries }: Format): string {
  const held = Object.entries(carries).filter(([, how]) => how !== false && how !== 'none')
  const says = held.map(([key, how]) => (how === 'mentions' ? `${key} (mentions)` : key)).join(', ')
  return `${id}  ${title}${reads ? '' : ' (written only)'}: ${says}`
}

function optionLine({ id, title, values }: FormatOption): string {
  const choices = values.map((value, i) => `${value.id}${i === 0 ? ' (the default)' : ''}`)
  return `  --options ${id}=${choices.join(' | ') || '<text>'}  ${title}`
}
