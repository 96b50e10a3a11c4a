import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mark, now } from '../testing/samples.ts'
import type { Annotation } from './annotation.ts'
import { AnnotationSet } from './annotation-set.ts'
import type { Boilerplate } from './boilerplate.ts'
import { occurrenceFinder, type Sought } from './occurrences.ts'
import { propagation } from './propagation.ts'
import { emptyRecord } from './record.ts'
import { spansOverlap } from './span.ts'

const sought = (...forms: readonly string[]): Sought => ({
  label: 'actor',
  actor: null,
  by: 'the-mark',
  forms,
  namesakes: [],
  skips: [],
})

type Also = {
  readonly skips?: readonly string[]
  readonly annotations?: readonly Annotation[]
  readonly boilerplate?: readonly Boilerplate[]
}

/** The text, given without or with any square brackets, with all that is found in such. */
function found(source: string, forms: readonly string[], also: Also = {}): string {
  const text = source.replaceAll(/[[\]]/g, '')
  const { skips = [], annotations = [], boilerplate = [] } = also
  const finder = occurrenceFinder({ ...sought(...forms), skips })
  const all = finder.find({ text, boilerplate, annotations: AnnotationSet.from(annotations) })
  expect(finder.mayOccurIn(text) || all.length === 0).toBe(true)
  return all.reduceRight(
    (shown, { start, end }) => `${shown.slice(0, start)}[${shown.slice(start, end)}]${shown.slice(end)}`,
    text,
  )
}

