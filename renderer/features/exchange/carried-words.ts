import type { Carries, Format } from '#shared/format/interchange/format.ts'
import type { LossKind } from '#shared/format/interchange/losses.ts'

type Held = Exclude<keyof Carries, 'roles'>

const WORDS: { readonly [K in Held]: string } = {
  overlaps: 'marks that share words',
  fragments: 'marks in several pieces',
  freeEdges: 'marks that begin or end within a token',
  links: 'links between acts',
  attributes: 'attributes',
  actors: 'whom mentions mean',
  notes: 'notes',
  certainty: 'what is unsure',
  annotators: 'who made a mark',
  ids: 'the marks’ own ids',
  history: 'how and when marks were made',
  text: 'the articles’ texts',
  metadata: 'the articles’ sources and dates',
  status: 'their status',
  boilerplate: 'what is boilerplate',
  registry: 'the actor registry',
  scheme: 'the scheme',
}

const ROLES = { all: [], mentions: ['roles filled by actors or constants'], none: ['roles'] } as const

/** What of it is counted where there is any. */
const COUNTED: { readonly [K in keyof Carries]?: readonly LossKind[] } = {
  overlaps: ['nested', 'crossing', 'identical'],
  fragments: ['discontinuous'],
  freeEdges: ['misaligned'],
  roles: ['roles'],
  links: ['links'],
  attributes: ['attributes'],
  actors: ['actors'],
  notes: ['notes'],
  certainty: ['unsure'],
  annotators: ['annotators'],
}

/** All that a format has no place for, there being none of it or not, but for what is `told` already: as one sentence. */
export function lackSentence({ carries }: Pick<Format, 'carries'>, told: readonly LossKind[] = []): string {
  const isTold = (key: keyof Carries): boolean => COUNTED[key]?.some((kind) => told.includes(kind)) ?? false
  const roles = isTold('roles') ? [] : ROLES[carries.roles]
  const lacking = (Object.keys(WORDS) as Held[])
    .filter((key) => !carries[key] && !isTold(key))
    .map((key) => WORDS[key])
  const all = [...roles, ...lacking]
  if (all.length > 0) return `This format has no place for ${listed(all)}.`
  return told.length > 0 ? '' : 'This format has a place for all that annotations say.'
}

const listed = (words: readonly string[]): string =>
  words.length === 1 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
