import type { Standing } from '#shared/review/mark-standing.ts'
import { COMMENT_SIGN, OUTCOME_SIGNS } from '#shared/review/outcome-words.ts'

/** What stands behind a mark in the text: what was judged, that it was changed since, and that something is said of it. */
export function signOf({ outcome, since }: Standing, isTalkedOf: boolean): string {
  const changed = since === 'same' ? '' : since === 'followed' ? '✓' : '↻'
  return `${OUTCOME_SIGNS[outcome]}${outcome === 'open' ? '' : changed}${isTalkedOf ? COMMENT_SIGN : ''}`
}

/** What became of a mark since it was judged; nothing where it is as it was. */
export function sinceWords({ since, outcome }: Standing, annotator: string): string | null {
  if (since === 'same') return null
  if (since === 'followed')
    return outcome === 'rejected'
      ? `${annotator} has deleted it since.`
      : `${annotator} has taken this since.`
  return `${annotator} has changed it since: it is not what was judged.`
}
