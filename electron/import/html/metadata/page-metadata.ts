import type { Found } from '#electron/import/reading.ts'
import { METADATA_FIELDS, type MetadataField } from '#shared/domain/metadata.ts'
import type { Span } from '#shared/domain/span.ts'
import type { HtmlText } from '../html-text.ts'
import type { Candidate } from './candidate.ts'
import { headCandidates } from './head.ts'
import { jsonLdCandidates } from './json-ld.ts'
import { metaTagCandidates } from './meta-tags.ts'
import { inNormalForm } from './normal-form.ts'
import { seenCandidates } from './seen.ts'
import { siteInTitle, withoutSite } from './site-name.ts'

/**
 * The metadata of a page: all that its parts say of it, put to the vote. Those who say the same count together, so that
 * two ways of saying it outvote one; of what wins, the surest form is taken, and each that agrees makes it surer.
 */
export function metadataOfPage(html: HtmlText): Found {
  const said = [
    ...jsonLdCandidates(html.page),
    ...metaTagCandidates(html.page),
    ...headCandidates(html.page),
    ...seenCandidates(html),
  ].flatMap(normalised)
  const publisher = elected(said, 'publisher') ?? siteInTitle(said)
  const known = publisher ? [...said, publisher] : said
  const candidates = known.flatMap((candidate) => withoutSite(candidate, publisher?.value ?? null))
  return Object.fromEntries(
    METADATA_FIELDS.flatMap((field) => {
      const one = elected(candidates, field)
      return one ? [[field, foundOf(one, html.text)]] : []
    }),
  )
}

function normalised(candidate: Candidate): Candidate[] {
  const value = inNormalForm(candidate.field, candidate.value)
  return value === null ? [] : [{ ...candidate, value }]
}

const BONUS = 4
const SUREST = 99

function elected(candidates: readonly Candidate[], field: MetadataField): Candidate | null {
  const groups = new Map<string, Candidate[]>()
  for (const candidate of candidates) {
    if (candidate.field !== field) continue
    const key = keyOf(candidate)
    groups.set(key, [...(groups.get(key) ?? []), candidate])
  }
  const [winners] = [...groups.values()].sort((a, b) => votes(b) - votes(a))
  return winners ? surest(winners) : null
}

const keyOf = ({ field, value }: Candidate): string => {
  if (field === 'language') return value.split('-')[0] ?? value
  return value
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Of several that say it in the same way only the surest votes. */
function votes(group: readonly Candidate[]): number {
  const byWay = new Map<string, number>()
  for (const { from, weight } of group) byWay.set(from, Math.max(weight, byWay.get(from) ?? 0))
  return [...byWay.values()].reduce((sum, weight) => sum + weight, 0)
}

function surest(group: readonly Candidate[]): Candidate {
  const best = group.reduce((a, b) => (b.weight > a.weight ? b : a))
  const ways = new Set(group.map(({ from }) => from)).size
  const span = group.find((one) => one.span !== null)?.span ?? null
  return { ...best, span, weight: Math.min(SUREST, best.weight + BONUS * (ways - 1)) }
}

/** What the page shows as well is surer. */
const SHOWN_BONUS = 20

function foundOf(one: Candidate, text: string) {
  const shown = one.span === null ? spanIn(text, one) : null
  const certainty = Math.min(SUREST, one.weight + (shown ? SHOWN_BONUS : 0))
  return { value: one.value, evidence: { from: one.from, span: one.span ?? shown, certainty } }
}

const LOOKED_FOR: ReadonlySet<MetadataField> = new Set(['title', 'byline'])
/** A name in a longer line is somebody who is written of. */
const LONGEST_LINE = 200

/** The first line that is a headline or byline with these words. */
function spanIn(text: string, { field, value }: Candidate): Span | null {
  if (!LOOKED_FOR.has(field)) return null
  const names = field === 'byline' ? value.split(', ') : [value]
  const first = text.indexOf(names[0] ?? value)
  if (first < 0) return null
  const lineStart = text.lastIndexOf('\n', first - 1) + 1
  const line = text.slice(lineStart, `${text}\n`.indexOf('\n', first))
  const end = Math.max(...names.map((name) => lineStart + line.indexOf(name) + name.length))
  const isLine = field === 'title' ? line === value : line.length <= LONGEST_LINE
  return isLine && names.every((name) => line.includes(name)) ? { start: first, end } : null
}
