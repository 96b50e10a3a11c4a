import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Anchoring } from '#shared/domain/anchoring.ts'
import { verdictOn } from '../testing/anchoring-truth.ts'
import { formulaicText } from '../testing/formulaic-text.ts'
import { chanceOf, garbled, TEXT_CHANGES } from '../testing/text-changes.ts'
import { originsOf, textOfTracked, tracked } from '../testing/tracked-text.ts'
import { reanchor } from './reanchor.ts'

const OLD = `Ferry workers end strike
The port of Halden reopened on Monday after the union’s leader, Ana Ruiz, agreed to a truce with the company.

“We will not strike before June,” she said, and the company promised higher wages within thirty days.
The mayor of Halden thanked both sides. The mayor of Halden did not say what the truce will cost the town.
`

const spanOf = (text: string, words: string) => {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`No “${words}”`)
  return { start, end: start + words.length }
}

function carried(now: string, ...words: string[]): Anchoring {
  const spans = words.map((one) => spanOf(OLD, one))
  return reanchor(OLD, now, [{ id: 'm', spans }])[0] as Anchoring
}

const quotesOf = (now: string, anchoring: Anchoring): string[] =>
  'spans' in anchoring ? anchoring.spans.map(({ start, end }) => now.slice(start, end)) : []

describe('an annotation in a newer text', () => {
  it('is exact where nothing before it has changed', () => {
    const now = OLD.replace('what the truce will cost', 'what it will cost')
    expect(carried(now, 'Ana Ruiz')).toMatchObject({ outcome: 'exact', evidence: { shift: 0 } })
  })

  it('is moved where something was put before it, and says how far and between what', () => {
    const now = `Advertisement\n${OLD}`
    const anchoring = carried(now, 'Ana Ruiz')
    expect(anchoring).toMatchObject({ outcome: 'moved', evidence: { shift: 14, typographyChanged: false } })
    expect(quotesOf(now, anchoring)).toEqual(['Ana Ruiz'])
  })

  it('takes the new quotation marks and dashes, and says so', () => {
    const now = OLD.replaceAll(/[“”]/g, '"').replace('’', "'")
    const anchoring = carried(now, '“We will not strike before June,”')
    expect(anchoring).toMatchObject({ outcome: 'moved', evidence: { typographyChanged: true } })
    expect(quotesOf(now, anchoring)).toEqual(['"We will not strike before June,"'])
  })

  it('is for a person where its words have changed, who is shown the likely place', () => {
    const now = OLD.replace('promised higher wages', 'pledged higher wages')
    const anchoring = carried(now, 'promised higher wages within thirty days')
    expect(anchoring).toMatchObject({ outcome: 'review', reason: 'changed' })
    const [first] = anchoring.outcome === 'review' ? anchoring.candidates : []
    expect(now.slice(first?.start, first?.end)).toContain('higher wages within thirty days')
  })

  it('is for a person where the words next to it have changed', () => {
    const now = OLD.replace('agreed to a truce', 'consented to a truce')
    expect(carried(now, 'Ana Ruiz')).toMatchObject({ outcome: 'review' })
  })

  it('is for a person where its paragraph stands twice', () => {
    const line = OLD.split('\n')[1]
    const now = `${OLD}${line}\n`
    expect(carried(now, 'Ana Ruiz')).toMatchObject({ outcome: 'review', reason: 'repeated' })
  })

  it('is for a person where its paragraph stands once and was copied, whatever the copy became', () => {
    const [title, first] = OLD.split('\n')
    const copy = first?.replace('with the company', 'with the company. The ministry gave no reason')
    const now = OLD.replace(`${title}\n`, `${copy}\n\n${title}\n`)
    expect(carried(now, 'Ana Ruiz')).toMatchObject({
      outcome: 'review',
      reason: 'repeated',
    })
  })

  const lead = 'Foreign ministers met on Sunday for the first time since the war began.\n\n'

  it('is for a person where formulaic sentences have changed places', () => {
    const [rebels, state] = [
      'The rebels agreed to leave Halden by Monday. ',
      'Vesteria refused to leave Halden by Monday. ',
    ]
    const tail =
      'Ana Ruiz, who leads the talks, thanked both sides and said that there would be more in spring.'
    const old = lead + rebels + state + tail
    const span = { start: old.lastIndexOf('by Monday'), end: old.lastIndexOf('by Monday') + 9 }
    const [one] = reanchor(old, lead + state + rebels + tail, [{ id: 'm', spans: [span] }])
    expect(one).toMatchObject({ outcome: 'review', reason: 'repeated' })
  })

  it('is for a person where a sentence that begins alike was put before its own', () => {
    const promise = 'Vesteria promised to withdraw its troops from the border zone'
    const old = `${lead}${promise} by May. Observers in the capital said that little was known of the talks.`
    const now = old.replace(promise, `${promise} if Norland pays for it. ${promise}`)
    const span = spanOf(old, 'promised to withdraw its troops')
    const [one] = reanchor(old, now, [{ id: 'm', spans: [span] }])
    expect(one).toMatchObject({ outcome: 'review', reason: 'repeated' })
  })

  it('moves with its paragraph, where that stands once in both texts', () => {
    const [title, first, ...rest] = OLD.trimEnd().split('\n')
    const now = [title, ...rest, first, ''].join('\n')
    expect(quotesOf(now, carried(now, 'Ana Ruiz'))).toEqual(['Ana Ruiz'])
  })

  it('is gone where all that stood around it is gone', () => {
    const now = OLD.replace(/“We will[^\n]*\n/, '')
    expect(carried(now, 'she said, and')).toEqual({ id: 'm', outcome: 'gone', near: expect.any(Number) })
  })

  it('is carried with all its parts or not at all', () => {
    const now = `New\n${OLD}`
    const both = carried(now, 'Ana Ruiz', 'truce with the')
    expect(quotesOf(now, both)).toEqual(['Ana Ruiz', 'truce with the'])
    expect(carried(now.replace('thirty', 'forty'), 'Ana Ruiz', 'thirty')).toMatchObject({ outcome: 'review' })
  })

  it('is for a person where the parts have changed places', () => {
    const [title, first, empty, ...rest] = OLD.trimEnd().split('\n')
    const now = [title, empty, ...rest, first, ''].join('\n')
    expect(carried(now, 'Ana Ruiz', 'The mayor of Halden thanked both sides')).toMatchObject({
      outcome: 'review',
      reason: 'out of order',
    })
  })

  it('keeps the white space at its ends where that is there', () => {
    const now = `New\n${OLD}`
    expect(quotesOf(now, carried(now, ' Ana Ruiz, '))).toEqual([' Ana Ruiz, '])
  })

  it('is found where accents are written in another way', () => {
    const old = 'The mayor of Orléans, who was away, said that the café would be open again in the spring.'
    const now = `Une note\n${old.normalize('NFD')}`
    const [anchoring] = reanchor(old, now, [{ id: 'm', spans: [spanOf(old, 'café')] }])
    expect(quotesOf(now, anchoring as Anchoring)).toEqual(['café'.normalize('NFD')])
  })

  it('is never set between two texts that have nothing in common', () => {
    const other = 'Nothing of this is like that.\n'.repeat(20)
    expect(
      reanchor(OLD, other, [{ id: 'm', spans: [spanOf(OLD, 'Halden reopened')] }])[0]?.outcome,
    ).not.toMatch(/exact|moved/)
  })

  it('gives up, and is quick about it, where long texts have nothing in common', () => {
    const words = (seed: number) => {
      const chance = chanceOf(seed)
      return Array.from({ length: 60_000 }, () => chance(50).toString(36)).join(' ')
    }
    const old = words(1)
    const [one] = reanchor(old, words(2), [{ id: 'm', spans: [{ start: 600, end: 640 }] }])
    expect(one?.outcome).toBe('review')
  })
})

