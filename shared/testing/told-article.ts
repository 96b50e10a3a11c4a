import type { AnnotationObject } from '../format/annotation-object.ts'
import type { DatasetArticle } from '../format/dataset.ts'
import { now, someHash } from './samples.ts'

/** An article in which Ada marked a little of everything: for tests that show a format as a whole. */
const TEXT = '🚢 Norland will pay Vesteria\nor not.'

const mark = (id: string, label: string, start: number, end: number): AnnotationObject => ({
  id,
  label,
  start,
  end,
  text: Array.from(TEXT).slice(start, end).join(''),
  attributes: {},
  roles: {},
  certainty: 'sure',
  annotator: 'Ada',
  origin: { kind: 'manual' },
  created: now,
  updated: now,
})

const promise: AnnotationObject = {
  ...mark('promise', 'commitment', 10, 35),
  attributes: { 'commitment-force': 'pledged' },
  roles: {
    committer: [{ mention: 'norland' }],
    beneficiary: [{ mention: 'vesteria' }, { constant: 'unknown' }],
  },
  links: [{ kind: 'same-as', to: 'again' }],
  note: 'why?',
}

export const toldArticle: DatasetArticle = {
  id: 'ferries-0a1b2c3d',
  title: 'Ferries, again',
  byline: null,
  source: null,
  publisher: null,
  published: null,
  dateline: null,
  language: null,
  url: null,
  text: TEXT,
  sha256: someHash,
  status: 'new',
  boilerplate: [],
  annotations: [
    { ...mark('norland', 'actor', 2, 9), actor: 'actor-0' },
    promise,
    { ...mark('again', 'commitment', 15, 18), certainty: 'unsure' },
    mark('vesteria', 'actor', 19, 27),
  ],
}

/** The same but for what formats without overlapping marks could not hold. */
export const flatArticle: DatasetArticle = {
  ...toldArticle,
  annotations: [mark('norland', 'actor', 2, 9), mark('promise', 'commitment', 10, 27)],
}
