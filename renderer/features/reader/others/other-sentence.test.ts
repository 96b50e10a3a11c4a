import { describe, expect, it } from 'vitest'
import { AnnotationSet } from '#shared/domain/annotation-set.ts'
import { marker, placeOf } from '#shared/testing/acts.ts'
import { otherSentence } from './other-sentence.ts'

const TEXT = 'Norland will pay for the ships.'
const over = marker(TEXT)
const norland = over('Norland')
const pledge = over('will pay', 'commitment', {
  roles: { committer: [{ mention: norland.id }] },
  certainty: 'unsure',
  note: 'Binding?',
})

const said = (annotation: typeof pledge) =>
  otherSentence(
    {
      ...{ key: 'Bo x', annotation },
      by: { annotator: 'Bo', sign: 'Bo', annotations: AnnotationSet.from([norland, pledge]), isDashed: true },
    },
    placeOf({ text: TEXT, annotations: [] }),
  )

describe('what another’s mark says', () => {
  it('is its label and its words', () => {
    expect(said(norland)).toBe('Actor “Norland”')
  })

  it('is the act with those whom its annotator has marked, how sure that one is, and the note', () => {
    expect(said(pledge)).toBe('Commitment: Norland commits to “will pay”, unsure, note: Binding?')
  })
})
