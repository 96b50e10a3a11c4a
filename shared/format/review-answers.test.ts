import { describe, expect, it } from 'vitest'
import type { Judgement } from '../domain/review.ts'
import { articleText, mark, now, someHash } from '../testing/samples.ts'
import {
  answersArticle,
  keptArticle,
  looksLikeAnswers,
  type ReviewAnswers,
  readReviewAnswers,
  reviewAnswersToFile,
  saidIn,
} from './review-answers.ts'

const TEXT = '😀 Norland will pay.'
const source = articleText(TEXT)
const shown = { id: source.article.id, title: 'Pay', sha256: someHash, text: TEXT }
const norland = mark('m1', 3, 10)

const judgement: Judgement = {
  id: 'file-1',
  about: [{ annotator: 'ana', id: 'm1', as: norland }],
  outcome: 'changed',
  proposal: { ...norland, end: 15 },
  reason: '</script><script>alert(1)</script>',
  by: 'Rita',
  created: now,
}
const comment = {
  id: 'file-2',
  about: { annotator: 'ana', id: null },
  kind: 'said' as const,
  text: 'Good.',
  by: 'Rita',
  created: now,
}
const said = {
  judgements: new Map([[judgement.id, judgement]]),
  comments: new Map([[comment.id, comment]]),
}
const answers: Omit<ReviewAnswers, 'offsets'> = {
  workspace: { id: 'w', name: 'Desk' },
  data: someHash,
  reviewer: 'Rita',
  saved: now,
  articles: [answersArticle(shown, said)],
}
const file = reviewAnswersToFile(answers)
const sentence = (json: string): string => {
  const read = readReviewAnswers(json, 'a.json')
  return 'sentence' in read ? read.sentence : ''
}

describe('answers', () => {
  it('come back as they were said, through code points', () => {
    const read = readReviewAnswers(file, 'a.json')
    const [article] = read.kind === 'current' ? read.value.articles : []
    expect(article?.judgements[0]?.about[0]?.as).toMatchObject({ start: 2, end: 9, text: 'Norland' })
    expect(article && saidIn(article, TEXT)).toEqual({ said, refused: [] })
  })

  it('are known by the beginning of their file, each thing said a line of it', () => {
    expect(looksLikeAnswers(file.slice(0, 100))).toBe(true)
    expect(looksLikeAnswers('{"format": "glosswright/annotations"}')).toBe(false)
    expect(file.split('\n').filter((line) => line.includes('"by"'))).toHaveLength(2)
  })

  it('that were cut off are refused at every place, with the line', () => {
    for (let length = 0; length < file.length - 2; length += 7)
      expect(readReviewAnswers(file.slice(0, length), 'a.json').kind).not.toBe('current')
    const lines = file.split('\n')
    expect(sentence(lines.slice(0, 5).join('\n'))).toMatch(/“a.json” is damaged: .* at line 5\./)
  })

  it('that are not as they should be are refused with the field and the reason', () => {
    expect(sentence(file.replace('"outcome":"changed"', '"outcome":"loved"'))).toContain(
      '“articles.0.judgements.0.outcome”',
    )
    expect(sentence(file.replace('"reviewer": "Rita"', '"reviewer": ""'))).toContain('“reviewer”')
    expect(sentence(file.replace('glosswright/review-answers', 'x/y'))).toContain('is not a Glosswright')
    expect(sentence('[]')).toContain('is not a Glosswright')
  })

  it('about words that do not stand in the text are told one by one, and leave the others', () => {
    const { proposal: _, ...rest } = judgement
    const sound: Judgement = { ...rest, id: 'file-3', outcome: 'accepted' }
    const both = new Map([judgement, sound].map((one) => [one.id, one]))
    const article = answersArticle(shown, { ...said, judgements: both })
    const read = saidIn(article, TEXT.replace('will', 'must'))
    expect([...read.said.judgements.keys()]).toEqual(['file-3'])
    expect(read.refused).toHaveLength(1)
    expect(read.refused[0]).toContain('Norland must')
  })

  it('that propose a change must say which', () => {
    const [article] = answers.articles
    const bare = article?.judgements.map(({ proposal: _, ...one }) => one) ?? []
    expect(saidIn({ ...shown, comments: [], judgements: bare }, TEXT).refused[0]).toContain(
      'does not say which',
    )
  })

  it('that a browser has kept are read strictly, too', () => {
    expect(keptArticle({ id: 'x' })).toBe(null)
    expect(keptArticle(JSON.parse(JSON.stringify(answers.articles[0])))?.judgements).toHaveLength(1)
  })
})
