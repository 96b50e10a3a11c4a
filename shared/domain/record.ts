import { AnnotationSet } from './annotation-set.ts'

export const STATUSES = ['new', 'in progress', 'done'] as const
export type Status = (typeof STATUSES)[number]

/** Metadata that an annotator may correct; the article's own file is never rewritten. */
export type Corrections = { readonly title?: string }

/** All that one annotator says about one article: the content of one file, and the unit of saving. */
export type AnnotationRecord = {
  readonly status: Status
  readonly notes: string
  readonly corrections: Corrections
  readonly annotations: AnnotationSet
}

export const emptyRecord: AnnotationRecord = {
  status: 'new',
  notes: '',
  corrections: {},
  annotations: AnnotationSet.empty,
}
