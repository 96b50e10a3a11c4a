import type { Status } from './record.ts'
import type { Span } from './span.ts'

/** What is known of an article besides its text; null where it is not known. */
export type Metadata = {
  readonly title: string
  readonly byline: string | null
  readonly source: string | null
  readonly publisher: string | null
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

export type Boilerplate = Span & { readonly kind: string; readonly reason: string }

/** How the original bytes became the canonical text. */
export type Provenance = {
  /** WHATWG or IANA name, lower case. */
  readonly encoding: string
  /** 0 to 100; 100 when the bytes themselves settle it (a byte order mark, valid UTF-8). */
  readonly certainty: number
  readonly byteOrderMark: boolean
  /** Extension of the kept original under `sources/`, null when the text file is the original. */
  readonly original: string | null
}

export type Article = {
  readonly id: string
  readonly metadata: Metadata
  readonly provenance: Provenance
  /** Of the canonical text's UTF-8 bytes, hexadecimal. */
  readonly sha256: string
  readonly boilerplate: readonly Boilerplate[]
}

export type ArticleText = { readonly article: Article; readonly text: string }

/** A row of the articles list. */
export type ArticleSummary = {
  readonly id: string
  readonly title: string
  readonly source: string | null
  readonly published: string | null
  readonly status: Status
  /** Annotations by label. */
  readonly counts: Readonly<Record<string, number>>
}

type Titled = Pick<ArticleSummary, 'id' | 'title'>

/** By title without regard to case, equals by id: the order of the articles list. */
export function compareByTitle(a: Titled, b: Titled): number {
  return compare(a.title.toLowerCase(), b.title.toLowerCase()) || compare(a.id, b.id)
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
