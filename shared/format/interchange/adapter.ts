import type { AnnotationObject } from '../annotation-object.ts'
import type { DatasetActor, DatasetArticle, DatasetFrame } from '../dataset.ts'
import type { Format, OptionValues } from './format.ts'

/** All of a dataset but its articles. */
export type ExportFrame = Omit<DatasetFrame, 'articles'>

/** What is written: only what the format carries, so that an adapter has nothing to leave out. */
export type ExportSource = {
  readonly frame: ExportFrame
  /** In order of their ids. May be gone through as often as need be, each time from the start; one is held at a time. */
  readonly articles: () => AsyncIterable<DatasetArticle>
  readonly options: OptionValues
}

/** Where a format's files go. `path`: below the export's folder, with `/`; empty for a format that is one file. */
export type Sink = { readonly open: (path: string) => Promise<OutFile> }

/** A string must not end inside a surrogate pair. */
export type OutFile = {
  readonly write: (data: string | Uint8Array) => Promise<void>
  readonly close: () => Promise<void>
}

/** A file to be read. `path` names it in sentences, and is where it lies in its folder. */
export type InFile = {
  readonly path: string
  readonly chunks: () => AsyncIterable<Uint8Array>
}

/**
 * An annotation as a file has it. Offsets are code points of the text that the file gives, or of the article's. What
 * the format does not carry is absent. Ids are what roles and links point to.
 */
export type ReadAnnotation = Pick<AnnotationObject, 'label' | 'start' | 'end'> &
  Partial<Omit<AnnotationObject, 'fragments'>> & {
    readonly fragments?: readonly { readonly start: number; readonly end: number; readonly text?: string }[]
  }

/** An actor as a file has it: at least who that is. */
export type ReadActor = Pick<DatasetActor, 'id' | 'name'> & Partial<DatasetActor>

/** What a file says of one article, or of what one annotator says of it. */
export type ReadArticle = {
  readonly kind: 'article'
  readonly file: string
  /** The first line of it, from 1, where files have lines. */
  readonly line?: number
  /** The text and what is known of it; `sha256` is what the file claims. */
  readonly article: Partial<Omit<DatasetArticle, 'annotations' | 'text'>>
  /** Null where the file has none: then offsets are those of the article that `article` names. */
  readonly text: string | null
  /** Words are as in the article, white space between them is not. */
  readonly isLoose?: true
  readonly annotations: readonly ReadAnnotation[]
  /** Those whom the annotations name, in formats that have no place for the registry. */
  readonly actors?: readonly ReadActor[]
}

/** What cannot be taken over, and why: a plain sentence. */
export type Refusal = {
  readonly kind: 'refused'
  readonly file: string
  readonly line?: number
  readonly reason: string
}

export type ReadFrame = {
  readonly kind: 'frame'
  readonly frame: Partial<Pick<ExportFrame, 'scheme' | 'actors'>>
}

export type ReadEvent = ReadArticle | Refusal | ReadFrame

/**
 * One format, in one file of its own. `write` and `read` are each other's inverse for all that the format carries; what
 * the reader yields comes in the order in which it was written. A reader trusts nothing: a record that does not hold
 * is a refusal with its line, and the next one is read.
 */
export type Adapter = {
  readonly format: Format
  readonly write: (source: ExportSource, sink: Sink) => Promise<void>
  /**
   * `files` of one group (see `groups`), by path. What a file as a whole is refused for is thrown as an `UnreadableFile`.
   */
  readonly read?: (files: readonly InFile[]) => AsyncIterable<ReadEvent>
  /** Which files of a folder are read together, in what order; those that are no part of the format are left out. */
  readonly groups?: (paths: readonly string[]) => readonly (readonly string[])[]
  /** What of a carried article the format still cannot hold, for reasons of its own. */
  readonly fit?: (article: DatasetArticle, options: OptionValues) => Fit
}

/**
 * `article` is null where it has to be left out altogether. `lost`: annotations that are not in it; what else is missing
 * in it is found by comparing.
 */
export type Fit = {
  readonly article: DatasetArticle | null
  readonly lost: readonly { readonly kind: string; readonly annotation: AnnotationObject }[]
}

/** Thrown for a file that cannot be read at all; the message is a sentence. */
export class UnreadableFile extends Error {
  readonly line: number | undefined

  constructor(message: string, line?: number) {
    super(message)
    this.line = line
  }
}
