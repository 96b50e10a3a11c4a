import type { Judgement } from '#shared/domain/review.ts'
import type { Standing } from '#shared/review/mark-standing.ts'

const SIGNS = { open: '', accepted: '✓', changed: '✎', rejected: '✗', discuss: '?' } as const

/** What stands behind a mark in the text: what was judged, that it was changed since, and that something is said of it. */
export function signOf({ outcome, since }: Standing, isTalkedOf: boolean): string {
  const changed = since === 'same' ? '' : since === 'followed' ? '✓' : '↻'
  return `${SIGNS[outcome]}${outcome === 'open' ? '' : changed}${isTalkedOf ? '…' : ''}`
}

export const OUTCOME_WORDS = {
  accepted: 'accepts it',
  changed: 'would change it',
  rejected: 'rejects it',
  discuss: 'wants to talk about it',
} as const satisfies Record<Judgement['outcome'], string>

/** What became of a mark since it was judged; nothing where it is as it was. */
export function sinceWords({ since, outcome }: Standing, annotator: string): string | null {
  if (since === 'same') return null
  if (since === 'followed')
    return outcome === 'rejected'
      ? `${annotator} has deleted it since.`
      : `${annotator} has taken this since.`
  return `${annotator} has changed it since: it is not what was judged.`
}
