import { describe, expect, test } from 'vitest'
import { articleIn, eventsIn, wordsIn } from '#shared/testing/reading.ts'
import { exported } from '#shared/testing/round-trip.ts'
import { toldArticle } from '#shared/testing/told-article.ts'
import { utf8Decoder } from '../../utf8.ts'
import { brat } from './brat.ts'

const written = async (path: string): Promise<string> => {
  const { files } = await exported(brat, [toldArticle])
  return utf8Decoder().decode(files.get(path))
}

describe('what is written', () => {
  test('is the text as it is, and annotations by kind, a mark over the end of a line in pieces', async () => {
    expect(await written('by-Ada/ferries-0a1b2c3d.txt')).toBe(toldArticle.text)
    expect((await written('by-Ada/ferries-0a1b2c3d.ann')).split('\n')).toEqual([
      'T1\tactor 2 9\tNorland',
      'T2\tcommitment 10 27;28 35\twill pay Vesteria or not.',
      'E1\tcommitment:T2 committer:T1 beneficiary:T4',
      'T3\tcommitment 15 18\tpay',
      'E2\tcommitment:T3',
      'T4\tactor 19 27\tVesteria',
      'N1\tReference T1 registry:actor-0\tNorland',
      '#1\tGlosswright N1\t{"actors":[{"aliases":[],"country":null,"created":"2026-01-02T03:04:05.678Z","externalIds":{"wikidata":"Q1"},"id":"actor-0","members":[],"mergedInto":null,"name":"Norland","note":"","type":"state","updated":"2026-01-02T03:04:05.678Z"}]}',
      'R1\tsame-as Arg1:E1 Arg2:E2',
      'A1\tcommitment-force E1 pledged',
      '#2\tAnnotatorNotes E1\twhy?',
      '#3\tGlosswright E1\t{"fillers":[{"at":1,"filler":{"constant":"unknown"},"role":"beneficiary"}]}',
      'A2\tUnsure E2',
      '',
    ])
  })

  test('has a configuration in which all that the scheme knows can be annotated', async () => {
    const lines = (await written('annotation.conf')).split('\n')
    expect(lines.filter((line) => line.startsWith('['))).toEqual([
      '[entities]',
      '[relations]',
      '[events]',
      '[attributes]',
    ])
    expect(lines).toContain('actor')
    expect(lines).toContain('same-as\tArg1:commitment|accusation, Arg2:<EVENT>')
    expect(lines).toContain('commitment\tcommitter*:<ANY>, beneficiary*:<ANY>, target*:<ANY>, source*:<ANY>')
    expect(lines).toContain(
      'outcome\tArg:commitment, Value:open|under%20way|fulfilled|partly|broken|withdrawn',
    )
  })

  test('is in a folder of its annotator, and beside the configuration where nobody annotated it', async () => {
    const { files } = await exported(brat, [{ ...toldArticle, annotations: [] }])
    expect([...files.keys()]).toEqual(['annotation.conf', 'ferries-0a1b2c3d.txt', 'ferries-0a1b2c3d.ann'])
  })
})

test('a mark on nothing but the end of a line has no place; whom it means fills the role', async () => {
  const [first, promise, ...rest] = toldArticle.annotations
  const feed = { ...first, start: 27, end: 28, text: '\n' }
  const { losses, carried } = await exported(brat, [
    { ...toldArticle, annotations: [promise, feed, ...rest] } as typeof toldArticle,
  ])
  expect(losses.map(({ kind, count }) => [kind, count])).toEqual([
    ['unwritable', 1],
    ['actors', 1],
  ])
  expect(carried[0]?.annotations).toHaveLength(3)
  const fillers = Object.values(carried[0]?.annotations[0]?.roles ?? {}).flat()
  expect(fillers).toContainEqual({ actor: first?.actor })
})

const TEXT = 'John met Mary\nin New York.'

