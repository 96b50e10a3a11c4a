import { expect, it } from 'vitest'
import { isPartialDate, shownDate } from './partial-date.ts'

it.each(['2016-06-14', '2016-06', '2016', '--12-01', '--02-29', '2024-02-29'])('%s is a date', (words) => {
  expect(isPartialDate(words)).toBe(true)
})

it.each([
  '',
  '16',
  '2016-13',
  '2016-00',
  '2016-02-30',
  '2023-02-29',
  '--12',
  '-',
  '14 June 2016',
  '2016-6-14',
])('“%s” is none', (words) => {
  expect(isPartialDate(words)).toBe(false)
})

it.each([
  ['--12-01', '1 Dec'],
  ['2016-06-14', '2016-06-14'],
  ['2016', '2016'],
])('shows %s as %s', (date, shown) => {
  expect(shownDate(date)).toBe(shown)
})
