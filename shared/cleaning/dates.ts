/**
 * Dates as they are written in European languages, with a month's name or in figures. A day without its year stays without
 * it; 3/4/2024 is not read at all, since nobody can say which of its figures is the month.
 */
export type WrittenDate = {
  /** As `Metadata.published`. */
  readonly value: string
  readonly start: number
  readonly end: number
}

/** The names of each month, the short ones too. Diacritics may be missing. */
const MONTHS: readonly string[] = [
  'january januar jänner janvier enero gennaio janeiro januari jan janv ene gen styczeń',
  'february februar février febrero febbraio fevereiro februari feb fév févr',
  'march märz mars marzo março maart marts mar mär mrt',
  'april avril abril aprile apr avr abr',
  'may mai mayo maggio maio mei maj mag',
  'june juni juin junio giugno junho jun giu',
  'july juli juillet julio luglio julho jul juil lug',
  'august août agosto augustus augusti aug ago',
  'september septembre septiembre setiembre settembre setembro sep sept set',
  'october oktober octobre octubre ottobre outubro oct okt ott out',
  'november novembre noviembre novembro nov',
  'december dezember décembre diciembre dicembre dezembro desember dec dez déc dic',
]

const plain = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const MONTH_OF = new Map(
  MONTHS.flatMap((names, i) => names.split(' ').map((name) => [plain(name), i + 1] as const)),
)
const NAMES = [...new Set(MONTHS.flatMap((names) => names.split(' ').flatMap((name) => [name, plain(name)])))]
  .toSorted((a, b) => b.length - a.length)
  .join('|')

const MONTH = `(?<![\\p{L}\\p{M}])(?<month>${NAMES})(?![\\p{L}\\p{M}])\\.?`
const DAY = '(?<![\\d:./-])(?<day>\\d{1,2})(?![\\d:])'
const YEAR = '(?<year>1[5-9]\\d{2}|20\\d{2}|2100)(?!\\d| ?(?:gmt|utc|uhr|h)\\b)'

const FORMS: readonly RegExp[] = [
  '(?<!\\d)(?<year>\\d{4})-(?<figure>\\d{2})-(?<day>\\d{2})(?!\\d)',
  `${YEAR}, ?${MONTH} ${DAY}(?:st|nd|rd|th)?`,
  `${DAY}(?:st|nd|rd|th|er|[.ºª])?(?: of| de)? ${MONTH}(?:,? (?:(?:de|del) )?${YEAR})?`,
  `${MONTH} ${DAY}(?:st|nd|rd|th)?(?:,? ${YEAR})?`,
  `${MONTH},?(?: de| del)? ${YEAR}`,
  `${DAY}\\. ?(?<figure>\\d{1,2})\\. ?${YEAR}`,
  `${DAY}/(?<figure>\\d{1,2})/${YEAR}`,
].map((form) => new RegExp(form, 'giu'))

/** All dates in `line`, in order and apart. A line's white space may be of any kind. */
export function datesIn(line: string): readonly WrittenDate[] {
  if (!/\d/u.test(line)) return []
  const even = line.replace(/\s/gu, ' ')
  const found: (Omit<WrittenDate, 'value'> & { readonly value: string | null })[] = []
  for (const form of FORMS) {
    for (const match of even.matchAll(form)) {
      const date = { start: match.index, end: match.index + match[0].length }
      const isFree = found.every(({ start, end }) => date.end <= start || end <= date.start)
      // What is no date as a whole, the 30th of February, is none in part.
      if (isFree) found.push({ value: isoDate(match.groups ?? {}, match[0]), ...date })
    }
  }
  return found
    .flatMap(({ value, ...date }) => (value ? [{ value, ...date }] : []))
    .toSorted((a, b) => a.start - b.start)
}

/** The date that `words` are and nothing besides; null where they are none. */
export function wholeDate(words: string): string | null {
  const line = words.trim()
  const date = datesIn(line).find(({ start, end }) => start === 0 && end === line.length)
  return date?.value ?? null
}

type Groups = Readonly<Record<string, string | undefined>>

function isoDate({ year, month, figure, day }: Groups, written: string): string | null {
  const number = month ? MONTH_OF.get(plain(month)) : Number(figure)
  if (!number || number > 12) return written.includes('/') ? americanDate(year, figure, day) : null
  if (written.includes('/') && Number(day) <= 12 && Number(day) !== number) return null
  if (!day) return `${year}-${two(number)}`
  const isDay = Number(day) >= 1 && Number(day) <= new Date(Date.UTC(2000, number, 0)).getUTCDate()
  return isDay ? `${year ?? '-'}-${two(number)}-${two(Number(day))}` : null
}

/** 6/14/2016: the second figure can be no month, so the first one is. */
function americanDate(year: string | undefined, second: string | undefined, first: string | undefined) {
  return Number(first) <= 12 && Number(second) <= 31
    ? `${year}-${two(Number(first))}-${two(Number(second))}`
    : null
}

const two = (figure: number): string => String(figure).padStart(2, '0')