describe('after any changes', () => {
  const changes = Object.values(TEXT_CHANGES)
  const samples = ['election-observers', 'port-strike-deal', 'fisheries-accord'].map((name) =>
    garbled(readFileSync(new URL(`../../samples/${name}.txt`, import.meta.url), 'utf8')),
  )
  const formulaic = [1, 2, 3].map((seed) => formulaicText(chanceOf(seed)))
  const spans = fc.array(fc.tuple(fc.nat(100_000), fc.integer({ min: 1, max: 60 })), {
    minLength: 1,
    maxLength: 8,
  })

  it.each([
    { texts: samples, maxLength: 5, fixed: {} },
    // Of several changes one can undo another here, so that nobody could tell; and always the same ones.
    { texts: formulaic, maxLength: 1, fixed: { seed: 5 } },
  ])('what is called exact or moved is where its characters went', async ({ texts, maxLength, fixed }) => {
    const steps = fc.array(fc.constantFrom(...changes), { minLength: 1, maxLength })
    const isRight = fc.property(
      fc.constantFrom(...texts),
      fc.nat(),
      steps,
      spans,
      (old, seed, chosen, places) => {
        const chance = chanceOf(seed)
        const changed = chosen.reduce((text, change) => change(text, chance), tracked(old))
        const now = textOfTracked(changed)
        const asked = places.map(([at, length], i) => {
          const start = at % (old.length - length)
          return { id: String(i), spans: [{ start, end: start + length }] }
        })
        const origins = originsOf(changed)
        for (const [i, anchoring] of reanchor(old, now, asked).entries()) {
          expect(verdictOn(anchoring, asked[i]?.spans ?? [], { old, now, origins })).not.toBe('wrong')
        }
      },
    )
    await fc.assert(isRight, { numRuns: 150, ...fixed })
  })
})
