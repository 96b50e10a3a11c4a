import type { CodePointMap } from '../domain/code-points.ts'
import type { ArticleHead, OffsetMap } from './dataset.ts'

/** What is wrong with the way from an article's main text back to its full text, where it has the main text alone. */
export function offsetMapProblems(
  { id, sha256, offsetMap, fullSha256 }: Pick<ArticleHead, 'id' | 'sha256' | 'offsetMap' | 'fullSha256'>,
  { length }: CodePointMap,
): string[] {
  if ((offsetMap === undefined) !== (fullSha256 === undefined))
    return [`“${id}”: of fullSha256 and offsetMap one is missing.`]
  if (offsetMap === undefined) return []
  return [
    ...(coversText(offsetMap, length)
      ? []
      : [`“${id}”: the offsetMap does not cover the text, piece by piece.`]),
    ...(goesOn(offsetMap) ? [] : [`“${id}”: the pieces of the offsetMap are out of order in the full text.`]),
    ...(fullSha256 === sha256 && !isIdentity(offsetMap)
      ? [`“${id}”: the offsetMap leaves something out, but fullSha256 is that of the text itself.`]
      : []),
  ]
}

const isIdentity = (offsetMap: OffsetMap): boolean => offsetMap.every(([start, full]) => start === full)

function coversText(offsetMap: OffsetMap, length: number): boolean {
  const ends = offsetMap.map(([start, , pieceLength]) => start + pieceLength)
  return offsetMap.every(([start], i) => start === (ends[i - 1] ?? 0)) && (ends.at(-1) ?? 0) === length
}

/** Something was left out between two pieces, or they would be one. */
const goesOn = (offsetMap: OffsetMap): boolean =>
  offsetMap.every(([, full], i) => {
    const before = offsetMap[i - 1]
    return before === undefined || before[1] + before[2] < full
  })
