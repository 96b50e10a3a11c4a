import type { Adapter } from '../adapter.ts'
import { EVERYTHING, type Format, optionValue } from '../format.ts'
import { TOKENS_OPTION } from '../tokens-option.ts'
import { readConll } from './conll/read.ts'
import { TAGGINGS, type Tagging } from './conll/tags.ts'
import { type Style, writeConll } from './conll/write.ts'

const TITLES: Readonly<Record<Tagging, string>> = {
  IOB2: 'IOB2: every mark begins with B',
  BILOU: 'BILOU: last tokens and marks of one token have tags of their own',
  IOB1: 'IOB1: B only between two marks of one label',
}

const FORMAT: Format = {
  id: 'conll',
  title: 'CoNLL (one token a line)',
  summary: 'tokens and tags, for training and scoring of sequence taggers',
  shape: 'file',
  ending: 'conll',
  offsets: 'token',
  reads: true,
  carries: {
    ...EVERYTHING,
    overlaps: false,
    fragments: false,
    freeEdges: false,
    roles: 'none',
    links: false,
    attributes: false,
    actors: false,
    notes: false,
    certainty: false,
    ids: false,
    history: false,
    text: false,
    metadata: false,
    status: false,
    boilerplate: false,
    registry: false,
    scheme: false,
  },
  options: [
    { id: 'scheme', title: 'Tags', values: TAGGINGS.map((id) => ({ id, title: TITLES[id] })) },
    {
      id: 'columns',
      title: 'Columns',
      values: [
        {
          id: 'conll2003',
          title: 'Four, as in CoNLL-2003: token, part of speech, chunk (both left open), tag',
        },
        { id: 'two', title: 'Two: token, tag' },
      ],
    },
    TOKENS_OPTION,
  ],
  source: 'https://aclanthology.org/W03-0419/',
}

/** What the field puts where a part of speech is not given, and the tag of what is no chunk. */
const UNKNOWN = ['-X-', 'O']

export const conll: Adapter = {
  format: FORMAT,
  write: (source, sink) => {
    const value = (id: string): string => optionValue(FORMAT, source.options, id)
    const style: Style = {
      tagging: value('scheme') as Tagging,
      placeholders: value('columns') === 'two' ? [] : UNKNOWN,
      isCut: value(TOKENS_OPTION.id) === 'split',
    }
    return writeConll(source, style, sink)
  },
  read: readConll,
}
