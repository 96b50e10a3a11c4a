import { expect, test } from 'vitest'
import { reportWords, takenBackWords } from './report-words.ts'

const report = {
  articles: 1,
  newArticles: 0,
  annotations: 3,
  completed: 0,
  same: 0,
  differing: 0,
  actors: 0,
}

test('only what there is any of is told', () => {
  expect(reportWords(report)).toBe('3 annotations on 1 article are taken.')
})

test('one of each is told as one', () => {
  const one = { ...report, annotations: 1, newArticles: 1, completed: 1, same: 1, differing: 1, actors: 1 }
  expect(reportWords(one)).toBe(
    '1 annotation on 1 article is taken. 1 article is new. 1 of them was here already and now says more. ' +
      '1 was here already. 1 was here already but says something else in the files, and is left as it is. ' +
      '1 actor is new in the registry.',
  )
})

test('several are told as several', () => {
  expect(reportWords({ ...report, same: 1240, differing: 2, actors: 3 })).toBe(
    '3 annotations on 1 article are taken. 1,240 were here already. 2 were here already but say something else ' +
      'in the files, and are left as they are. 3 actors are new in the registry.',
  )
})

test('what was undone is no longer told as taken', () => {
  expect(takenBackWords(report)).toBe('Undone: 3 annotations on 1 article are taken back.')
})
