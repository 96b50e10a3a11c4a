import { AnnotationSet } from './annotation-set.ts'
import type { BoilerplateChoice } from './boilerplate.ts'
import type { Metadata } from './metadata.ts'

export const STATUSES = ['new', 'in progress', 'done'] as const
export type Status = (typeof STATUSES)[number]

/** What an annotator corrects about an article; the article's own file is never rewritten. */
export type Corrections = Partial<Metadata> & {
  /** In the order in which they were made: the last word on a range holds. */
  readonly boilerplate?: readonly BoilerplateChoice[]
}

/** Where the annotations of an article come from whose text is a newer version of another article's. */
export type Earlier = {
  /** The article's id. */
  readonly article: string
  /** Ids, in this record, of its annotations that were let go on the way: the new text has nothing to put them on. */
  readonly dropped: readonly string[]
  /** By the ids of some of its annotations those that they have in this record, where another one had theirs. */
  readonly renamed?: Readonly<Record<string, string>>
}

/** All that one annotator says about one article: the content of one file, and the unit of saving. */
export type AnnotationRecord = {
  readonly status: Status
  readonly notes: string
  readonly corrections: Corrections
  /** Set on an article that another one's annotations were carried over to. */
  readonly earlier: Earlier | null
  /** Id of the article that the annotations were carried over to: the newer version of this one. */
  readonly later: string | null
  readonly annotations: AnnotationSet
}

export const emptyRecord: AnnotationRecord = {
  status: 'new',
  notes: '',
  corrections: {},
  earlier: null,
  later: null,
  annotations: AnnotationSet.empty,
}

/** True for who has begun with an article: who has only corrected its title, say, has not looked for anything to mark. */
export const hasOpened = (status: Status, marks: number): boolean => status !== 'new' || marks > 0

type Leading = Pick<AnnotationRecord, 'later'>

/** True for who has gone on to a newer version of the text, and counts there. @param known ids of all articles. */
export const hasGoneOn = ({ later }: Leading, known: ReadonlySet<string>): boolean =>
  later !== null && known.has(later)

/** True where everybody has who has said something of an article: its newer version counts in its place. */
export const haveAllGoneOn = (records: readonly Leading[], known: ReadonlySet<string>): boolean =>
  records.length > 0 && records.every((record) => hasGoneOn(record, known))
