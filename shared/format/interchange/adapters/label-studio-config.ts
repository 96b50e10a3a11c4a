import type { Scheme } from '#shared/domain/scheme.ts'
import { relationType } from '../mark-relations.ts'

/** A labeling configuration for Label Studio in which a scheme's labels, attributes, roles and links can be given. */
export function labelStudioConfig({ labels, attributes, roles, links }: Scheme): string {
  const types = [
    ...roles.map(({ id }) => relationType({ role: id })),
    ...links.map(({ id }) => relationType({ kind: id })),
  ]
  return tag('View', {}, [
    tag(
      'Relations',
      {},
      types.map((value) => tag('Relation', { value })),
    ),
    tag(
      'Labels',
      { name: 'label', toName: 'text' },
      labels.map(({ id }) => tag('Label', { value: id })),
    ),
    tag('Text', { name: 'text', value: '$text' }),
    ...attributes.map(({ id, on, values }) =>
      tag(
        'Choices',
        { name: id, toName: 'text', perRegion: 'true', whenTagName: 'label', whenLabelValue: on.join(',') },
        values.map((value) => tag('Choice', { value })),
      ),
    ),
  ])
}

function tag(
  name: string,
  attributes: Readonly<Record<string, string>>,
  content: readonly string[] = [],
): string {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`)
  return `<${name}${said.join('')}>${content.join('')}</${name}>`
}

const escaped = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
