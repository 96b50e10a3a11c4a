import { expect, it } from 'vitest'
import { marker } from '../testing/acts.ts'
import { mark } from '../testing/samples.ts'
import type { Annotation } from './annotation.ts'
import { AnnotationSet } from './annotation-set.ts'
import { nearby } from './nearby-marks.ts'

const idsIn = (found: object) =>
  Object.fromEntries(
    Object.entries(found).map(([place, some]) => [place, (some as Annotation[]).map(({ id }) => id)]),
  )

it('finds each mark in the first place that holds it, none in the gap of an act in two pieces', () => {
  const text = 'One came.\nTwo left. Three vowed, Four said, to help Five. Six slept.\nSeven woke.'
  const over = marker(text)
  const marks = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven'].map((words) => over(words))
  const whole = over('vowed, Four said, to help Five', 'commitment')
  const fragments = [over('vowed'), over('to help Five')].map(({ start, end }) => ({ start, end }))
  const place = { text, annotations: AnnotationSet.from([...marks, whole]) }
  const places = { paragraph: ['Six', 'Two'], earlier: ['One'], later: ['Seven'] }
  expect(idsIn(nearby({ ...whole, fragments }, place, () => true))).toEqual({
    inside: ['Five'],
    sentence: ['Four', 'Three'],
    ...places,
  })
  expect(idsIn(nearby(whole, place, () => true))).toEqual({
    inside: ['Four', 'Five'],
    sentence: ['Three'],
    ...places,
  })
})

it('looks at no more than some thousand characters and some hundred marks, however long the article is', () => {
  const text = 'word. '.repeat(50_000)
  const many = Array.from({ length: 50_000 }, (_, i) => mark(`m${i}`, 6 * i, 6 * i + 4))
  const act = { ...mark('act', 150_000, 150_004), label: 'commitment' }
  const found = nearby(act, { text, annotations: AnnotationSet.from([...many, act]) }, () => true)
  expect(Object.values(found).flat().length).toBeLessThan(1_500)
  expect(found.sentence[0]?.id).toMatch(/^m(24999|25001)$/)
})
