/** Lines of nothing but dates, and lines of nothing but names behind “by”. */

const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const WEEKDAYS =
  'mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:rs?|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?'
const CLOCK = 'a\\.?m\\.?|p\\.?m\\.?|[ecmp][ds]?t|gmt|utc|bst|cest|t|z'
const AGES = '(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)(?: ago| read)?'
const STAMPS = 'published|posted|updated|last|modified|first|created|saved|retrieved|date|on|at'
const DATE_WORDS = new RegExp(
  `(?<!\\p{L})(?:${[MONTHS, WEEKDAYS, CLOCK, AGES, STAMPS].join('|')})(?!\\p{L})`,
  'giu',
)
const NUMBERS = /\d+(?:(?:st|nd|rd|th)(?!\p{L}))?/giu

/** `line` without all that a date line is made of. */
const withoutDates = (line: string): string => line.replace(NUMBERS, ' ').replace(DATE_WORDS, ' ')

export const isDateLine = (line: string): boolean => /\d/.test(line) && !/\p{L}/u.test(withoutDates(line))

const SMALL_WORDS = new Set(
  'and with de del der den di du da la le van von bin al of the for in our staff writer reporter correspondent editor contributor'.split(
    ' ',
  ),
)
const LONGEST_BYLINE = 14

/** “By NAME”, alone or beside a date. A sentence that begins with “By” has words in it that are no names. */
export function isByline(line: string): boolean {
  const [, names] =
    /^\P{L}*(?:(?:written|story|report|reporting|words) )?by\b(.+)$/iu.exec(withoutDates(line)) ?? []
  const words = names?.match(/\p{L}[\p{L}.’'-]*/gu) ?? []
  return words.length > 0 && words.length <= LONGEST_BYLINE && words.every(isPartOfName)
}

const isPartOfName = (word: string): boolean =>
  /^(?:[dl][’'])?\p{Lu}/u.test(word) || SMALL_WORDS.has(word.toLowerCase())
