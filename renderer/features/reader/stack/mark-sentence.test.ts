import { describe, expect, it } from 'vitest'
import type { Annotation } from '#shared/domain/annotation.ts'
import { placeOf } from '#shared/testing/acts.ts'
import { mark } from '#shared/testing/samples.ts'
import { changeSentence, markSentence } from './mark-sentence.ts'

const TEXT =
  'Vesteria accused Norland of breaking its pledge to share data with the Coast Guard of Vesteria, he said.'

function over(words: string, label: string, rest: Partial<Annotation> = {}): Annotation {
  const start = TEXT.indexOf(words)
  return { ...mark(`${label}-${words}`, start, start + words.length), label, ...rest }
}

const said = (annotation: Annotation, ...others: readonly Annotation[]) =>
  markSentence(annotation, placeOf({ text: TEXT, annotations: [annotation, ...others] }))

const pledge = over('pledge to share data with the Coast Guard of Vesteria', 'commitment')

describe('what is said of a selected mark', () => {
  it('is its label and how many words it has', () => {
    expect(said(over('Norland', 'actor'))).toBe('Actor, 1 word')
    expect(said(pledge)).toBe('Commitment, 10 words')
  })

  it('tells that it is unsure, what lies in it, and what it lies in', () => {
    const unsure: Annotation = { ...pledge, certainty: 'unsure' }
    const charge = over(TEXT.slice(0, 94), 'accusation')
    const guard = over('the Coast Guard of Vesteria', 'actor')
    const state = over('Guard of Vesteria', 'actor')
    expect(said(unsure, charge, guard, state)).toBe(
      'Commitment, 10 words, unsure, contains Actor the Coast Guard of Vesteria and 1 more, inside Accusation',
    )
    expect(said(charge, guard)).toMatch(/, contains Actor the Coast Guard of Vesteria$/)
    expect(said(guard, pledge, charge)).toMatch(/, inside Commitment, inside Accusation$/)
  })

  it('tells who is in an act, once somebody is', () => {
    const roles = { committer: [{ constant: 'author' as const }] }
    expect(said({ ...pledge, roles })).toMatch(/^Commitment, 10 words, the author commits to “pledge/)
  })

  it('says nothing of marks that only cross it or touch it', () => {
    expect(said(pledge, over('its pledge', 'actor'), over(', he said', 'accusation'))).toBe(
      'Commitment, 10 words',
    )
  })

  it('counts the words of its fragments, not of the gap', () => {
    const [share, guard] = [over('share data', 'actor'), over('Coast Guard', 'actor')]
    const both = { ...pledge, start: share.start, end: guard.end, fragments: [share, guard] }
    expect(said(both)).toBe('Commitment, 4 words, in 2 fragments')
  })

  it('names a label that the scheme does not know by its id', () => {
    expect(said(over('Norland', 'omen'))).toBe('omen, 1 word')
  })

  it('looks no further into a long mark than it takes', () => {
    const text = 'word '.repeat(2_000)
    const whole = { ...mark('whole', 0, text.length), label: 'accusation' }
    const annotations = [whole, mark('first', 0, 4), mark('last', 9_000, 9_004)]
    expect(markSentence(whole, placeOf({ text, annotations }))).toBe(
      'Accusation, more than 5000 characters, contains Actor word and others',
    )
  })
})

describe('what is said of a selected mark that changes', () => {
  const place = placeOf({ text: TEXT, annotations: [over('Norland', 'actor')] })
  const changed = (after: Partial<Annotation>) => changeSentence(pledge, { ...pledge, ...after }, place)
  const { start, end } = pledge

  it('is the word that it starts or ends with now', () => {
    expect(changed({ start: start - 4 })).toBe('starts with its')
    expect(changed({ end: end - ' of Vesteria'.length })).toBe('ends with Guard')
  })

  it('is its label, its fragments and how sure it is', () => {
    expect(changed({ label: 'accusation' })).toBe('now Accusation')
    const fragments = [
      { start, end: start + 6 },
      { start: end - 8, end },
    ]
    expect(changed({ fragments, certainty: 'unsure' })).toBe('in 2 fragments, unsure')
    expect(changeSentence({ ...pledge, fragments }, pledge, place)).toBe('in one piece')
  })

  it('is the act once more when something was said of it', () => {
    expect(changed({ roles: { committer: [{ mention: 'actor-Norland' }] } })).toMatch(
      /^Norland commits to “pledge to share data/,
    )
    expect(changed({ attributes: { polarity: 'denied' } })).toMatch(/^denied: /)
  })

  it('is nothing where only a note was written', () => {
    expect(changed({ note: 'Who?' })).toBe('')
  })
})
