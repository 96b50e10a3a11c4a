import { stableLine } from '#shared/format/json.ts'
import type { ExportFrame } from '../../adapter.ts'
import type { Table } from './table.ts'

/** What the other tables are, where they come from, how they count and what their words mean; last, the scheme as it is kept. */
export function aboutTable(
  { tool, workspace, scheme }: ExportFrame,
  facts: readonly (readonly [string, string])[],
): Table {
  const lines: readonly (readonly [string, string])[] = [
    ['made with', `${tool.name} ${tool.version}`],
    ['workspace', workspace.name],
    ['workspace id', workspace.id],
    [
      'offsets',
      'start and end count Unicode code points of the article’s text, from 0; the end is exclusive',
    ],
    ['line ends', 'as in the article'],
    ...facts,
    ...scheme.labels.map(({ id, title, description }) => line('label', id, [title, description])),
    ...scheme.roles.map(({ id, title, on }) => line('role', id, [title, `of ${on.join(', ')}`])),
    ...scheme.attributes.map(({ id, title, values }) => line('attribute', id, [title, values.join(', ')])),
    ...scheme.links.map(({ id, title, on }) => line('link', id, [title, `of ${on.join(', ')}`])),
    [SCHEME_FIELD, stableLine(scheme)],
  ]
  return {
    name: 'about',
    columns: ['field', 'value'],
    rows: async function* () {
      yield* lines
    },
  }
}

/** The scheme is on the line of this name, as JSON. */
export const SCHEME_FIELD = 'scheme'

const line = (kind: string, id: string, said: readonly string[]) =>
  [`${kind} ${id}`, said.filter((one) => one !== '').join(': ')] as const