describe('files of brat itself', () => {
  test('have events without arguments, groups of equal marks, empty lines and notes of other types', async () => {
    const read = await articleIn(brat, {
      'train/one.txt': TEXT,
      'train/one.ann': [
        'T1\tPER 0 4\tJohn',
        'T2\tPER 9 13\tMary',
        'T3\tMeet 5 8\tmet',
        'E1\tMeet:T3 ',
        '*\tEquiv T1 T2',
        '',
        'A1\tNegation E1',
        'M1\tSpeculation E1',
        'N1\tReference T1 Wikipedia:534366\tJohn',
        '#1\tAnnotatorNotes E1\tnot sure ',
        '#2\tAnnotationError T1\tsomething',
        'R1\tKnows Arg1:T1 Arg2:T2\t',
      ].join('\r\n'),
    })
    expect(wordsIn(read)).toEqual(['PER: John', 'PER: Mary', 'Meet: met'])
    expect(read.article).toEqual({ id: 'one' })
    expect(read.annotations[0]?.links).toEqual([{ kind: 'Knows', to: 'T2' }])
    expect(read.annotations[2]).toMatchObject({
      attributes: { Negation: 'true', Speculation: 'true' },
      note: 'not sure',
    })
  })

  test('number the arguments of one role, and share triggers', async () => {
    const { annotations } = await articleIn(brat, {
      'one.txt': TEXT,
      'one.ann':
        'T1\tPER 0 4\tJohn\nT2\tPER 9 13\tMary\nT3\tMeet 5 8\tmet\nE1\tMeet:T3 Who:T1 Who2:T2\nE2\tMeet:T3 Who:E1\n',
    })
    expect(annotations.map(({ id, roles }) => [id, roles])).toEqual([
      ['T1', {}],
      ['T2', {}],
      ['E1', { Who: [{ mention: 'T1' }, { mention: 'T2' }] }],
      ['E2', { Who: [{ mention: 'E1' }] }],
    ])
  })

  test('have pieces, which are one where only ends of lines lie between them', async () => {
    const read = await articleIn(brat, {
      'one.txt': TEXT,
      'one.ann': 'T1\tMeet 5 13;14 16\tmet Mary in\nT2\tMeet 0 4;9 13\tJohnMary\n',
    })
    expect(wordsIn(read)).toEqual(['Meet: met Mary\nin', 'Meet: John|Mary'])
  })

  test('may stand without their texts', async () => {
    const { text, annotations } = await articleIn(brat, { 'one.ann': 'T1\tPER 0 4\tJohn\n' })
    expect(text).toBeNull()
    expect(annotations[0]).toMatchObject({ start: 0, end: 4 })
  })
})

test.each([
  ['T1\tPER 0 4\tJack', 1, 'It says “Jack”, but the text there is “John”.'],
  ['T1\tPER 4 0\tJohn', 1, 'It ends at 0, which is not behind its start at 4.'],
  ['T1\tPER 20 99\tYork', 1, 'It ends at 99, but the text has only 26.'],
  ['T1\tPER 0 1e400\tJohn', 1, 'A mark is written as its type and its offsets, such as “actor 0 5”.'],
  ['T1\tPER 0 99999999999999999999\tJohn', 1, 'It ends at 100000000000000000000, but the text has only 26.'],
  ['T1\tPER 0 4;2 6\tJohn hn m', 1, 'Its pieces overlap at 2.'],
  ['T1\tPER 0 4\tJohn\nT1\tPER 9 13\tMary', 2, 'The id “T1” is there twice.'],
  ['T1 PER 0 4 John', 1, 'This is no line of brat’s: an id such as “T1”, a tab, and what it says.'],
  ['E1\tMeet:T9', 1, 'Its trigger “T9” is no mark of this file.'],
  ['T1\tPER 0 4\tJohn\nE1\tPER:T1 Who:T7', 2, 'It refers to “T7”, which is no mark of this file.'],
  [
    'T1\tPER 0 4\tJohn\nR1\tKnows Arg1:T1',
    2,
    'A relation has a type and two arguments, such as “same-as Arg1:E1 Arg2:E2”.',
  ],
  [
    'T1\tPER 0 4\tJohn\n#1\tGlosswright T1\t{"spans":[[2,1]]}',
    2,
    'It ends at 1, which is not behind its start at 2.',
  ],
  ['T1\tPER 0 4\tJohn\n#1\tGlosswright T1\t{"note"', 2, 'This is not JSON, or only a part of it.'],
])('%j is refused', async (ann, line, reason) => {
  expect(await eventsIn(brat, { 'one.txt': TEXT, 'one.ann': ann })).toEqual([
    { kind: 'refused', file: 'one.ann', line, reason },
  ])
})

test('an attribute called __proto__ is an attribute', async () => {
  const { annotations } = await articleIn(brat, {
    'one.txt': TEXT,
    'one.ann': 'T1\tPER 0 4\tJohn\nA1\t__proto__ T1 yes\n',
  })
  expect(Object.entries(annotations[0]?.attributes ?? {})).toEqual([['__proto__', 'yes']])
})
