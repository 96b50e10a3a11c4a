import { describe, expect, test } from 'vitest'
import { articleIn, eventsIn, wordsIn } from '#shared/testing/reading.ts'
import { exported, LONGEST } from '#shared/testing/round-trip.ts'
import { flatArticle } from '#shared/testing/told-article.ts'
import { utf8Decoder } from '../../utf8.ts'
import type { OptionValues } from '../format.ts'
import { conll } from './conll.ts'

const written = async (article: typeof flatArticle, options: OptionValues = {}): Promise<string> => {
  const { files } = await exported(conll, [article], { options, loss: LONGEST })
  return utf8Decoder().decode(files.get(''))
}

const tagsIn = (file: string): readonly string[] =>
  file
    .split('\n')
    .slice(2)
    .flatMap((line) => line.split(' ').at(-1) || [])

describe('what is written', () => {
  test('is one token a line, sentences apart, behind a line that says which article follows', async () => {
    const head = `-DOCSTART- -X- O O id=ferries-0a1b2c3d sha256=${flatArticle.sha256} title=Ferries%2C%20again annotator=Ada O`
    expect((await written(flatArticle)).split('\n')).toEqual([
      head,
      '',
      '🚢 -X- O O',
      'Norland -X- O B-actor',
      'will -X- O B-commitment',
      'pay -X- O I-commitment',
      'Vesteria -X- O I-commitment',
      '',
      'or -X- O O',
      'not -X- O O',
      '. -X- O O',
      '',
      '',
    ])
  })

  test.each([
    ['IOB2', ['O', 'B-actor', 'B-commitment', 'I-commitment', 'I-commitment', 'O', 'O', 'O']],
    ['IOB1', ['O', 'I-actor', 'I-commitment', 'I-commitment', 'I-commitment', 'O', 'O', 'O']],
    ['BILOU', ['O', 'U-actor', 'B-commitment', 'I-commitment', 'L-commitment', 'O', 'O', 'O']],
  ])('has tags of the scheme %s', async (scheme, tags) => {
    expect(tagsIn(await written(flatArticle, { scheme }))).toEqual(tags)
  })

  test('has two columns where that is wished', async () => {
    expect((await written(flatArticle, { columns: 'two' })).split('\n')).toContain('Norland B-actor')
  })

  test('does not end a sentence within a mark', async () => {
    const [, act] = flatArticle.annotations
    const over = {
      ...act,
      end: 30,
      text: 'will pay Vesteria\nor',
    } as (typeof flatArticle.annotations)[number]
    const file = await written({ ...flatArticle, annotations: [over] })
    expect(file).toContain('Vesteria -X- O I-commitment\nor -X- O I-commitment')
  })

  test('has no token that a reader would take for white space', async () => {
    const file = await written({ ...flatArticle, text: 'a\u0085\u0001b', annotations: [] })
    expect(file.split('\n').slice(2, 6)).toEqual(['a -X- O O', '', '\\u0001 -X- O O', 'b -X- O O'])
  })
})

describe('files of other tools', () => {
  test.each([
    ['IOB1', 'EU NNP I-NP I-ORG\nSpain NNP I-NP I-LOC\nFrance NNP I-NP B-LOC\n'],
    ['IOB2, with tabs', 'EU\tB-ORG\nSpain\tB-LOC\nFrance\tB-LOC\n'],
    ['BIOES', 'EU S-ORG\r\nSpain S-LOC\r\nFrance S-LOC\r\n'],
    ['BILOU', 'EU U-ORG\nSpain U-LOC\nFrance U-LOC'],
  ])('in %s', async (_, text) => {
    expect(wordsIn(await articleIn(conll, { a: text }))).toEqual(['ORG: EU', 'LOC: Spain', 'LOC: France'])
  })

  test('begin a mark where one should have begun', async () => {
    const text = 'a O\nb I-X\nc I-Y\nd E-Y\ne L-Y\n\nf I-Y\n'
    expect(wordsIn(await articleIn(conll, { a: text }))).toEqual(['X: b', 'Y: c d', 'Y: e', 'Y: f'])
  })

  test('have several documents, and comments, but # is a word, too', async () => {
    const text =
      '-DOCSTART- -X- -X- O\n\n# sent_id = 1\na DT O B-X\n# NN O I-X\n\n-DOCSTART- -X- -X- O\n\nb DT O O\n'
    const [first, second, ...more] = await eventsIn(conll, { a: text })
    expect(first).toMatchObject({ kind: 'article', line: 1, article: {}, text: 'a #', isLoose: true })
    expect(second).toMatchObject({ kind: 'article', line: 7, text: 'b', annotations: [] })
    expect(more).toEqual([])
  })
})

test.each([
  ['a B-X\nb', 2, '“b” stands without a tag.'],
  ['a B-X\nb PER', 2, '“PER” is no tag such as “O”, “B-label” or “I-label”.'],
  ['a B-', 1, '“B-” is no tag such as “O”, “B-label” or “I-label”.'],
])('%j is refused, and the next document is read', async (bad, line, reason) => {
  const [first, second] = await eventsIn(conll, { a: `${bad}\n\n-DOCSTART- O\n\nc O\n` })
  expect(first).toEqual({ kind: 'refused', file: 'a', line, reason })
  expect(second).toMatchObject({ kind: 'article', text: 'c' })
})
