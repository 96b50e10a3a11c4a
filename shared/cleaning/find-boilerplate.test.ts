import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Span } from '#shared/domain/span.ts'
import { findBoilerplate } from './find-boilerplate.ts'
import { findTitle } from './title.ts'

const BODY =
  'The council promised on Monday that it would raise the dike before the autumn, and shook hands on it in the rain.'

function find(text: string) {
  const title = findTitle(text)
  return findBoilerplate(text, { headline: title.isHeadline ? title.span : null, structure: [] })
}
const found = (text: string) => find(text).map(({ start, end, kind }) => [kind, text.slice(start, end)])
const article = (...lines: readonly string[]) => ['Council to raise dike', BODY, ...lines, BODY].join('\n\n')

describe('a line amid an article', () => {
  it.each([
    ['ad', 'Advertisement'],
    ['ad', '*Story continues below*'],
    ['ad', 'Werbung'],
    ['photo credit', 'Getty Images'],
    ['photo credit', 'The dike on Monday. Photo by Jonas Verhey/NNA.'],
    ['photo credit', 'The dike on Monday. (Jason Orr/Pool Photo via AP)'],
    ['photo credit', '![The dike](https://img.example.invalid/1.jpg)'],
    ['related links', 'RELATED: Delta farmers count the cost'],
    ['related links', 'Lire aussi : Marée noire, ce que l’on sait'],
    ['template residue', '{{ad-slot-2}}'],
    ['newsletter', 'Sign up for our newsletter'],
    ['share bar', 'Share this story | Post | Email | Print'],
    ['tags', 'Filed under: Corvane Mining, courts'],
    ['comment form', 'Leave a comment'],
    ['copyright', '© 2025 The Ebbel Courier. All rights reserved.'],
  ])('is %s: “%s”', (kind, line) => {
    expect(found(article(line))).toEqual([[kind, line]])
  })

  it.each([
    'Share prices fell after the council met',
    'Search parties came back at noon.',
    'Advertisements for dikes are rare.',
    'Tags on the sandbags say who filled them',
    'He wrote to her (via his sister).',
    'Both belong to the alliance (NATO/EU).',
    'All rights reserved to the islanders by treaty were upheld.',
    'Copyright law is changing.',
    'Related work is left for the autumn.',
    'Print is not dead, and the mayor said so.',
    'Sign up, the foreman told them, or go home.',
    'Weather',
    '* * *',
    '## What comes next',
    'PRESENTER: And what have you promised?',
    'The set {a, b} has two elements, and {x} one.',
  ])('stays with the article: “%s”', (line) => {
    expect(found(article(line))).toEqual([])
  })
})

describe('the ranges', () => {
  it('hold the residue alone where it is glued to a word', () => {
    expect(found(article('{mosads}The mayor agreed.'))).toEqual([['template residue', '{mosads}']])
    expect(found(article('She agreed. {adslot}'))).toEqual([['template residue', '{adslot}']])
  })

  it('leave the white space around a line out', () => {
    expect(found(`\ufeff \n Advertisement \r\n\r\n${article()}`)).toEqual([['ad', 'Advertisement']])
  })

  it('join lines of one kind that follow one another', () => {
    expect(found(article('Share', 'Copy link'))).toEqual([['share bar', 'Share\n\nCopy link']])
  })

  it('say for what they are taken, as a person would', () => {
    expect(find(article('Getty Images'))[0]?.reason).toBe('the name of a photo agency, by itself')
    expect(find(article('Leave a comment\nName *'))[0]?.reason).toBe('a comment form')
  })
})

describe('lines that are boilerplate together', () => {
  it('are a caption, and the gallery’s line that repeats it', () => {
    const caption = 'Two ministers shake hands upon the dike at Ebbel in the rain on Monday.'
    expect(found(article(caption, `1 of 4 | ${caption} | License Photo`))).toEqual([
      ['photo credit', caption],
      ['repeated caption', `1 of 4 | ${caption} | License Photo`],
    ])
  })

  it('are a heading and the headlines right below it', () => {
    const list = 'Related stories\nThe dike in ten pictures\nWhat the rain may cost'
    expect(found(article(list, 'A last word'))).toEqual([['related links', list]])
  })

  it('are the short lines of a tail that has begun', () => {
    const text = article('x').concat('\n\nMost Popular\n\nMayor finds his bicycle\n\nRain on Thursday\n')
    expect(found(text).at(-1)).toEqual([
      'navigation',
      'Most Popular\n\nMayor finds his bicycle\n\nRain on Thursday',
    ])
  })

  it('are not the lines that sign an article', () => {
    expect(found(`${article()}\n\nUntil tomorrow,\nRosa`)).toEqual([])
  })

  it('are printed pages’ heads and their numbers', () => {
    const page = (number: number) => `${BODY}\n\nDike Board – Minutes\n${number}\n\n`
    expect(found(`Minutes of the board\n\n${page(1)}${page(2)}${page(3)}${BODY}`)).toEqual([
      ['other', 'Dike Board – Minutes\n1'],
      ['other', 'Dike Board – Minutes\n2'],
      ['other', 'Dike Board – Minutes\n3'],
    ])
  })

  it('are a menu’s words above the headline, which are none amid the article', () => {
    expect(found(`World\n\n${article('World')}`)).toEqual([['navigation', 'World']])
  })
})

