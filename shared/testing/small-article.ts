import type { DatasetArticle } from '../format/dataset.ts'
import { now, someHash } from './samples.ts'

const made = { origin: { kind: 'manual' as const }, created: now, updated: now }

/** An article of one sentence with an emoji in it, in which one annotator marked an act and who did it. */
export const smallArticle: DatasetArticle = {
  id: 'ferries-0a1b2c3d',
  title: 'Ferries',
  byline: null,
  source: 'The Harbour Post',
  publisher: null,
  published: '2026-01-02',
  dateline: null,
  language: 'en',
  url: null,
  text: '⛴️🚢 Norland will pay for ships.',
  sha256: someHash,
  status: 'done',
  boilerplate: [],
  annotations: [
    {
      ...made,
      id: 'm0',
      label: 'actor',
      start: 4,
      end: 11,
      text: 'Norland',
      attributes: {},
      roles: {},
      actor: 'actor-0',
      certainty: 'sure',
      annotator: 'Ada',
    },
    {
      ...made,
      id: 'm1',
      label: 'commitment',
      start: 4,
      end: 30,
      text: 'Norland will pay for ships',
      attributes: { polarity: 'support' },
      roles: { speaker: [{ mention: 'm0' }, { constant: 'author' }] },
      links: [{ kind: 'supports', to: 'm0' }],
      note: 'How much?',
      certainty: 'unsure',
      annotator: 'Ada',
    },
  ],
}
