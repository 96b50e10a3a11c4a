import { isByline, isDateLine } from './date-lines.ts'
import { datesIn, type WrittenDate } from './dates.ts'

/**
 * The date of publication in a line of an article's head. A line that is about a day has that day in the midst of its
 * words; a date that stands for the article is the line, or stands apart in it, or behind a word such as “Published”.
 */
const LONGEST = 140
const WEEKDAY =
  '(?:mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)'
const STAMP =
  '(?:published|posted|first published|created|date|datum|publié|paru|mis en ligne|veröffentlicht|erschienen|publicado|pubblicato|gepubliceerd)'
const BEFORE = new RegExp(
  `(?:^|[,|·•–—(*_-]|\\b${STAMP}\\W*)\\s*(?:(?:on|le|am|el|il|den|op|vom)\\s+)?(?:${WEEKDAY}[,.]?\\s+(?:den\\s+|le\\s+)?)?$`,
  'iu',
)
const AFTER =
  /^(?:\P{L}*$|\s*[,|·•–—)*_-]|\s+(?:at|à|um|a las|alle|om|by|von|par|por|kl)(?!\p{L})|\s+\d|T\d)/iu
const CHANGED =
  /(?:updated|modified|revised|changed|retrieved|accessed|aktualisiert|stand|mis à jour|modifié|actualizado|aggiornato|bijgewerkt)(?!\p{L})/iu

/** Offsets are in `line`. A date of a change, or of somebody's visit, is none. */
export function publishedIn(line: string): WrittenDate | null {
  if (line.length > LONGEST) return null
  const dates = datesIn(line)
  const isWholeLine = isDateLine(line) || isByline(line)
  const found = dates.find((date, i) => {
    const since = line.slice(dates[i - 1]?.end ?? 0, date.start)
    return !CHANGED.test(since) && (isWholeLine || standsApart(line, date))
  })
  return found ?? null
}

const standsApart = (line: string, { start, end }: WrittenDate): boolean =>
  BEFORE.test(line.slice(0, start)) && AFTER.test(line.slice(end))
