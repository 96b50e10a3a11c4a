import { expect, it } from 'vitest'
import { type AnnotatorNames, namesIn, withName } from './annotator-names.ts'

const ada: AnnotatorNames = { annotator: 'Ada', annotators: {} }

it('keeps a name for each workspace: whoever became somebody else elsewhere is who they were at home', () => {
  const away = withName(namesIn(namesIn(ada, 'home'), 'elsewhere'), 'elsewhere', 'Cy')
  const back = namesIn(away, 'home')
  expect(back.annotator).toBe('Ada')
  expect(namesIn(back, 'elsewhere').annotator).toBe('Cy')
})

it('begins in a new workspace with the name that was used last', () => {
  expect(namesIn(withName(ada, 'elsewhere', 'Cy'), 'new').annotator).toBe('Cy')
})

it('keeps none while nobody has taken a name', () => {
  const nobody: AnnotatorNames = { annotator: null, annotators: {} }
  expect(namesIn(nobody, 'home')).toEqual(nobody)
})

it('forgets the oldest of very many workspaces', () => {
  const many = Array.from({ length: 60 }, (_, i) => `w${i}`)
  const { annotators } = many.reduce((names, id) => namesIn(names, id), ada)
  expect(Object.keys(annotators)).toEqual(many.slice(10))
})
