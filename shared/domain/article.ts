import type { Boilerplate } from './boilerplate.ts'
import { compareText } from './compare-text.ts'
import type { Evidence } from './evidence.ts'
import type { Metadata, MetadataField } from './metadata.ts'
import type { Status } from './record.ts'

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
  /** Where each of the metadata was read from; of what is null, and of what somebody typed, there is none. */
  readonly evidence: { readonly [F in MetadataField]?: Evidence }
  readonly provenance: Provenance
  /** Of the canonical text's UTF-8 bytes, hexadecimal. */
  readonly sha256: string
  /** As it was found at import, sorted and disjoint. */
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
  /** Id of the newer version that it was replaced by. */
  readonly later: string | null
  /** Annotations by label. */
  readonly counts: Readonly<Record<string, number>>
}

type Titled = Pick<ArticleSummary, 'id' | 'title'>

/** By title without regard to case, equals by id: the order of the articles list. */
export function compareByTitle(a: Titled, b: Titled): number {
  return compareText(a.title.toLowerCase(), b.title.toLowerCase()) || compareText(a.id, b.id)
}
