import type { Boilerplate } from '#shared/domain/boilerplate.ts'

/** All of `lists`, sorted and disjoint: of a character that several speak of, the first list's word counts. */
export function united(lists: readonly (readonly Boilerplate[])[]): readonly Boilerplate[] {
  return lists.reduce((known, list) => sorted(known.concat(notIn(sorted(list), known))), [])
}

const sorted = (parts: readonly Boilerplate[]): readonly Boilerplate[] =>
  parts.filter(({ start, end }) => start < end).toSorted((a, b) => a.start - b.start || b.end - a.end)

/** What of `parts` no range of `known` covers, nor an earlier one of `parts`. Both are sorted. */
function notIn(parts: readonly Boilerplate[], known: readonly Boilerplate[]): readonly Boilerplate[] {
  const rest: Boilerplate[] = []
  let at = 0
  let free = 0
  for (const part of parts) {
    let start = Math.max(part.start, free)
    while ((known[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at++
    for (let i = at; start < part.end; i++) {
      const hole = known[i] ?? { start: part.end, end: part.end }
      rest.push({ ...part, start, end: Math.min(part.end, hole.start) })
      start = Math.max(start, hole.end)
    }
    free = Math.max(free, part.end)
  }
  return rest
}
