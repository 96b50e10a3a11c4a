/** What is known of an article besides its text; null where it is not known. */
export type Metadata = {
  readonly title: string
  readonly byline: string | null
  /** Who the words are from, where that is not the publisher: a news agency. */
  readonly source: string | null
  readonly publisher: string | null
  /** ISO 8601, as far as it is known: `2016-06-14`, `2016-06`, `2016`, or `--12-01` for a day without its year. */
  readonly published: string | null
  readonly retrieved: string | null
  readonly dateline: string | null
  readonly language: string | null
  readonly url: string | null
}

/** The metadata of an article of which its title alone is known. */
export const NOTHING_KNOWN: Omit<Metadata, 'title'> = {
  byline: null,
  source: null,
  publisher: null,
  published: null,
  retrieved: null,
  dateline: null,
  language: null,
  url: null,
}

/** The fields of the metadata, in the order in which they are shown. */
export const METADATA_FIELDS = [
  'title',
  'byline',
  'source',
  'publisher',
  'published',
  'dateline',
  'language',
  'url',
  'retrieved',
] as const satisfies readonly (keyof Metadata)[]
export type MetadataField = (typeof METADATA_FIELDS)[number]

/** The fields in the midst of a sentence. */
export const FIELD_WORDS: { readonly [F in MetadataField]: string } = {
  title: 'title',
  byline: 'byline',
  source: 'source',
  publisher: 'publisher',
  published: 'date of publication',
  dateline: 'dateline',
  language: 'language',
  url: 'address',
  retrieved: 'date of retrieval',
}
