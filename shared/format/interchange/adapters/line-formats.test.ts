import { spawnSync } from 'node:child_process'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { datasetArticles } from '#shared/testing/datasets.ts'
import { exported } from '#shared/testing/round-trip.ts'
import type { Adapter } from '../adapter.ts'
import { doccano } from './doccano.ts'
import { labelStudio } from './label-studio.ts'
import { prodigy } from './prodigy.ts'
import { spacy } from './spacy.ts'

/** What each tool demands of a file, checked by Python, which counts as the tools do. Each prints how many marks it saw. */
const START = `
import json, sys
lines = [json.loads(line) for line in sys.stdin.buffer] if sys.argv[1] == 'lines' else json.load(sys.stdin.buffer)
seen = 0
`

const SPACY = `
for doc in lines:
    text, tokens = doc['text'], doc['tokens']
    at, was_space = 0, False
    for n, token in enumerate(tokens):
        word = text[token['start']:token['end']]
        assert token['id'] == n and word
        assert text[at:token['start']] in ('', ' ') and (at or not token['start'])
        assert word.isspace() or word == word.strip() and not any(c.isspace() for c in word)
        assert not (was_space and (word.isspace() or token['start'] > at))
        at, was_space = token['end'], word.isspace()
    assert text[at:] in ('', ' ')
    starts, ends = {t['start'] for t in tokens}, {t['end'] for t in tokens}
    marks = doc.get('spans', {}).get('sc', [])
    for mark in marks + doc.get('ents', []):
        assert mark['start'] in starts and mark['end'] in ends
    ents = sorted(doc.get('ents', []), key=lambda e: e['start'])
    assert all(a['end'] <= b['start'] for a, b in zip(ents, ents[1:]))
    seen += len(marks)
`

const PRODIGY = `
for task in lines:
    text, tokens = task['text'], task['tokens']
    assert all(text[t['start']:t['end']] == t['text'] and tokens[t['id']] is t for t in tokens)
    assert all(t['ws'] == (text[t['end']:t['end'] + 1] == ' ') for t in tokens)
    for span in task.get('spans', []):
        assert tokens[span['token_start']]['start'] == span['start']
        assert tokens[span['token_end']]['end'] == span['end']
    for relation in task.get('relations', []):
        for end in 'head', 'child':
            assert relation[end + '_span'] in task['spans']
            assert relation[end] == relation[end + '_span']['token_end']
    seen += len(task.get('spans', []))
`

const DOCCANO = `
ids = set()
for example in lines:
    own = {entity['id'] for entity in example['entities']}
    assert len(own) == len(example['entities']) and not own & ids
    ids |= own
    for entity in example['entities']:
        assert 0 <= entity['start_offset'] < entity['end_offset'] <= len(example['text'])
    assert all(r['from_id'] in own and r['to_id'] in own and r['type'] for r in example['relations'])
    seen += len(own)
`

const LABEL_STUDIO = `
for task in lines:
    for annotation in task['annotations']:
        regions = {r['id'] for r in annotation['result'] if r['type'] == 'labels'}
        for result in annotation['result']:
            if result['type'] == 'relation':
                assert result['from_id'] in regions and result['to_id'] in regions
            else:
                value = result['value']
                assert task['data']['text'][value['start']:value['end']] == value['text']
                assert result['id'] in regions and len(value[result['type']]) == 1
        seen += len(regions)
`

const hasPython = spawnSync('python3', ['--version']).status === 0

const CASES: readonly (readonly [string, Adapter, string, 'lines' | 'whole'])[] = [
  ['spaCy', spacy, SPACY, 'lines'],
  ['Prodigy', prodigy, PRODIGY, 'lines'],
  ['doccano', doccano, DOCCANO, 'lines'],
  ['Label Studio', labelStudio, LABEL_STUDIO, 'whole'],
]

test.skipIf(!hasPython).each(CASES)(
  'Python finds in a file for %s all that the tool demands',
  async (_, adapter, script, shape) => {
    const articles = fc.sample(datasetArticles, { numRuns: 30, seed: 6 }).flat()
    const { files, carried } = await exported(adapter, articles)
    const input = files.get('') ?? new Uint8Array()
    const { stdout, stderr } = spawnSync('python3', ['-c', `${START}${script}\nprint(seen)`, shape], {
      input,
    })
    expect(stderr.toString()).toBe('')
    expect(Number(stdout)).toBe(carried.flatMap(({ annotations }) => annotations).length)
  },
)
