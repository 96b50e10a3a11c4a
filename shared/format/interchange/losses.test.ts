import { expect, test } from 'vitest'
import { smallArticle } from '#shared/testing/small-article.ts'
import { besideWords, exampleOf, LOSS_KINDS, type LossKind, LossTally, lossWords } from './losses.ts'

const lossOf = (kind: LossKind, count: number) => ({ kind, count, examples: [] })

test('one is told as one, several as several, for every kind', () => {
  expect(lossWords(lossOf('nested', 1))).toBe('1 mark that lies in another mark, or holds one')
  expect(lossWords(lossOf('nested', 12))).toBe('12 marks that lie in another mark, or hold one')
  for (const [one, several] of Object.values(LOSS_KINDS)) expect(several).not.toBe(one)
})

test('an example is the words, the label and the article; line ends are spaces and long words are cut', () => {
  const [actor] = smallArticle.annotations
  if (!actor) throw new Error('the article has annotations')
  expect(exampleOf(actor, smallArticle)).toBe('“Norland” (actor) in “Ferries”')
  expect(exampleOf({ ...actor, text: 'two\nlines' }, { ...smallArticle, title: '' })).toBe(
    '“two lines” (actor) in “ferries-0a1b2c3d”',
  )
  expect(exampleOf({ ...actor, text: 'word '.repeat(40) }, smallArticle)).toMatch(/^“(word ){11}word…” /)
})

test('losses come in the order of their kinds, with three examples that differ', () => {
  const tally = new LossTally()
  tally.add('roles', 2, 'a')
  for (const example of ['b', 'b', 'c', 'd', 'e']) tally.add('nested', 1, example)
  tally.add('links', 0, 'never')
  expect(tally.losses).toEqual([
    { kind: 'nested', count: 5, examples: ['b', 'c', 'd'] },
    { kind: 'roles', count: 2, examples: ['a'] },
  ])
})

test('what is beside the annotations is told in words', () => {
  const tally = new LossTally()
  tally.addBeside('registry', 7)
  tally.addBeside('metadata', 2)
  tally.addBeside('metadata', 1)
  tally.addBeside('scheme', 1)
  tally.addBeside('boilerplate', 0)
  expect(besideWords(tally.beside)).toBe(
    'the source or date of 3 articles, 7 actors of the registry, the scheme',
  )
  expect(besideWords([{ kind: 'status', count: 1 }])).toBe('the status of 1 article')
  expect(besideWords([])).toBe('')
})
