import { sentencesNear } from '../../domain/sentences.ts'
import type { Span } from '../../domain/span.ts'
import type { Token } from '../../domain/tokens.ts'

/**
 * Tokens in sentences, for formats that know no text beyond them. No mark is cut: where one runs over the end of a
 * sentence, the next one belongs to it.
 *
 * @param marks in UTF-16 offsets, as the tokens are.
 */
export function tokensBySentence(
  text: string,
  tokens: readonly Token[],
  marks: readonly Span[],
): readonly (readonly Token[])[] {
  const sentences: Token[][] = []
  const coveredTo = coverageOf(marks)
  let end = 0
  for (const token of tokens) {
    const begins = token.start >= end
    if (begins) end = sentenceEnd(text, token)
    const last = sentences.at(-1)
    if (last && (!begins || coveredTo(token.start) > token.start)) last.push(token)
    else sentences.push([token])
  }
  return sentences
}

function sentenceEnd(text: string, token: Token): number {
  const sentence = sentencesNear(text, token.start).find(({ end }) => end > token.start)
  return Math.max(sentence?.end ?? 0, token.end)
}

/** How far the marks reach that begin before an offset; offsets must be asked for in order. */
function coverageOf(marks: readonly Span[]): (offset: number) => number {
  const sorted = [...marks].sort((a, b) => a.start - b.start)
  let next = 0
  let reach = 0
  return (offset) => {
    for (let mark = sorted[next]; mark && mark.start < offset; mark = sorted[++next])
      reach = Math.max(reach, mark.end)
    return reach
  }
}
