import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actor, marker, placeOf } from '../testing/acts.ts'
import type { Annotation } from './annotation.ts'
import { type Candidate, candidatesFor, type Wanted } from './candidates.ts'

const TEXT = [
  'Harrow spoke first. Nobody answered him.',
  'Ruiz came late. Vesteria said on Monday that Dace accused Norland of ramming its trawler, the Coast Guard said. Marrak left.',
  'Tamsin was not there.',
].join('\n')

const over = marker(TEXT)
const act = over('accused Norland of ramming its trawler', 'accusation')
const mentions = ['Harrow', 'Ruiz', 'Vesteria', 'Dace', 'Norland', 'Coast Guard', 'Marrak', 'Tamsin'].map(
  (words) => over(words),
)

const shown = (some: readonly Candidate[]) =>
  some.map((one) => (one.kind === 'new' ? `new ${one.name}` : `${one.name}: ${one.why}`))

type Asked = Partial<Wanted> & {
  readonly more?: readonly Annotation[]
  readonly actors?: Parameters<typeof placeOf>[0]['actors']
}

function asked({ more = [], actors = [], ...wanted }: Asked = {}) {
  const annotations = new Map([...mentions, act, ...more].map((one) => [one.id, one]))
  const place = placeOf({ text: TEXT, annotations: annotations.values(), actors })
  return candidatesFor({ act, role: 'accuser', typed: '', recent: [], ...wanted }, place)
}

describe('who may fill a role', () => {
  it('is first, as its subject, named before it in its sentence', () =>
    expect(shown(asked()).slice(0, 4)).toEqual([
      'Dace: same sentence',
      'Vesteria: same sentence',
      'Norland: in the act',
      'Coast Guard: same sentence',
    ]))

  it('is first named in the act, then the nearer in its sentence, its paragraph and before, then the constants', () => {
    expect(shown(asked({ role: 'accused' }))).toEqual([
      'Norland: in the act',
      'Dace: same sentence',
      'Coast Guard: same sentence',
      'Vesteria: same sentence',
      'Marrak: same paragraph',
      'Ruiz: same paragraph',
      'Harrow: earlier',
      'the author: constant',
      'unknown: constant',
    ])
  })

  it('is nobody who fills the role already, and behind the others in its place who fills another', () => {
    const filled: Annotation = {
      ...act,
      roles: {
        accuser: [{ mention: 'Coast Guard' }],
        accused: [{ mention: 'Dace' }, { constant: 'author' }],
      },
    }
    expect(shown(asked({ act: filled, role: 'accused' })).slice(0, 4)).toEqual([
      'Norland: in the act',
      'Vesteria: same sentence',
      'Coast Guard: same sentence',
      'Marrak: same paragraph',
    ])
    expect(shown(asked({ act: filled, role: 'accused' })).at(-1)).toBe('unknown: constant')
  })

  it('has one row, whose nearest mention is the filler, wherever mentions are linked to one actor', () => {
    const actors = [
      actor('norland', 'Norland'),
      actor('coast-guard', 'Norland Coast Guard', { mergedInto: 'norland' }),
    ]
    const linked = [
      over('Coast Guard', 'actor', { actor: 'coast-guard' }),
      over('Harrow', 'actor', { actor: 'norland' }),
    ]
    const found = asked({ more: linked, actors })
    expect(shown(found)).toContain('Norland: same sentence')
    expect(
      found.filter((one) => one.name === 'Norland').map((one) => one.kind === 'known' && one.filler),
    ).toEqual([{ mention: 'Norland' }, { mention: 'Coast Guard' }])
    expect(shown(found)).not.toContain('Harrow: earlier')
  })

  it('are those taken lately before what is earlier in the text, by their mention there if there is one', () => {
    const actors = [actor('harrow', 'Harrow'), actor('league', 'The Coastal League')]
    const found = asked({
      more: [over('Harrow', 'actor', { actor: 'harrow' })],
      actors,
      recent: ['league', 'nobody', 'harrow'],
    })
    expect(shown(found).slice(6)).toEqual([
      'The Coastal League: recent',
      'Harrow: recent',
      'the author: constant',
      'unknown: constant',
    ])
    expect(found[6]).toMatchObject({ filler: { actor: 'league' } })
    expect(found[7]).toMatchObject({ filler: { mention: 'Harrow' } })
  })

  it('are narrowed down by the beginnings of words of a name, an alias or a quote, in the registry too', () => {
    const actors = [
      actor('guard', 'Maritime Service', { aliases: ['MS'] }),
      actor('court', 'High Court'),
      actor('old', 'Old Court', { mergedInto: 'court' }),
    ]
    const more = [over('Coast Guard', 'actor', { actor: 'guard' })]
    expect(shown(asked({ typed: 'co', more, actors }))).toEqual([
      'Maritime Service: same sentence',
      'High Court: registry',
      'new co',
    ])
    expect(shown(asked({ typed: 'HI  cou', more, actors }))).toEqual(['High Court: registry', 'new HI cou'])
    expect(shown(asked({ typed: 'ms', more, actors }))[0]).toBe('Maritime Service: same sentence')
    expect(shown(asked({ typed: 'au' }))).toEqual(['the author: constant', 'new au'])
  })

  it('may be named later in the text, or nowhere: then they are new unless the registry has them', () => {
    expect(shown(asked({ typed: 'tam' }))).toEqual(['Tamsin: later', 'new tam'])
    expect(shown(asked({ typed: 'The  League' }))).toEqual(['new The League'])
    const actors = [actor('league', 'League')]
    expect(shown(asked({ typed: 'League', actors }))).toEqual(['League: registry'])
  })

  it('is found without looking at all of a long article', () => {
    const text = 'word. '.repeat(20_000)
    const many = Array.from({ length: 20_000 }, (_, i) => ({
      ...(mentions[0] as Annotation),
      id: `m${i}`,
      start: 6 * i,
      end: 6 * i + 4,
      actor: `a${i}`,
    }))
    const actors = many.map(({ id }, i) => actor(`a${i}`, id))
    const late: Annotation = { ...act, id: 'late', start: 60_000, end: 60_004 }
    const place = placeOf({ text, annotations: [...many, late], actors })
    const found = candidatesFor({ act: late, role: 'accused', typed: '', recent: [] }, place)
    expect(found).toHaveLength(52)
    expect(found[0]).toMatchObject({ name: 'm10000', why: 'in the act' })
  })

  it('never are two rows for one filler, nor a row for a filler that is there', () =>
    fc.assert(
      fc.property(
        fc.subarray(mentions),
        fc.subarray(mentions),
        fc.constantFrom('', 'n', 'ma', 'x'),
        (some, fill, typed) => {
          const filled: Annotation = { ...act, roles: { accuser: fill.map(({ id }) => ({ mention: id })) } }
          const place = placeOf({ text: TEXT, annotations: [...some, filled] })
          const rows = candidatesFor({ act: filled, role: 'accuser', typed, recent: [] }, place)
          const keys = rows.map((one) => (one.kind === 'new' ? 'new' : JSON.stringify(one.filler)))
          expect(new Set(keys).size).toBe(keys.length)
          for (const { id } of fill.filter((one) => some.includes(one)))
            expect(keys).not.toContain(JSON.stringify({ mention: id }))
        },
      ),
    ))
})
