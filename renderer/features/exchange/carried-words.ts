import type { Carries, Format } from '#shared/format/interchange/format.ts'

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

/** All that a format has no place for, whether or not there is any of it, as one sentence. */
export function lackSentence({ carries }: Pick<Format, 'carries'>): string {
  const roles = { all: [], mentions: ['roles filled by actors or constants'], none: ['roles'] }[carries.roles]
  const lacking = (Object.keys(WORDS) as Held[]).filter((key) => !carries[key]).map((key) => WORDS[key])
  const all = [...roles, ...lacking]
  if (all.length === 0) return 'This format has a place for all that annotations say.'
  return `This format has no place for ${listed(all)}.`
}

const listed = (words: readonly string[]): string =>
  words.length === 1 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
