/** What the model has no terms for, and what everything of ours is called on the web of data. */
const OURS = 'urn:x-glosswright:'

export const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld'

/** `article`, `scheme` and `actors` hold JSON as the dataset has it; all else is part of the graph. */
export const OWN_CONTEXT = {
  '@version': 1.1,
  gw: `${OURS}terms:`,
  article: { '@id': 'gw:article', '@type': '@json' },
  scheme: { '@id': 'gw:scheme', '@type': '@json' },
  actors: { '@id': 'gw:actors', '@type': '@json' },
  offsets: 'gw:offsets',
  lineEnds: 'gw:lineEnds',
  certainty: 'gw:certainty',
  origin: 'gw:origin',
  by: 'gw:by',
  kind: 'gw:kind',
  attributes: { '@id': 'gw:attributes', '@container': '@list' },
  roles: { '@id': 'gw:roles', '@container': '@list' },
  role: 'gw:role',
  filler: { '@id': 'gw:filler', '@type': '@id' },
  List: 'http://www.w3.org/ns/oa#List',
} as const

/** An IRI of ours: `urn:x-glosswright:<workspace>:article:<id>`, and so on. */
export const iriOf = (...names: readonly string[]): string =>
  `${OURS}${names.map(encodeURIComponent).join(':')}`

/** The names that an IRI of ours is made of; null for others. */
export function namesIn(iri: string): readonly string[] | null {
  if (!iri.startsWith(OURS)) return null
  try {
    return iri.slice(OURS.length).split(':').map(decodeURIComponent)
  } catch {
    return null
  }
}
