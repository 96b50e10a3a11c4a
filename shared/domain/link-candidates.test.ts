import { expect, it } from 'vitest'
import { marker, placeOf } from '../testing/acts.ts'
import type { Annotation } from './annotation.ts'
import { linkCandidatesFor } from './link-candidates.ts'

const TEXT = 'Ruiz vowed to go. Dace accused Ruiz of theft. Ruiz denied it. Dace promised proof.'
const over = marker(TEXT)
const denial = over('denied it', 'accusation')
const acts = [
  over('vowed to go', 'commitment'),
  over('accused Ruiz of theft', 'accusation', { roles: { accuser: [{ mention: 'Dace' }] } }),
  denial,
  over('promised proof', 'commitment'),
  over('Dace'),
]
const lines = (act: Annotation, typed = '') =>
  linkCandidatesFor({ act, kind: 'responds-to', typed }, placeOf({ text: TEXT, annotations: acts })).map(
    ({ quote, who }) => `${quote} ${who}`,
  )

it('offers the other acts of the article, the nearest first, and no mentions', () => {
  expect(lines(denial)).toEqual([
    '“accused Ruiz of theft” Dace',
    '“promised proof” Commitment',
    '“vowed to go” Commitment',
  ])
})

it('leaves out those that are linked to already, and those that do not fit what is typed', () => {
  const linked = { ...denial, links: [{ kind: 'responds-to', to: 'accused Ruiz of theft' }] }
  expect(lines(linked)).toEqual(['“promised proof” Commitment', '“vowed to go” Commitment'])
  expect(lines(denial, 'com pro')).toEqual(['“promised proof” Commitment'])
  expect(lines(denial, 'x')).toEqual([])
})
