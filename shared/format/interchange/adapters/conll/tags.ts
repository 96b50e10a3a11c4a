import type { Span } from '#shared/domain/span.ts'
import type { Token } from '../../../../domain/tokens.ts'

/** Tags that say of each token which mark it belongs to, if any, and where in that mark it stands. */
export const TAGGINGS = ['IOB2', 'BILOU', 'IOB1'] as const
export type Tagging = (typeof TAGGINGS)[number]

export type TaggedMark = Span & { readonly label: string }

/**
 * Tags of one sentence after the other.
 *
 * @param marks sorted, none of them sharing a token; in the tokens' offsets.
 */
export function taggerOf(
  marks: readonly TaggedMark[],
  tagging: Tagging,
): (sentence: readonly Token[]) => readonly string[] {
  let next = 0
  return (sentence) => {
    let last: TaggedMark | undefined
    return sentence.map((token) => {
      while ((marks[next]?.end ?? Number.POSITIVE_INFINITY) <= token.start) next++
      const mark = marks[next]
      const inside = mark && mark.start <= token.start ? mark : undefined
      const tag = inside ? `${prefixOf(token, inside, { tagging, last })}-${inside.label}` : 'O'
      last = inside
      return tag
    })
  }
}

type Tagged = { readonly tagging: Tagging; readonly last: TaggedMark | undefined }

function prefixOf({ start, end }: Token, mark: TaggedMark, { tagging, last }: Tagged): string {
  const begins = mark.start === start
  const ends = mark.end === end
  if (tagging === 'IOB1') return begins && last?.label === mark.label ? 'B' : 'I'
  if (tagging === 'IOB2') return begins ? 'B' : 'I'
  if (begins) return ends ? 'U' : 'B'
  return ends ? 'L' : 'I'
}

export type Tag = { readonly prefix: 'O' } | { readonly prefix: TagPrefix; readonly label: string }
type TagPrefix = 'B' | 'I' | 'L' | 'E' | 'U' | 'S'

const TAG = /^(?<prefix>[BILEUS])-(?<label>.+)$/u

/** A tag of any of the field's schemes: IOB1, IOB2, BILOU, BIOES; null where it is none. */
export function readTag(text: string): Tag | null {
  if (text === 'O') return { prefix: 'O' }
  const { prefix, label } = TAG.exec(text)?.groups ?? {}
  return prefix && label ? { prefix: prefix as TagPrefix, label } : null
}

/** The mark that a tag goes on with, if it does: what goes on with nothing begins anew, as the field reads it. */
export const goesOn = (tag: Tag, open: { readonly label: string } | null): boolean =>
  'label' in tag &&
  (tag.prefix === 'I' || tag.prefix === 'L' || tag.prefix === 'E') &&
  open?.label === tag.label

export const closes = ({ prefix }: Tag): boolean => prefix !== 'B' && prefix !== 'I'
