/** True of a date as metadata has it: `2016-06-14`, `2016-06`, `2016`, or `--12-01` for a day without its year. */
export function isPartialDate(words: string): boolean {
  const [, year, month, day] = /^(\d{4}|-)(?:-(\d\d)(?:-(\d\d))?)?$/.exec(words) ?? []
  if (year === undefined || (year === '-' && day === undefined)) return false
  if (month === undefined) return true
  if (Number(month) < 1 || Number(month) > 12) return false
  return day === undefined || (Number(day) >= 1 && Number(day) <= daysIn(year, Number(month)))
}

/** A year that is not known may be a leap year. */
function daysIn(year: string, month: number): number {
  const known = year === '-' ? 2000 : Number(year)
  const isLeap = known % 4 === 0 && (known % 100 !== 0 || known % 400 === 0)
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** As a person reads it in a list: a day without its year is “1 Dec”. */
export function shownDate(date: string): string {
  const [, month, day] = /^--(\d\d)-(\d\d)$/.exec(date) ?? []
  return month === undefined ? date : `${Number(day)} ${MONTHS[Number(month) - 1] ?? month}`
}
