import { expect, it } from 'vitest'
import { isoDate } from './iso-date.ts'

it.each([
  ['2016-06-14', '2016-06-14'],
  ['2016-06-14T10:00:00Z', '2016-06-14'],
  ['2016-06', '2016-06'],
  ['2016', '2016'],
  ['20160614', '2016-06-14'],
  ['2016/6/14', '2016-06-14'],
  ['14 June 2016', '2016-06-14'],
  ['Tue, 14 Jun 2016 10:00:00 GMT', '2016-06-14'],
  ['June 14th, 2016', '2016-06-14'],
  ['Sept. 3, 2016 at 4:05 p.m.', '2016-09-03'],
  ['May 2016', '2016-05'],
  ['14.06.2016', '2016-06-14'],
  ['6/14/2016', '2016-06-14'],
  ['14/6/2016', '2016-06-14'],
])('reads %j as %s', (words, date) => expect(isoDate(words)).toBe(date))

it('leaves a day without its year incomplete', () => {
  expect(isoDate('Dec 1')).toBe('--12-01')
  expect(isoDate('29 February')).toBe('--02-29')
})

it('knows only the year of a date that may be read in two ways', () => {
  expect(isoDate('03/04/2016')).toBe('2016')
  expect(isoDate('04/04/2016')).toBe('2016-04-04')
})

it.each(['', 'yesterday', '2016-13-01', '30 February 2016', '31/31/2016', '1465898400', 'May', 'June 14-16'])(
  'takes %j for no date',
  (words) => expect(isoDate(words)).toBeNull(),
)
