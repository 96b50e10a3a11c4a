import { expect, it } from 'vitest'
import { METADATA_FIELDS } from '../domain/metadata.ts'
import { findMetadata } from './find-metadata.ts'
import type { FoundMetadata } from './found-metadata.ts'

const BODY =
  'The council promised on Monday that it would raise the dike before the autumn, and its members shook hands on it in the rain.'

const values = (text: string, known: FoundMetadata = {}) => {
  const found = findMetadata(text, known)
  return Object.fromEntries(METADATA_FIELDS.map((field) => [field, found[field]?.value ?? null]))
}
const withLine = (line: string) => values(`Council to raise dike\n\n${line}\n\n${BODY}\n`)

it.each([
  ['By Petra Oss', 'Petra Oss'],
  ['By PETRA OSS and Wim Adair, Staff Writers', 'PETRA OSS and Wim Adair'],
  ['June 14 2016, by Petra van der Oss', 'Petra van der Oss'],
  ['By Petra Oss – 02/12/26 4:40 PM', 'Petra Oss'],
  ['By Petra Oss, The Ebbel Courier', 'Petra Oss'],
  ['Von Jutta Ehrlinger', 'Jutta Ehrlinger'],
  ['Par Jean d’Orvault', 'Jean d’Orvault'],
  ['Por Inés Valdemora', 'Inés Valdemora'],
  ['Petra Oss\nJune 14, 2016', 'Petra Oss'],
])('reads a byline without its “by” in “%s”', (line, byline) => {
  expect(withLine(line).byline).toBe(byline)
})

it.each([
  'By using old maps, the town claims the bank',
  'Von Anfang an war es so',
  'Photo by Jonas Verhey/NNA.',
  'Petra Oss',
  'Por la tarde',
])('reads no byline in “%s”', (line) => {
  expect(withLine(line).byline).toBeNull()
})

it.each([
  ['TARNHOLM, Dec. 1 (UPI) -- ', { dateline: 'TARNHOLM', source: 'UPI', published: '--12-01' }],
  [
    'HARLOW BAY, March 4 (Coastal Wire) -- ',
    { dateline: 'HARLOW BAY', source: 'Coastal Wire', published: '--03-04' },
  ],
  ['PORT CASSE (AP) — ', { dateline: 'PORT CASSE', source: 'AP', published: null }],
  ['TARNHOLM — ', { dateline: 'TARNHOLM', source: null, published: null }],
  ['Tarnheim (dpa) – ', { dateline: 'Tarnheim', source: 'dpa', published: null }],
  ['KARSUND, September 12, 2024 – ', { dateline: 'KARSUND', source: null, published: '2024-09-12' }],
  ['DREVAN, May 17. /DNA/. ', { dateline: 'DREVAN', source: 'DNA', published: '--05-17' }],
  ['The town — ', { dateline: null, source: null, published: null }],
  ['TARNHOLM (Norland) — ', { dateline: 'TARNHOLM', source: null, published: null }],
])('reads the dateline “%s”', (dateline, expected) => {
  expect(values(`Council to raise dike\n\n${dateline}${BODY}\n`)).toMatchObject(expected)
})

it.each([
  ['Published Jan. 22, 2026 at 7:05 a.m.', '2026-01-22'],
  ['Monday, July 6', '--07-06'],
  ['Veröffentlicht am 5. Oktober 2023', '2023-10-05'],
  ['Publié le 3 février 2021 à 11h42', '2021-02-03'],
  ['Published June 2, 2025 | Updated June 3, 2025', '2025-06-02'],
  ['Updated June 3, 2025', null],
  ['Stand: 14. März 2024, 18:20 Uhr', null],
  ['02/12/26 4:40 PM', null],
  ['What the council did on May 2, 2025 in the rain', null],
  ['Updated 5 hours ago', null],
])('takes from “%s” the day of publication: %s', (line, published) => {
  expect(withLine(line).published).toBe(published)
})

it('believes a line’s whole date before a dateline’s day without a year', () => {
  const text = `Council to raise dike\n\nJune 14, 2016\n\nTARNHOLM, June 14 (UPI) -- ${BODY}`
  expect(values(text).published).toBe('2016-06-14')
})

it('reads a citation: the address, its host, and the visit apart from the publication', () => {
  const citation =
    'Citation: Council to raise dike (2016, June 14) retrieved 27 April 2024 from <https://www.wire.example.invalid/a-1.html>'
  expect(values(`Council to raise dike\n\n${BODY}\n\n${citation}`)).toMatchObject({
    url: 'https://www.wire.example.invalid/a-1.html',
    publisher: 'wire.example.invalid',
    published: '2016-06-14',
    retrieved: '2024-04-27',
  })
})

it.each([
  ['© 2016 The Associated Press. All rights reserved.', { source: 'Associated Press', publisher: null }],
  ['© 2025 Norland News Agency', { source: 'Norland News Agency', publisher: null }],
  ['Copyright 2025 The Ebbel Courier', { source: null, publisher: 'Ebbel Courier' }],
  ['© Ebbeler Bote 2023. Alle Rechte vorbehalten.', { source: null, publisher: 'Ebbeler Bote' }],
  ['All rights reserved', { source: null, publisher: null }],
])('tells from “%s” whose the text is', (line, expected) => {
  expect(values(`Council to raise dike\n\n${BODY}\n\n${line}`)).toMatchObject(expected)
})

it('takes neither a caption’s agency nor a quoted one for the source', () => {
  const text = `Council to raise dike\n\nThe dike on Monday, June 14, 2016. (Jason Orr/Pool Photo via AP)\n\n${BODY} So it was, according to Reuters.`
  expect(values(text)).toMatchObject({ source: null, published: null })
})

it('takes no address out of an ad', () => {
  expect(
    values(`Council to raise dike\n\nAdvertisement\nhttps://ads.example.invalid/1\n\n${BODY}`).url,
  ).toBeNull()
})

it('believes the format before the words, unless the format says nothing', () => {
  const evidence = { from: 'json-ld', span: null, certainty: 100 } as const
  const known = { byline: { value: 'Wim Adair', evidence }, title: { value: ' ', evidence } }
  const found = findMetadata(`Council to raise dike\n\nBy Petra Oss\n\n${BODY}`, known)
  expect(found.byline).toEqual({ value: 'Wim Adair', evidence })
  expect(found.title?.value).toBe('Council to raise dike')
})

it('shows where each of its claims stands', () => {
  const text = `\n\n# Council to raise dike\r\n\r\nBy Petra Oss\r\n\r\nTARNHOLM, Dec. 1 (UPI) -- ${BODY}\r\n\r\n© 2025 Ebbel Courier`
  const found = findMetadata(text, {})
  const words = METADATA_FIELDS.flatMap((field) => {
    const span = found[field]?.evidence.span
    return span ? [[field, text.slice(span.start, span.end)]] : []
  })
  expect(Object.fromEntries(words)).toEqual({
    title: 'Council to raise dike',
    byline: 'Petra Oss',
    source: 'UPI',
    publisher: 'Ebbel Courier',
    published: 'Dec. 1',
    dateline: 'TARNHOLM',
  })
})

it('claims nothing of an empty text', () => {
  expect(findMetadata('', {})).toEqual({})
  expect(findMetadata(' \n\n', {})).toEqual({})
})
