import { failed, ok, type Result } from '../domain/result.ts'

/** Nothing of ours nests deeper than ten; what nests deeper than this breaks copying between processes. */
const MAX_DEPTH = 64

/**
 * Reads JSON that somebody else may have written. Refused, besides what is not JSON: nesting deeper than 64, and
 * numbers too large to hold (`1e400`), which would be saved again as `null`. A key `__proto__` is an ordinary key.
 */
export function parseJson(text: string): Result<unknown> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return failed('This is not JSON, or only a part of it.')
  }
  const fault = faultOf(value, 1)
  return fault ? failed(fault) : ok(value)
}

function faultOf(value: unknown, depth: number): string | null {
  if (typeof value === 'number' && !Number.isFinite(value)) return 'A number in it is too large to be kept.'
  if (typeof value !== 'object' || value === null) return null
  if (depth > MAX_DEPTH) return `It is nested more than ${MAX_DEPTH} levels deep.`
  for (const inner of Object.values(value)) {
    const fault = faultOf(inner, depth + 1)
    if (fault) return fault
  }
  return null
}

/** JSON with its keys sorted, indented by two, ending in a line feed: equal values give equal bytes. */
export const stableJson = (value: unknown): string => `${JSON.stringify(sortKeys(value), null, 2)}\n`

/** The same on one line, without the line feed. */
export const stableLine = (value: unknown): string => JSON.stringify(sortKeys(value))

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, sortKeys(inner)] as const)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}
