import type { Span } from '#shared/domain/span.ts'
import type { Token } from '../../../../domain/tokens.ts'

/**
 * The rows of a file: tokens, and parts of tokens where a mark begins or ends within one. A mark stands in the row of each
 * token that it covers, or of the part of it; the first of them is the one that others point to.
 */
export type Unit<M> = Span & {
  /** `2-3`, the third token of the second sentence; `2-3.1`, its first part. */
  readonly id: string
  readonly marks: readonly M[]
}

/** @param marks sorted by their starts, in the tokens' offsets. */
export function unitsOf<M extends Span>(
  sentences: readonly (readonly Token[])[],
  marks: readonly M[],
): readonly (readonly Unit<M>[])[] {
  let next = 0
  let open: readonly M[] = []
  return sentences.map((tokens, s) =>
    tokens.flatMap((token, t) => {
      const from = next
      while ((marks[next]?.start ?? Number.POSITIVE_INFINITY) < token.end) next++
      open = [...open, ...marks.slice(from, next)].filter(({ end }) => end > token.start)
      return unitsOfToken(token, open, `${s + 1}-${t + 1}`)
    }),
  )
}

function unitsOfToken<M extends Span>(token: Token, marks: readonly M[], id: string): readonly Unit<M>[] {
  const parts = new Map<string, Span & { readonly marks: M[] }>()
  const whole: M[] = []
  for (const mark of marks) {
    const part = { start: Math.max(mark.start, token.start), end: Math.min(mark.end, token.end) }
    if (part.start === token.start && part.end === token.end) {
      whole.push(mark)
      continue
    }
    const key = `${part.start}-${part.end}`
    const known = parts.get(key) ?? { ...part, marks: [] }
    parts.set(key, known)
    known.marks.push(mark)
  }
  const sorted = [...parts.values()].sort((a, b) => a.start - b.start || a.end - b.end)
  return [{ ...token, id, marks: whole }, ...sorted.map((part, i) => ({ ...part, id: `${id}.${i + 1}` }))]
}
