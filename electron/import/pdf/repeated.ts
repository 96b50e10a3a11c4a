import type { Line } from './columns.ts'

/**
 * What stands at the edge of one page after another: headers, footers, page numbers.
 *
 * Only the two uppermost and the two lowest lines of a page are looked at. One is taken for repeated if the same words,
 * numbers aside, stand at the same height on at least two pages and on two in five of all.
 */
export type Page = readonly Line[]

const EDGE = 2
const SAME_HEIGHT = 6

/** The lines of all pages that are repeated. */
export function repeatedLines(pages: readonly Page[]): ReadonlySet<Line> {
  const places = new Map<string, Line[]>()
  for (const page of pages) {
    for (const line of edgesOf(page)) places.set(keyOf(line), [...(places.get(keyOf(line)) ?? []), line])
  }
  const enough = Math.max(2, Math.ceil(pages.length * 0.4))
  const repeated = [...places.values()].flatMap((lines) => atOneHeight(lines, enough))
  return new Set(repeated)
}

function edgesOf(page: Page): readonly Line[] {
  const byHeight = [...page].sort((a, b) => b.y - a.y)
  return [...new Set([...byHeight.slice(0, EDGE), ...byHeight.slice(-EDGE)])]
}

const keyOf = ({ text }: Line): string => text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ')

/** The largest group of lines that are no more than a little apart, if it has enough of them. */
function atOneHeight(lines: readonly Line[], enough: number): readonly Line[] {
  const sorted = [...lines].sort((a, b) => a.y - b.y)
  const groups: Line[][] = []
  for (const line of sorted) {
    const last = groups.at(-1)
    if (last && line.y - (last[0]?.y ?? 0) <= SAME_HEIGHT) last.push(line)
    else groups.push([line])
  }
  return groups.filter((group) => group.length >= enough).flat()
}