it('never takes a headline, a byline or a dateline for boilerplate', () => {
  const text = `Getty Images\n\nRelated or not, towns quarrel\n\nBy Petra Oss\nJune 14, 2016\n\nTARNHOLM, Dec. 1 (UPI) -- ${BODY}`
  expect(found(text)).toEqual([['photo credit', 'Getty Images']])
})

it('believes the structure of the file before the words, and keeps what either shows', () => {
  const text = 'Council to raise dike\n\nAdvertisement\n\nOur shop sells umbrellas to all who come.\n'
  const [start, end] = [text.indexOf('Adv'), text.indexOf('Our')]
  const structure = [{ start: start + 3, end, kind: 'navigation', reason: 'a menu' }]
  expect(findBoilerplate(text, { headline: null, structure })).toEqual([
    { start, end: start + 3, kind: 'ad', reason: 'a line that marks an advertisement' },
    structure[0],
  ])
})

const holds = ({ start, end }: Span, at: number): boolean => start <= at && at < end

it('is sorted, disjoint and within the text, and leaves out no word that the structure shows, for any lines in any order and any structure', () => {
  const line = fc.constantFrom(
    'Advertisement',
    'Share',
    '',
    BODY,
    'By Petra Oss',
    '1 of 2 | A',
    '{mosads}A',
    'Related',
    '12',
    '---',
    'Name *',
    '🦊 {ad}',
    '© 2020 X',
    'Tags A B',
  )
  const span = fc.tuple(fc.nat(400), fc.nat(60))
  return fc.assert(
    fc.property(fc.array(line, { maxLength: 24 }), fc.array(span, { maxLength: 4 }), (lines, spans) => {
      const text = lines.join('\n')
      const structure = spans
        .map(([start, length]) => ({
          start,
          end: Math.min(text.length, start + length),
          kind: 'ad',
          reason: '',
        }))
        .filter(({ start, end }) => start < end)
      const parts = findBoilerplate(text, { headline: null, structure })
      expect(parts.every(({ start, end }) => start >= 0 && start < end && end <= text.length)).toBe(true)
      expect(parts.every(({ start }, i) => i === 0 || (parts[i - 1]?.end ?? 0) <= start)).toBe(true)
      const left = [...text.matchAll(/\S/g)].filter(({ index }) => !parts.some((part) => holds(part, index)))
      expect(left.filter(({ index }) => structure.some((range) => holds(range, index)))).toEqual([])
    }),
    { examples: [[['🦊 {ad}'], [[2, 1]]]] },
  )
})

it.each([
  '(',
  '[',
  '{',
  '<!--',
  '{{',
  '%%',
  'Tags ',
  'A/',
  'by A ',
  '1 of 2 |',
  '#a ',
  '| ',
  '. ',
  '©',
  '\u00a0',
  'photo ',
  ', ',
  'Aa ',
])('comes to an end with sixty thousand characters of “%s”, in one line and in many', (piece) => {
  const many = piece.repeat(60_000 / piece.length)
  for (const text of [many, many.replace(/(.{90})/gu, '$1\n')]) expect(() => find(text)).not.toThrow()
})

it('keeps no range of nothing but space between two that the structure shows', () => {
  const text = `The quay is mended\n\n${'The council of Casse paid for the stones. '.repeat(6)}\n\nMost read\n\nOne`
  const [heading, item] = [text.indexOf('Most read'), text.indexOf('One')]
  const structure = [
    { start: heading, end: heading + 9, kind: 'other', reason: 'aside' },
    { start: item, end: item + 3, kind: 'other', reason: 'aside' },
  ]
  const found = findBoilerplate(text, { headline: null, structure })
  expect(found.every(({ start, end }) => text.slice(start, end).trim() !== '')).toBe(true)
})
