import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  BANDS,
  estimatedLikeness,
  isAlike,
  likenessOf,
  pairsInBand,
  type Signature,
  shinglesOf,
  signatureOf,
} from './near-duplicates.ts'

const words = (count: number, from = 0): string =>
  Array.from({ length: count }, (_, i) => `word${from + i}`).join(' ')

const likeness = (a: string, b: string) => likenessOf(shinglesOf(a), shinglesOf(b))

function candidates(signatures: readonly Signature[]): Set<string> {
  const bands = Array.from({ length: BANDS }, (_, band) => pairsInBand(signatures, band))
  return new Set(bands.flat().map(String))
}

describe('the shingles of a text', () => {
  it('are the same whatever stands between the words, in capitals or not', () => {
    const a = 'The Minister said on Tuesday: “We will pay.”'
    expect(likeness(a, 'the minister  said, on\nTuesday we will pay')).toEqual({ jaccard: 1, contained: 1 })
  })

  it('leave out what is cut', () => {
    const ad = 'Subscribe to our newsletter today. '
    const cut = [{ start: 0, end: ad.length }]
    expect(shinglesOf(ad + words(40), cut)).toEqual(shinglesOf(words(40)))
  })

  it('tell texts without spaces apart', () => {
    const { jaccard } = likeness(
      '政府承诺明年降低税收部长说这是重要的',
      '正确的政府承诺明年降低税收部长说这是',
    )
    expect(jaccard).toBeGreaterThan(0.5)
    expect(jaccard).toBeLessThan(1)
  })

  it('are none for no words, and none of a text is like any other then', () => {
    expect(shinglesOf(' — ').size).toBe(0)
    expect(likeness('', '')).toEqual({ jaccard: 0, contained: 0 })
  })
})

describe('signatures', () => {
  it('agree about as often as the texts have shingles in common', () => {
    const share = fc.integer({ min: 0, max: 400 })
    fc.assert(
      fc.property(share, fc.integer({ min: 0, max: 1_000_000 }), (shared, from) => {
        const [a, b] = [words(400, from), words(400, from + 400 - shared)]
        const estimate = estimatedLikeness(signatureOf(shinglesOf(a)), signatureOf(shinglesOf(b)))
        expect(Math.abs(estimate - likeness(a, b).jaccard)).toBeLessThan(0.2)
      }),
      { numRuns: 40 },
    )
  })

  it('bring the two outlets of a wire story together, among many other texts', () => {
    const others = Array.from({ length: 300 }, (_, i) => words(120, 10_000 + i * 200))
    const wire = words(300)
    const outlet = `By a staff writer ${words(220)} and the paper adds a paragraph of its own here ${words(60, 240)}`
    const found = candidates([...others, wire, outlet].map((text) => signatureOf(shinglesOf(text))))
    expect([...found]).toEqual(['300,301'])
  })

  it('of many copies make pairs in proportion to their number', () => {
    const copies = Array.from({ length: 2_000 }, () => signatureOf(shinglesOf(words(30))))
    expect(candidates(copies).size).toBeLessThan(2 * copies.length)
  })
})

describe('what a person is shown', () => {
  const shown = (a: string, b: string) =>
    isAlike(likeness(a, b), Math.min(shinglesOf(a).size, shinglesOf(b).size))

  it('is a story that was cut for another outlet', () => {
    expect(shown(words(600), words(150))).toBe(true)
  })

  /** Every tenth word begins a phrase of two words that was written in another way. */
  const rewritten = (text: string) =>
    text
      .split(' ')
      .map((word, i) => (i % 10 < 2 ? `new${i}` : word))
      .join(' ')

  it('is a story of which four words of five were kept, in many places', () => {
    expect(shown(words(300), rewritten(words(300)))).toBe(true)
    const signatures = [words(300), rewritten(words(300))].map((text) => signatureOf(shinglesOf(text)))
    expect([...candidates(signatures)]).toEqual(['0,1'])
  })

  it('is no brief that has a phrase in common with another one', () => {
    expect(shown(words(14), `${words(8)} ${words(5, 500)}`)).toBe(false)
  })

  it('is no other story, and none that quotes the same paragraph', () => {
    expect(shown(words(200), words(200, 1_000))).toBe(false)
    expect(shown(words(200), `${words(200, 1_000)} ${words(40)}`)).toBe(false)
  })
})
