import type { AnnotationObject } from '../format/annotation-object.ts'
import type { DatasetArticle } from '../format/dataset.ts'
import { now, someHash } from './samples.ts'

/** A small article that says all there is to say: a mention, and an act of it in two pieces with roles, a link and a note. */
const FERRIES_TEXT = 'Norland 😀 will\r\npay, "in full", for ships.'

const said = {
  certainty: 'sure',
  annotator: 'Ada',
  created: now,
  updated: now,
  attributes: {},
  roles: {},
} as const

const NORLAND: AnnotationObject = {
  ...said,
  id: 'a1',
  label: 'actor',
  start: 0,
  end: 7,
  text: 'Norland',
  actor: 'actor-0',
  origin: { kind: 'manual' },
}

const end = Array.from(FERRIES_TEXT).length

const WILL_PAY: AnnotationObject = {
  ...said,
  id: 'a2',
  label: 'commitment',
  start: 10,
  end,
  text: FERRIES_TEXT.slice(FERRIES_TEXT.indexOf('will')),
  fragments: [
    { start: 10, end: 19, text: 'will\r\npay' },
    { start: end - 6, end, text: 'ships.' },
  ],
  roles: { committer: [{ mention: 'a1' }, { constant: 'author' }], beneficiary: [{ actor: 'actor-1' }] },
  attributes: { outcome: 'under way' },
  links: [{ kind: 'same-as', to: 'a1' }],
  note: '=1+1',
  certainty: 'unsure',
  origin: { kind: 'rule', by: 'a rule' },
}

export const FERRIES: DatasetArticle = {
  id: 'ferries-0a1b2c3d',
  title: 'Ferries; “late”',
  byline: null,
  source: 'Norland Post',
  publisher: null,
  published: '2026-01-02',
  dateline: null,
  language: 'en',
  url: null,
  text: FERRIES_TEXT,
  sha256: someHash,
  status: 'done',
  boilerplate: [],
  annotations: [NORLAND, WILL_PAY],
}
