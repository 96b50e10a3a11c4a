import type { Piece } from './dateline.ts'
import { datesIn } from './dates.ts'
import { isAgency, withoutArticle } from './names.ts'
import { CITATION } from './notice-rules.ts'

/** What a citation of the page says of the article. Offsets are in the line. */
export type Citation = {
  readonly url: Piece
  readonly host: Piece
  readonly published: Piece | null
  readonly retrieved: Piece | null
}

export function citationOf(line: string): Citation | null {
  const match = CITATION.test(line) ? /https?:\/\/([^\s<>/?#]+)[^\s<>]*/iu.exec(line) : null
  const host = match?.[1]
  if (!match || !host) return null
  const start = match.index
  const visit = line.search(/\b(?:retrieved|accessed)\b/iu)
  const dates = datesIn(line.slice(0, start))
  return {
    url: { value: match[0], start, end: start + match[0].length },
    host: {
      value: host.replace(/^www\./iu, ''),
      start: line.indexOf(host, start),
      end: line.indexOf(host, start) + host.length,
    },
    published: dates.find((date) => visit < 0 || date.end <= visit) ?? null,
    retrieved: dates.find((date) => visit >= 0 && date.start > visit) ?? null,
  }
}

const OWNER = /^(?:©|\(c\)|copyright)(?:\s*(?:©|\(c\)|copyright|by|\d{4}(?:\s*[-–]\s*\d{4})?|,))*\s*/iu
const BEHIND =
  /(?:[.|·,;]\s|[.|·,;]$|\s+[-–—]\s|\s+\d{4}\b|\s+(?:or its|and its|all rights|alle rechte|tous droits|todos los)\b).*$/iu
const NO_OWNER = /(?:rights|rechte|droits|derechos|riproduzione|riservat|reserved)/iu

/** Who a notice of rights says the text belongs to. Offsets are in the line. */
export function ownerOf(line: string): (Piece & { readonly kind: 'agency' | 'publisher' }) | null {
  const begin = OWNER.exec(line)?.[0]
  if (!begin) return null
  const name = line.slice(begin.length).replace(BEHIND, '').trim()
  const value = withoutArticle(name)
  if (!/^\p{Lu}.{1,59}$/u.test(value) || NO_OWNER.test(value)) return null
  const start = line.indexOf(value, begin.length)
  return { kind: isAgency(value) ? 'agency' : 'publisher', value, start, end: start + value.length }
}
