/**
 * The types of our own in a CAS. UIMA's own ones are known to whoever reads it:
 * https://uima.apache.org/d/uimaj-current/ref.html#ugr.ref.cas
 */
export const OWN = {
  document: 'glosswright.Document',
  actor: 'glosswright.Actor',
  boilerplate: 'glosswright.Boilerplate',
  mark: 'glosswright.Mark',
  mention: 'glosswright.Mention',
  act: 'glosswright.Act',
  fragment: 'glosswright.Fragment',
  attribute: 'glosswright.Attribute',
  filler: 'glosswright.Filler',
  link: 'glosswright.Link',
} as const

export type CasType = {
  readonly name: string
  readonly superType: string
  readonly description: string
  readonly features: readonly CasFeature[]
}

/** `elements`: the type of what a feature holds several of. */
export type CasFeature = { readonly name: string; readonly range: string; readonly elements?: string }

const ANNOTATION = 'uima.tcas.Annotation'
const TOP = 'uima.cas.TOP'
export const STRING = 'uima.cas.String'
export const ARRAY = 'uima.cas.FSArray'

const strings = (...names: readonly string[]): readonly CasFeature[] =>
  names.map((name) => ({ name, range: STRING }))
const several = (name: string, elements: string): CasFeature => ({ name, range: ARRAY, elements })

const METADATA = ['title', 'byline', 'source', 'publisher', 'published', 'dateline', 'language', 'url']

export const TYPES: readonly CasType[] = [
  {
    name: OWN.document,
    superType: TOP,
    description: 'The article: what is known of it, and who annotated it here',
    features: [
      ...strings('articleId', ...METADATA, 'sha256', 'status', 'lineEnds', 'offsets', 'annotator', 'tool'),
      several('boilerplate', OWN.boilerplate),
      several('actors', OWN.actor),
    ],
  },
  {
    name: OWN.actor,
    superType: TOP,
    description: 'An actor of the registry whom marks name here; entry: all that is known of them, as JSON',
    features: strings('actorId', 'name', 'entry'),
  },
  {
    name: OWN.boilerplate,
    superType: ANNOTATION,
    description: 'What is no part of the article’s main text',
    features: strings('kind', 'reason'),
  },
  {
    name: OWN.mark,
    superType: ANNOTATION,
    description:
      'A mark with its label; it covers its fragments where it has any, else all from begin to end',
    features: [
      ...strings('label', 'markId', 'certainty', 'note', 'actor', 'actorName'),
      several('attributes', OWN.attribute),
      several('fillers', OWN.filler),
      several('links', OWN.link),
      several('fragments', OWN.fragment),
      ...strings('origin', 'originBy', 'created', 'updated'),
    ],
  },
  { name: OWN.mention, superType: OWN.mark, description: 'A mark that names somebody', features: [] },
  { name: OWN.act, superType: OWN.mark, description: 'A mark that has roles', features: [] },
  {
    name: OWN.fragment,
    superType: ANNOTATION,
    description: 'One of the pieces of a mark in several pieces',
    features: [],
  },
  {
    name: OWN.attribute,
    superType: TOP,
    description: 'An attribute of a mark',
    features: strings('name', 'value'),
  },
  {
    name: OWN.filler,
    superType: TOP,
    description: 'What fills a role: a mark, an actor of the registry, or a constant',
    features: [...strings('role'), { name: 'mention', range: OWN.mark }, ...strings('actor', 'constant')],
  },
  {
    name: OWN.link,
    superType: TOP,
    description: 'A link from one mark to another',
    features: [...strings('kind'), { name: 'target', range: OWN.mark }],
  },
]

export const typeNamed = (name: string): CasType | undefined => TYPES.find((type) => type.name === name)

/** Types whose structures are no marks although they have a place in the text. */
export const NO_MARKS: ReadonlySet<string> = new Set([OWN.fragment, OWN.boilerplate])
export const MARKS: ReadonlySet<string> = new Set([OWN.mark, OWN.mention, OWN.act])
