import type { Judgement, Outcome } from '#shared/domain/review.ts'
import { type Place, proposalWords } from './proposal-words.ts'

/** How outcomes are told wherever they are: by a sign, by a word, in a sentence. */

/** What stands behind a mark, so that its state is not told by a colour. */
export const OUTCOME_SIGNS: { readonly [O in Outcome | 'open']: string } = {
  open: '',
  accepted: '✓',
  changed: '✎',
  rejected: '✗',
  discuss: '…',
}

/** That something is said of a mark. */
export const COMMENT_SIGN = '✉'

/** That it waits for a decision, for the first time or once more. */
export const UNDECIDED_SIGN = '?'

/** What a mark is that has come to this in review. */
export const OUTCOME_STATES = {
  open: 'open',
  accepted: 'accepted',
  changed: 'to change',
  rejected: 'rejected',
  discuss: 'to discuss',
} as const satisfies Record<Outcome | 'open', string>

/** What became of marks in adjudication. */
export const SETTLED_WORDS: { readonly [O in Outcome]: string } = {
  accepted: 'Decided: taken',
  changed: 'Decided: put right',
  rejected: 'Decided: rejected',
  discuss: 'Left for discussion',
}

/** What one reviewer does, behind the name: “would end it at “June””. */
export function judgementWords(judgement: Judgement, place: Place): string {
  const { outcome } = judgement
  if (outcome === 'changed') return `would ${proposalWords(judgement, place) || 'change it'}`
  return DOES[outcome]
}

const DOES = {
  accepted: 'accepts it',
  rejected: 'rejects it',
  discuss: 'wants to talk about it',
} as const
