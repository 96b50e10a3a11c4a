import type { Boilerplate } from '#shared/domain/boilerplate.ts'
import type { Evidence } from '#shared/domain/evidence.ts'
import type { MetadataField } from '#shared/domain/metadata.ts'
import type { Result } from '#shared/domain/result.ts'
import type { Decoded } from './decode.ts'

/** A file as it lies before its reader. */
export type SourceFile = {
  /** Without its folder. */
  readonly name: string
  readonly bytes: Uint8Array
  readonly choices: ReadingChoices
}

/** What the analyst settled about how files are read. */
export type ReadingChoices = {
  /** WHATWG or IANA name; absent where it shall be found out. */
  readonly encoding?: string
  /** Which column of a table is what. */
  readonly columns?: Columns
}
/**
 * What the analyst settled about a file: how it is read, that it is left out, or nothing, where she was asked which of
 * its columns is what: then that has to be done before it is read.
 */
export type FileChoice = ReadingChoices | 'skip' | 'not-chosen'

/** What a table is like, for whoever says which of its columns is what. */
export type TableSample = {
  readonly columns: readonly string[]
  /** The first few rows, a cell for each column. */
  readonly rows: readonly (readonly string[])[]
  /** Which columns seem to be what; null where none looks like the text. */
  readonly guess: Columns | null
  /** False where somebody has to be asked before the table can be read. */
  readonly isSure: boolean
  /** How many rows there are below the headers. */
  readonly count: number
}
export type Columns = {
  readonly text: string
  readonly metadata: { readonly [F in MetadataField]?: string }
}

/** Metadata with where each was read from; offsets are UTF-16 in the reading's text. */
export type Found = {
  readonly [F in MetadataField]?: { readonly value: string; readonly evidence: Evidence }
}

/** An article as its format has it; what its words say besides is found out afterwards, alike for all formats. */
export type Reading = {
  /** The canonical text: every word that a reader of the file would see, boilerplate and all, in its order. */
  readonly text: string
  readonly decoded: Omit<Decoded, 'text'>
  readonly found: Found
  /** What the structure of the file, a navigation element say, shows to be no part of the article. */
  readonly boilerplate: readonly Boilerplate[]
  /** What lies under `sources/` afterwards, with the ending of its name. */
  readonly original: { readonly ending: string; readonly bytes: Uint8Array }
}

/** One article of a file, or why there is none. `part` names it in a file of several, a row or a member of an archive. */
export type Part = { readonly part: string | null; readonly reading: Result<Reading> }

/** Turns the bytes of one format into articles. Never fetches or opens anything that the bytes refer to. */
export type Reader = {
  /** A file of very many parts, a table, gives them one by one, so that they are never all in memory. */
  readonly read: (file: SourceFile) => Promise<readonly Part[]> | AsyncIterable<Part>
  /** Of formats that are tables: their columns must be known before they are read. */
  readonly sample?: (file: SourceFile) => Promise<Result<TableSample>>
}
