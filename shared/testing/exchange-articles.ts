import type { AnnotationObject } from '../format/annotation-object.ts'
import type { DatasetArticle } from '../format/dataset.ts'
import { now, someHash } from './samples.ts'

const TEXT = '🚢 Norland\r\npledged, he said,\tto sail.'

/** In UTF-16, as the text itself counts: where words stand. */
export const wordsAt = (words: string): { start: number; end: number; text: string } => {
  const start = Array.from(TEXT.slice(0, TEXT.indexOf(words))).length
  return { start, end: start + Array.from(words).length, text: words }
}

const by = {
  certainty: 'sure',
  annotator: 'Ada',
  origin: { kind: 'manual' },
  created: now,
  updated: now,
} as const

const norland: AnnotationObject = {
  ...by,
  ...wordsAt('Norland'),
  id: 'a',
  label: 'actor',
  attributes: {},
  roles: {},
  actor: 'actor-0',
}

/** “pledged … to sail”: in two pieces, unsure, with all that can be said of a mark. */
const pledge: AnnotationObject = {
  ...by,
  ...wordsAt('pledged, he said,\tto sail'),
  id: 'b',
  label: 'commitment',
  fragments: [wordsAt('pledged'), wordsAt('to sail')],
  attributes: { modality: 'promise' },
  roles: { committer: [{ mention: 'a' }, { actor: 'actor-1' }, { constant: 'author' }] },
  links: [{ kind: 'condition-of', to: 'b' }],
  note: 'two\nlines & “quotes”',
  certainty: 'unsure',
}

/** One small article with an emoji, a carriage return and a tab, and two marks of one annotator. */
export const ferryArticle: DatasetArticle = {
  id: 'ferries',
  title: 'Ferries & <more>',
  byline: null,
  source: 'The\tPost',
  publisher: null,
  published: '2026-01-02',
  dateline: null,
  language: 'en',
  url: null,
  text: TEXT,
  sha256: someHash,
  status: 'done',
  boilerplate: [{ start: 0, end: 1, kind: 'ad', reason: 'a ship' }],
  annotations: [norland, pledge],
}

/** The same, each mark in one piece. */
export const wholeFerryArticle: DatasetArticle = {
  ...ferryArticle,
  annotations: ferryArticle.annotations.map(({ fragments: _, ...rest }) => rest),
}