describe('occurrences', () => {
  it.each<[string, string, readonly string[]]>([
    ['are whole words', '[Norland] said. Norlanders, Norlandic and Innorland did not.', ['Norland']],
    [
      'may begin a sentence with a little word',
      '[The two sides] met; [the two sides] parted',
      ['the two sides'],
    ],
    ['are in the case of the form', '[US] ships told us; the us of it', ['US']],
    [
      'have no hyphen, dash or slash beside them',
      'Norland-based, ex-Norland, Norland–Vesteria, Norland/EU',
      ['Norland'],
    ],
    [
      'are no part of an address or a handle',
      'norland.org Norland.org www.Norland @Norland #Norland',
      ['Norland'],
    ],
    [
      'may have a dash or a stop behind them',
      '[Norland] – said; [Norland]. And [Norland]—yes, “[Norland]”.',
      ['Norland'],
    ],
    ['leave a possessive ’s out', "[Norland]’s and [Norland]'s, [Norland]’, but Norland’ll", ['Norland']],
    ['are no part of a word with an apostrophe', 'O’Norland and l’Norland, ‘[Norland]’', ['Norland']],
    ['end with the stop of an initialism', 'The [U.S.] and the U.S.A. and U.S.-led', ['U.S.']],
    ['do not leave the last stop of an initialism out', 'The U.S. and the U.S.', ['U.S']],
    ['take any white space for a space', '[Red  Heron], [Red\u00a0Heron], [Red\tHeron]', ['Red Heron']],
    ['never run over a line break', 'Red\nHeron and Red\r\nHeron', ['Red Heron']],
    ['take any apostrophe', "[People’s Front], [People's Front]", ['People’s Front']],
    [
      'are found in both ways to write an accent',
      'Sa\u0303o and S\u00e3o: [S\u00e3o Rui], [Sa\u0303o Rui]',
      ['S\u00e3o Rui'],
    ],
    ['need all their accents', 'Sao\u0303, Sao', ['S\u00e3o', 'Sa']],
    ['are the longest of all forms', 'the [Bank of Norland] and [Norland]', ['Norland', 'Bank of Norland']],
    [
      'are the longest of those that overlap',
      'they fear the [Norland treasury office]',
      ['the Norland', 'Norland treasury office'],
    ],
    ['are found where words have no spaces', '昨日[挪威]说', ['挪威']],
    ['may hold what means something to a pattern', 'the [A+ (Group)] and A (Group)', ['A+ (Group)']],
  ])('%s', (_, expected, forms) => {
    expect(found(expected, forms)).toBe(expected)
  })

  it('are none of the words that are never marked, nor within them', () => {
    const skips = ['Norland Bank', 'U.S.']
    expect(found('Norland Bank, [Norland], U.S.', ['Norland', 'U.S.'], { skips })).toBe(
      'Norland Bank, [Norland], U.S.',
    )
    expect(found('[Norland Bank], Norland', ['Norland Bank', 'Norland'], { skips: ['Norland'] })).toBe(
      '[Norland Bank], Norland',
    )
  })

  it('are not in boilerplate', () => {
    const boilerplate = [{ start: 0, end: 9, kind: 'credit', reason: 'photo credit' }]
    expect(found('Norland. Norland', ['Norland'], { boilerplate })).toBe('Norland. [Norland]')
  })

  it('are not where that label is already, in whole or in part', () => {
    const text = 'Norland, Norland Bank, the Norland'
    const annotations = [
      mark('same', 0, 7),
      mark('longer', 9, 21),
      { ...mark('other', 27, 34), label: 'place' },
    ]
    expect(found(text, ['Norland'], { annotations })).toBe('Norland, Norland Bank, the [Norland]')
  })

  it('are found in the gap of a mark in pieces', () => {
    const fragments = [
      { start: 0, end: 3 },
      { start: 12, end: 15 },
    ]
    const annotations = [{ ...mark('pieces', 0, 15), fragments }]
    expect(found('the Norland and', ['Norland'], { annotations })).toBe('the [Norland] and')
  })

  it('are found around a shorter mark that was made of itself, since that gives way', () => {
    const short = { ...mark('short', 8, 15), origin: { kind: 'propagated' as const } }
    expect(found('Bank of Norland', ['Bank of Norland'], { annotations: [short] })).toBe('[Bank of Norland]')
    expect(found('Bank of Norland', ['Bank of Norland'], { annotations: [mark('short', 8, 15)] })).toBe(
      'Bank of Norland',
    )
  })

  it('are all of a longer name that they are part of, once', () => {
    expect(found('the [Bank of Norland] and the [Norland Bank of Vesteria].', ['Norland', 'Vesteria'])).toBe(
      'the [Bank of Norland] and the [Norland Bank of Vesteria].',
    )
    const annotations = [mark('whole', 4, 19)]
    expect(found('the Bank of Norland', ['Norland'], { annotations })).toBe('the Bank of Norland')
  })

  it('say which form and what risk they are', () => {
    const all = occurrenceFinder(sought('Norland', 'Ana  Ruiz')).find({
      text: 'Norland officials told Ana Ruiz.',
      boilerplate: [],
      annotations: AnnotationSet.empty,
    })
    expect(all).toEqual([
      { start: 0, end: 7, form: 'Norland', risk: 'adjective' },
      { start: 23, end: 31, form: 'Ana  Ruiz', risk: 'safe' },
    ])
  })

  const pieces = fc.constantFrom('Norland', ' ', '-', '’s', 'Bank', 'of', '\n', 'Na\u0303o', '😀', '.', 'a')
  const text = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''))

  it('never overlap, read as their form, and are not found again once they are marked', () =>
    fc.assert(
      fc.property(text, (source) => {
        const forms = ['Norland', 'Bank of Norland', 'N\u00e3o', 'Norland Bank']
        const finder = occurrenceFinder(sought(...forms))
        const scene = { text: source, boilerplate: [], annotations: AnnotationSet.empty }
        const all = finder.find(scene)
        for (const [i, one] of all.entries()) {
          expect(all.slice(i + 1).some((other) => spansOverlap(one, other))).toBe(false)
          const words = source.slice(one.start, one.end).normalize('NFC')
          if (one.risk === 'longer-name') expect(words).toContain(one.form)
          else expect(words).toBe(one.form)
        }
        let id = 0
        const changes = propagation(emptyRecord, all, sought(...forms), { now, newId: () => String(id++) })
        const annotations = AnnotationSet.from(
          changes.flatMap((change) => (change.kind === 'annotation' && change.after ? [change.after] : [])),
        )
        expect(annotations.size).toBe(all.length)
        expect(finder.find({ ...scene, annotations })).toEqual([])
      }),
    ))
})
