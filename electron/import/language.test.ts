import { expect, it } from 'vitest'
import { languageOf } from './language.ts'

const GERMAN =
  'Die Gemeinde verspricht den Bewohnern, dass der Deich bis zum Herbst erhöht wird. Die Bewohner werfen ihr vor, dasselbe schon im letzten Jahr versprochen zu haben, und verlangen nun, dass jemand dafür haftet, wenn das Wasser kommt.'
const ENGLISH =
  'The council promises that the dike will be raised by autumn, and the people who live behind it accuse the council of having promised just that a year ago, before the water came and went and came again.'

it('says in which language an article is, and how sure that is', () => {
  const found = languageOf(GERMAN, [])
  expect(found?.value).toBe('de')
  expect(found?.evidence.certainty).toBeGreaterThan(30)
  expect(found?.evidence.certainty).toBeLessThanOrEqual(100)
})

it('goes by the article’s own words and not by what stands around them', () => {
  const text = `${ENGLISH}\n${GERMAN}`
  const part = { start: 0, end: ENGLISH.length, kind: 'newsletter', reason: '' }
  expect(languageOf(text, [part])?.value).toBe('de')
  expect(languageOf(text, [{ ...part, start: ENGLISH.length, end: text.length }])?.value).toBe('en')
})

it('says nothing of a text that is too short to tell', () => {
  expect(languageOf('Accord reached', [])).toBeNull()
})
