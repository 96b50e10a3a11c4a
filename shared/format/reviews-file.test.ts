import * as fc from 'fast-check'
import { expect, it, test } from 'vitest'
import type { Annotation } from '../domain/annotation.ts'
import { COMMENT_KINDS, type Comment, type Judgement, OUTCOMES, type Review } from '../domain/review.ts'
import { textsWithRecords } from '../testing/arbitraries.ts'
import { articleText, mark, now } from '../testing/samples.ts'
import { readReviewsFile, reviewWriter } from './reviews-file.ts'

const TEXT = '😀 Ana Ruiz promised 𝒜 help.'

const words = fc.string({ unit: 'binary' })
const names = fc.constantFrom('Ana', 'Bo 😀', 'gold')

const base = { id: fc.uuid(), by: names, created: fc.constant(now) }

const comments: fc.Arbitrary<Comment> = fc.record({
  ...base,
  about: fc.record({ annotator: names, id: fc.option(fc.uuid()) }),
  kind: fc.constantFrom(...COMMENT_KINDS),
  text: words,
})

/** Judgements of marks, of which there is at least one. */
function judgementsOf(marks: readonly Annotation[]): fc.Arbitrary<Judgement> {
  const as = fc.constantFrom(...marks)
  const judged = fc.tuple(names, as).map(([annotator, one]) => ({ annotator, id: one.id, as: one }))
  return fc.record(
    {
      ...base,
      about: fc.array(judged, { minLength: 1, maxLength: 3 }),
      outcome: fc.constantFrom(...OUTCOMES),
      proposal: as,
      made: fc.array(fc.uuid()),
      reason: words,
    },
    { requiredKeys: ['id', 'by', 'created', 'about', 'outcome'] },
  )
}

/** Reviews of marks that stand in a text. */
const reviews = textsWithRecords.chain(({ text, record }) => {
  const marks = [...record.annotations]
  const judgements = marks.length === 0 ? fc.constant([]) : fc.array(judgementsOf(marks), { maxLength: 4 })
  const all = fc.record({ judgements, comments: fc.array(comments, { maxLength: 4 }) })
  return all.map((said) => ({
    text,
    review: { judgements: byId(said.judgements), comments: byId(said.comments) },
  }))
})

const byId = <T extends { readonly id: string }>(all: readonly T[]) =>
  new Map(all.map((one) => [one.id, one]))
const written = (review: Review, text = TEXT) => reviewWriter(articleText(text), 'Ana')(review)
const read = (json: string, text = TEXT) =>
  readReviewsFile(json, { source: articleText(text), annotator: 'Ana', file: 'r.json' })

const judgement: Judgement = {
  ...{ id: 'j', outcome: 'changed', by: 'Ana', created: now },
  about: [{ annotator: 'Bo', id: 'b1', as: mark('b1', 3, 11) }],
  proposal: mark('b1', 21, 23),
}
const comment: Comment = {
  ...{ id: 'c', about: { annotator: 'Bo', id: null }, kind: 'said', text: '"judgements": []' },
  ...{ by: 'Ana', created: now },
}
const review: Review = { judgements: byId([judgement]), comments: byId([comment]) }

test('a review comes back from its file, and is written again as the same bytes', () =>
  fc.assert(
    fc.property(reviews, ({ text, review: said }) => {
      const json = written(said, text)
      const back = read(json, text)
      if (back.kind !== 'current') throw new Error(back.sentence)
      expect(back.value).toEqual(said)
      expect(written(back.value, text)).toBe(json)
      const turned = { judgements: turn(said.judgements), comments: turn(said.comments) }
      expect(written(turned, text)).toBe(json)
    }),
  ))

const turn = <T>(all: ReadonlyMap<string, T>) => new Map([...all].reverse())

test('each judgement and comment has a line of its own, and marks carry their text by code points', () => {
  const lines = written(review).split('\n')
  expect(lines.filter((line) => line.includes('"id":"j"'))).toHaveLength(1)
  expect(lines.filter((line) => line.includes('"id":"c"'))).toHaveLength(1)
  const [object] = JSON.parse(written(review)).judgements
  expect(object.about[0].as).toMatchObject({ start: 2, end: 10, text: 'Ana Ruiz', annotator: 'Bo' })
  expect(object.proposal).toMatchObject({ start: 20, end: 21, text: '𝒜', annotator: 'Bo' })
})

it.each([
  [
    'the mark that was judged does not stand in the text',
    (json: string) => json.replace('"text":"Ana Ruiz"', '"text":"Ana Ruis"'),
    '“r.json” is damaged: in the judgement “j”, the annotation “b1” says “Ana Ruis”, but characters 2 to 10 of the article are “Ana Ruiz”.',
  ],
  [
    'what is proposed lies outside the text',
    (json: string) => json.replace('"end":21', '"end":2100'),
    '“r.json” is damaged: in the judgement “j”, the annotation “b1” ends at character 2100, but the article has only 27.',
  ],
  [
    'it is another annotator’s',
    (json: string) => json.replace('"annotator": "Ana"', '"annotator": "Cy"'),
    '“r.json” is damaged: it holds the work of another annotator, “Cy”.',
  ],
])('a file is damaged where %s', (_, damage, sentence) => {
  expect(read(damage(written(review)))).toEqual({ kind: 'damaged', sentence })
})

it('is damaged where two things have the same id', () => {
  const twice = JSON.parse(written(review))
  twice.comments.push(twice.comments[0])
  expect(read(JSON.stringify(twice))).toMatchObject({ kind: 'damaged' })
})

it('is not guessed at where a newer version wrote it', () => {
  const newer = written(review).replace('"version": 1', '"version": 2')
  expect(read(newer)).toMatchObject({ kind: 'newer', value: null })
})
