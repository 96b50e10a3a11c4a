/**
 * GUIDs that are the same whenever the same thing is exported again: made of a hash of its names, in the form that RFC 9562
 * leaves to whoever makes them (version 8). Four hashes (FNV-1a, each of other constants) that feed into each other make
 * the 128 bits; nothing depends on their being hard to forge.
 */
const SEEDS = [0x811c9dc5, 0x9e3779b9, 0x7f4a7c15, 0x2545f491] as const
const FACTORS = [0x01000193, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f] as const

/** In capitals, as the tools of the field write them. */
export function guidOf(...names: readonly string[]): string {
  const lanes = Int32Array.from(SEEDS)
  for (const name of names) {
    for (let at = 0; at < name.length; at++) feed(lanes, name.charCodeAt(at))
    // No code unit: it stands between two names.
    feed(lanes, 0x10000)
  }
  for (let round = 0; round < 4; round++) feed(lanes, 0)
  const hex = Array.from(lanes, (lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('')
  const variant = '89ab'[Number.parseInt(hex[16] as string, 16) & 3]
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`]
  return [...parts, hex.slice(20)].join('-').toUpperCase()
}

function feed(lanes: Int32Array, unit: number): void {
  for (let i = 0; i < 4; i++) {
    const before = lanes[(i + 3) % 4] as number
    const mixed = Math.imul((lanes[i] as number) ^ unit ^ (before >>> 13), FACTORS[i] as number)
    lanes[i] = mixed ^ (mixed >>> 16)
  }
}

/** Groups of codes, and variables, that mean the same in every export of ours. */
export const WELL_KNOWN = {
  attributes: guidOf('glosswright', 'codes', 'attributes'),
  certainty: guidOf('glosswright', 'codes', 'certainty'),
  unsure: guidOf('glosswright', 'codes', 'unsure'),
  actors: guidOf('glosswright', 'codes', 'actors'),
  constants: guidOf('glosswright', 'codes', 'constants'),
  author: guidOf('glosswright', 'codes', 'author'),
  unknown: guidOf('glosswright', 'codes', 'unknown'),
} as const

/** Facts of an article that are variables of its source. */
export const VARIABLES = [
  'articleId',
  'byline',
  'source',
  'publisher',
  'published',
  'dateline',
  'language',
  'url',
  'sha256',
  'status',
] as const
export type VariableName = (typeof VARIABLES)[number]

export const variableGuid = (name: VariableName): string => guidOf('glosswright', 'variable', name)
