import { describe, expect, it } from 'vitest'
import { actor, marker, placeOf } from '../testing/acts.ts'
import { ACA_1 } from './aca-1.ts'
import { actInBrief, actLine, actSentence, fillerName } from './act-sentence.ts'
import type { Annotation } from './annotation.ts'
import { shortName } from './short-name.ts'

const TEXT = 'Vesteria accused Norland and the League of ramming the trawler, which Ruiz pledged to repair.'
const over = marker(TEXT)
const charge = over('ramming the trawler', 'accusation')
const mentions = [over('Vesteria'), over('Norland'), over('the League'), over('Ruiz')]
const place = placeOf({
  text: TEXT,
  annotations: [...mentions.slice(0, 3), over('Ruiz', 'actor', { actor: 'ana' }), charge],
  actors: [actor('ana', 'A. Ruiz', { mergedInto: 'ana-ruiz' }), actor('ana-ruiz', 'Ana Ruiz')],
})
const line = (act: Annotation) => actLine(act, place)

describe('an act as a sentence', () => {
  it('says who, what leads to them, and the marked words, in the order of the scheme', () => {
    const roles = {
      victim: [{ constant: 'unknown' as const }],
      accused: [{ mention: 'Norland' }, { mention: 'the League' }],
      accuser: [{ mention: 'Vesteria' }],
    }
    expect(line({ ...charge, roles })).toBe(
      'Vesteria accuses Norland and the League of “ramming the trawler” against unknown',
    )
    expect(actSentence({ ...charge, roles }, place).map(({ kind }) => kind)).toEqual([
      'who',
      'lead',
      'who',
      'lead',
      'quote',
      'lead',
      'who',
    ])
  })

  it('says which essential role is missing', () => {
    const act: Annotation = { ...charge, roles: { accused: [{ actor: 'ana' }] } }
    expect(line(act)).toBe('accuser? accuses Ana Ruiz of “ramming the trawler”')
  })

  it('says first what is not as it is by default, since it may turn the rest into its opposite', () => {
    const roles = { accuser: [{ mention: 'Vesteria' }], accused: [{ mention: 'Norland' }] }
    const attributes = { voice: 'quoted', polarity: 'denied', 'accusation-force': 'alleged' }
    const act: Annotation = { ...charge, roles, attributes }
    expect(line(act)).toBe('denied, quoted: Vesteria accuses Norland of “ramming the trawler”')
    expect(line({ ...charge, attributes })).toBe('denied, quoted: Accusation “ramming the trawler”')
    expect(actSentence(act, place).slice(0, 2)).toEqual([
      { kind: 'attribute', text: 'denied' },
      { kind: 'attribute', text: 'quoted' },
    ])
  })

  it('writes each name as it is told to', () => {
    const accused = [{ mention: 'Norland' }, { actor: 'The Economic and Security Review Commission' }]
    const [, , names] = actSentence({ ...charge, roles: { accused } }, place, shortName)
    expect(names).toEqual({ kind: 'who', text: 'Norland and The Economic and Security…' })
  })

  it('is its label and its words where nobody is in it yet', () => {
    expect(line(charge)).toBe('Accusation “ramming the trawler”')
    expect(line({ ...charge, label: 'omen' })).toBe('omen “ramming the trawler”')
  })

  it('knows nothing of the labels that ship: another scheme tells another sentence', () => {
    const scheme = {
      ...ACA_1,
      labels: [...ACA_1.labels.map((label) => ({ ...label, lead: 'is said to have' }))],
      roles: [
        {
          id: 'ship',
          title: 'Ship',
          on: ['accusation'],
          isEssential: true,
          lead: 'the',
          side: 'before' as const,
        },
      ],
    }
    expect(actLine({ ...charge, roles: { ship: [{ constant: 'author' }] } }, { ...place, scheme })).toBe(
      'the the author is said to have “ramming the trawler”',
    )
  })
})

it('tells an act from others by its words, and by who is in it or its label', () => {
  const roles = { accuser: [{ mention: 'Vesteria' }], accused: [{ mention: 'Norland' }] }
  const quote = '“ramming the trawler”'
  expect(actInBrief({ ...charge, roles }, place)).toEqual({ quote, who: 'Vesteria, Norland' })
  expect(actInBrief({ ...charge, attributes: { polarity: 'denied' } }, place)).toEqual({
    quote,
    who: 'denied: Accusation',
  })
})

it('calls a filler as the registry does, or else as the text does', () => {
  expect(fillerName({ mention: 'Ruiz' }, place)).toBe('Ana Ruiz')
  expect(fillerName({ mention: 'Norland' }, place)).toBe('Norland')
  expect(fillerName({ mention: 'nothing' }, place)).toBe('a mark that is gone')
  const newer = { ...place, earlier: { article: 'old', dropped: ['nothing'] } }
  expect(fillerName({ mention: 'something' }, newer)).toBe('a mark that waits to be placed')
  expect(fillerName({ mention: 'nothing' }, newer)).toBe('a mark that is gone')
  expect(fillerName({ actor: 'nobody' }, place)).toBe('nobody')
  expect(fillerName({ constant: 'author' }, place)).toBe('the author')
})
