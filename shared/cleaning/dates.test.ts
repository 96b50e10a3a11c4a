import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { datesIn, wholeDate } from './dates.ts'

const values = (line: string) => datesIn(line).map(({ value }) => value)

it.each([
  ['June 14 2016', '2016-06-14'],
  ['14 June 2016', '2016-06-14'],
  ['Jun. 14th, 2016', '2016-06-14'],
  ['the 14th of June, 2016', '2016-06-14'],
  ['2016-06-14T08:00:00Z', '2016-06-14'],
  ['(2016, June 14)', '2016-06-14'],
  ['14.06.2016', '2016-06-14'],
  ['14. Juni 2016', '2016-06-14'],
  ['5. März 2024', '2024-03-05'],
  ['1er août 2023', '2023-08-01'],
  ['le 3 févr. 2021', '2021-02-03'],
  ['21 de julio de 2020', '2020-07-21'],
  ['18 novembre 2023', '2023-11-18'],
  ['9 maart 2023', '2023-03-09'],
  ['7 de março de 2022', '2022-03-07'],
  ['6/14/2016', '2016-06-14'],
  ['14/6/2016', '2016-06-14'],
  ['June 2016', '2016-06'],
  ['Dec. 1', '--12-01'],
  ['3\u00a0mars', '--03-03'],
])('reads “%s” as %s', (written, value) => {
  expect(values(written)).toEqual([value])
})

it.each([
  '3/4/2024',
  'June 31',
  '30 February 2020',
  '31.04.2020',
  'Marching 14',
  'in 2016',
  '14:30',
  'May I',
])('reads no date in “%s”', (written) => {
  expect(values(written)).toEqual([])
})

it('finds several in one line, each at its place', () => {
  const line = 'Published June 2, 2025 | Updated 3 June 2025'
  expect(datesIn(line).map(({ start, end, value }) => [line.slice(start, end), value])).toEqual([
    ['June 2, 2025', '2025-06-02'],
    ['3 June 2025', '2025-06-03'],
  ])
})

it('takes no hour for a year', () => {
  expect(values('March 14 1130 GMT')).toEqual(['--03-14'])
})

it('never gives dates that overlap, whatever figures and months a line is made of', () => {
  const piece = fc.constantFrom('June', '14', '2016', '.', '/', ', ', ' ', '-', '06', 'mai', 'de ', '1er ')
  return fc.assert(
    fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
      const found = datesIn(pieces.join(''))
      expect(found.every(({ start }, i) => i === 0 || (found[i - 1]?.end ?? 0) <= start)).toBe(true)
      expect(found.every(({ value }) => /^(?:\d{4}|-)-\d{2}(?:-\d{2})?$/.test(value))).toBe(true)
    }),
  )
})

it('knows words that are a date and nothing besides', () => {
  expect(wholeDate(' 14 June 2016 ')).toBe('2016-06-14')
  expect(wholeDate('June 14, 2016')).toBe('2016-06-14')
  expect(wholeDate('Juni 2016')).toBe('2016-06')
  expect(wholeDate('14 June')).toBe('--06-14')
  expect(wholeDate('on 14 June 2016')).toBeNull()
  expect(wholeDate('14 June 2016 or so')).toBeNull()
  expect(wholeDate('3/4/2016')).toBeNull()
})
