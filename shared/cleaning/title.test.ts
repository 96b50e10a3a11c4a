import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { titleOf } from './title.ts'

const HEADLINE = 'Norland signs accord on cod'

describe('the first line that is a headline', () => {
  it.each([
    'Advertisement',
    'ADVERTISEMENT - CONTINUE READING BELOW',
    'Sponsored',
    'Sponsored by Harbor Terminals',
    'Article continues below this advertisement',
    'Skip to content',
    'Home > World > Coast',
    'BREAKING NEWS',
    'Getty Images',
    'Larkmoor Images',
    'Farrow & Pell Photos',
    'AP Photo/Wim Adair',
    'Photo by Jonas Verhey/NNA.',
    'Photo: Jonas Verhey',
    'Wim Adair/Coastal Press',
    'The minister waves from the quay. (Jason Orr/Pool Photo via NNA)',
    'The minister waves from the quay. Photo by Jonas Verhey/NNA.',
    '1 of 3 | The minister waves from the quay.',
    'By Petra Lindqvam',
    'BY NADIA CORRIGAN and Tove Halloran, Staff Writer',
    'By Idris Callan – 02/12/26 4:40 PM',
    'June 14 2016, by Gerry Shih',
    'Published Jan. 22 at 7:05 a.m.',
    'Monday, July 6',
    '2026-03-14T09:30:00Z',
    'Updated 5 hours ago',
    '3 min read',
    'Share this story | Post | Email | Print',
    '12 comments',
    '{mosads}',
    '![A farmer stands in mud.](https://img.example.invalid/1.jpg)',
    'https://news.example.invalid/1',
    '---',
    '\u00a0 ',
    '© 2026 Norland News Agency',
  ])('stands behind “%s”', (line) => {
    expect(titleOf(`${line}\n\n${HEADLINE}\n\nThe rest.`)).toBe(HEADLINE)
    expect(titleOf(`${line}\r\n${HEADLINE}\r\nThe rest.`)).toBe(HEADLINE)
  })

  it.each([
    'By using old maps, Vesteria claims the bank',
    'Reuters reporter freed after a year',
    'Police release new images',
    'May 14 talks put off',
    'Share prices fall after the leak',
    'Ads for lottery banned on trams',
    '5 of 12 miners freed',
    'Ministers agree to a truce (AP)',
    'Photo finish in the vote for mayor',
    'Home rule promised to the islands',
    'NORLAND SIGNS ACCORD',
    'UK – EU talks put off',
    '1984',
  ])('is not taken for furniture: “%s”', (line) => {
    const expected = line === '1984' ? HEADLINE : line
    expect(titleOf(`${line}\n\n${HEADLINE}`)).toBe(expected)
  })
})

describe('the form of a title', () => {
  it('has no heading marks, residue or doubled white space', () => {
    expect(titleOf('\ufeff \n\n# Norland  signs\u00a0accord\ton cod #\n')).toBe(HEADLINE)
    expect(titleOf('{mosads}Norland signs accord on cod\n')).toBe(HEADLINE)
    expect(titleOf('**Norland signs accord on cod**\n')).toBe(HEADLINE)
  })

  it('prefers a marked heading to a plain line above it', () => {
    expect(titleOf(`The Port Casse Ledger\n\n# ${HEADLINE}\n\nText.`)).toBe(HEADLINE)
  })

  it('is the first sentence, without its dateline, where there is no headline', () => {
    const text = 'PORT CASSE, Sept. 14 (LSP) -- The U.S. envoy promised aid on Monday. “At once,” she said.\n'
    expect(titleOf(text)).toBe('The U.S. envoy promised aid on Monday.')
  })

  it.each(['PORT CASSE (LSP) - ', 'TARNHOLM, Mar. 3 — ', 'TARNHOLM, March 3 (NNA) -- '])(
    'drops “%s”',
    (dateline) => {
      expect(titleOf(`${dateline}Dockers end their strike.`)).toBe('Dockers end their strike.')
    },
  )

  it('looks for it behind any amount of white space', () => {
    expect(titleOf(`${' \n'.repeat(50_000)}${HEADLINE}`)).toBe(HEADLINE)
  })

  it('is cut at a word where that sentence is long', () => {
    const title = titleOf(`SAINT-ARDOUX (LSP) — ${'Observers accused the party '.repeat(9)}.`)
    expect(title).toMatch(/^Observers accused .* \p{L}+…$/u)
    expect(title.length).toBeLessThanOrEqual(120)
  })

  it('falls back to what is there where every line looks like furniture', () => {
    expect(titleOf('\n\nAdvertisement\n\n---\n')).toBe('Advertisement')
    expect(titleOf('{mosads}')).toBe('{mosads}')
    expect(titleOf('#')).toBe('#')
  })

  it('is never empty or long for a text with a visible character', () => {
    const pieces = fc.constantFrom(
      '# ',
      '{x}',
      '*',
      '_',
      'a',
      'É',
      '🦊',
      '\n',
      '\u200b',
      ' ',
      '—',
      '1',
      '(AP)',
      ', ',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 80 }), fc.string({ maxLength: 5 }), (some, rest) => {
        const text = `${some.join('')}${rest}`
        fc.pre(/[^\s\p{Cc}\p{Cf}]/u.test(text))
        const title = titleOf(text)
        expect(title.trim()).not.toBe('')
        expect(title.length).toBeLessThanOrEqual(120)
      }),
    )
  })
})

const root = join(import.meta.dirname, '../..')

describe('our own samples', () => {
  it.each([
    ['bank-records-leak.txt', /^Tarnholm Mutual promises refunds .* files$/],
    ['ceasefire-monitors.txt', /^Qasran army, Highland Front accept 60 truce monitors$/],
    ['election-observers.txt', /^Election observers from the Coastal League accused .*…$/],
    ['emissions-pact.txt', /^Fourteen governments sign Ravensund pact on ship emissions$/],
    ['fisheries-accord.txt', /^Norland, Vesteria sign accord on Skerry Bank cod after two-year standoff$/],
    ['mine-spill.md', /^Prosecutors charge Corvane Mining over Greywater spill$/],
    ['port-strike-deal.txt', /^Dockers, terminal owners reach deal to end 19-day port strike$/],
    ['river-water-talks.txt', /^Drevania offers winter water as Sarn River talks resume$/],
  ])('%s', (name, expected) => {
    expect(titleOf(readFileSync(join(root, 'samples', name), 'utf8'))).toMatch(expected)
  })
})

const articles = join(root, '../shared/articles')

describe.skipIf(!existsSync(articles))('the articles we may read but not copy', () => {
  it.each([
    ['000_7bed5522b51d908d.txt', 2],
    ['001_366b0afce615304f.txt', 0],
    ['003_c90e278e21ddf66b.txt', 3],
  ])('%s has its headline on line %d', (name, line) => {
    const text = readFileSync(join(articles, name), 'utf8')
    expect(titleOf(text)).toBe((text.split('\n')[line] ?? '').replace('# ', '').trim())
  })
})
