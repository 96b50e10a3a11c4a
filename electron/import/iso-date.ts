/**
 * Dates as people and programs write them, in ISO 8601 as far as they are known. Nothing is guessed: `03/04/2016` may be
 * March or April, so of it only the year is known, and what is no date at all is null.
 */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const WEEKDAY = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,? +)?'
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?'
const YEAR = '(\\d{4})'
const CLOCK = '(?:,? +(?:at +)?\\d{1,2}[:.]\\d{2}.{0,30})?'

type Match = readonly (string | undefined)[]
type Shape = readonly [pattern: RegExp, read: (match: Match) => string | null]

const whole = (pattern: string): RegExp => new RegExp(`^${WEEKDAY}${pattern}${CLOCK}$`, 'i')

const SHAPES: readonly Shape[] = [
  [/^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ]\d.{0,40})?)?)?$/, ([, y, m, d]) => joined(y, m, d)],
  [/^(\d{4})(\d{2})(\d{2})$/, ([, y, m, d]) => joined(y, m, d)],
  [/^(\d{4})\/(\d{1,2})\/(\d{1,2})(?: \d.{0,40})?$/, ([, y, m, d]) => joined(y, m, d)],
  [whole(`${DAY}\\.? +${MONTH},? +${YEAR}`), ([, d, m, y]) => joined(y, monthOf(m), d)],
  [whole(`${MONTH} +${DAY},? +${YEAR}`), ([, m, d, y]) => joined(y, monthOf(m), d)],
  [whole(`${MONTH},? +${YEAR}`), ([, m, y]) => joined(y, monthOf(m))],
  [whole(`${DAY}\\.? +${MONTH}`), ([, d, m]) => withoutYear(monthOf(m), d)],
  [whole(`${MONTH} +${DAY}`), ([, m, d]) => withoutYear(monthOf(m), d)],
  [/^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,? \d.{0,30})?$/, ([, d, m, y]) => joined(y, m, d)],
  [/^(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?:,? \d.{0,30})?$/, ([, a, b, y]) => oneOrTheOther(a, b, y)],
]

/** `2016-06-14`, `2016-06`, `2016`, or `--12-01` for a day without its year; null where the words are no date. */
export function isoDate(words: string): string | null {
  const line = words.trim()
  for (const [pattern, read] of SHAPES) {
    const match = pattern.exec(line)
    if (match) return read(match)
  }
  return null
}

const monthOf = (name = ''): string =>
  `${MONTHS.findIndex((month) => name.toLowerCase().startsWith(month)) + 1}`

const two = (digits: string): string => digits.padStart(2, '0')

/** Null where there is no such day. */
function joined(year = '', month?: string, day?: string): string | null {
  if (month === undefined) return year
  if (!isMonth(month)) return null
  if (day === undefined) return `${year}-${two(month)}`
  return isDay(Number(year), month, day) ? `${year}-${two(month)}-${two(day)}` : null
}

/** Any year may be meant, so a leap day is one. */
const withoutYear = (month: string, day = ''): string | null =>
  isMonth(month) && isDay(2000, month, day) ? `--${two(month)}-${two(day)}` : null

const isMonth = (month: string): boolean => Number(month) >= 1 && Number(month) <= 12

const isDay = (year: number, month: string, day: string): boolean =>
  Number(day) >= 1 && Number(day) <= new Date(Date.UTC(year, Number(month), 0)).getUTCDate()

/** Day and month in either order: known where only one order is a date. */
function oneOrTheOther(a = '', b = '', year = ''): string | null {
  const dayFirst = joined(year, b, a)
  const monthFirst = joined(year, a, b)
  if (dayFirst && monthFirst && dayFirst !== monthFirst) return year
  return dayFirst ?? monthFirst
}
